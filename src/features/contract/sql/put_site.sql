INSERT INTO site (contract_id, id, number, name, address, departments, planned, excluded, remarks, aliases, listed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
    ON CONFLICT (contract_id, id) DO UPDATE
   SET number = excluded.number, name = excluded.name, address = excluded.address, departments = excluded.departments,
       planned = excluded.planned, excluded = excluded.excluded, remarks = excluded.remarks, aliases = excluded.aliases,
       listed = 1
 WHERE site.entered = 0
