INSERT INTO site (contract_id, id, number, name, address, departments, planned, excluded, remarks, aliases, listed,
                  entered, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, 1, 1)
    ON CONFLICT (contract_id, id) DO UPDATE
   SET listed = 1, entered = 1, version = site.version + 1
