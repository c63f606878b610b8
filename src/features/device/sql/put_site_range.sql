INSERT INTO site_range (contract_id, site_id, addresses, version)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (contract_id, site_id) DO UPDATE
   SET addresses = excluded.addresses, version = excluded.version
