INSERT INTO stocktake (contract_id, id, title, reference_day, closed_on, closed_by, made_by, made_at, version)
VALUES ($1, $2, $3, $4, NULL, '', $5, $6, 1)
