INSERT INTO number_series (contract_id, series, year, last)
VALUES ($1, $2, $3, $4)
ON CONFLICT (contract_id, series, year)
DO UPDATE SET last = CASE WHEN number_series.last < excluded.last THEN excluded.last ELSE number_series.last END
