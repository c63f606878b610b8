INSERT INTO site_layout (contract_id, site_id, version)
VALUES ($1, $2, 1)
ON CONFLICT (contract_id, site_id) DO NOTHING
