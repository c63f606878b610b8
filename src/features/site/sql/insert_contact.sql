INSERT INTO site_contact
      (contract_id, id, site_id, name, section, phone, note, begins_on, ends_on, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
