INSERT INTO number_series (contract_id, series, year, last)
VALUES ($1, $2, $3, 1)
ON CONFLICT (contract_id, series, year) DO UPDATE SET last = number_series.last + 1
RETURNING last
