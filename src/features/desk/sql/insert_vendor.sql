INSERT INTO vendor
      (contract_id, id, role, role_name, name, contact, hours, duties, remarks, from_on, until_on, entered_by,
       entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)
