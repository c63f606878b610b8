INSERT INTO stocktake_site (contract_id, stocktake_id, site_id, finished_by, finished_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
