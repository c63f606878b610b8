INSERT INTO search_series (contract_id, kind, last) VALUES ($1, $2, $3)
    ON CONFLICT (contract_id, kind) DO UPDATE SET last = search_series.last + excluded.last
    RETURNING last
