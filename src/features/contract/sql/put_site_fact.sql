INSERT INTO site_fact (contract_id, site_id, begins_on, number, name, address, departments, remarks, aliases, excluded,
                       open, reason, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (contract_id, site_id, begins_on) DO UPDATE
   SET number = excluded.number, name = excluded.name, address = excluded.address, departments = excluded.departments,
       remarks = excluded.remarks, aliases = excluded.aliases, excluded = excluded.excluded, open = excluded.open,
       reason = excluded.reason, entered_by = excluded.entered_by, entered_at = excluded.entered_at
