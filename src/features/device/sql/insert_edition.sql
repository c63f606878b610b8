INSERT INTO ledger_edition (contract_id, id, division, number, reference_day, units, movements, name, sha256, made_by,
                            made_at, submitted_on, submitted_by, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, '', 1)
    ON CONFLICT (contract_id, division, number) DO NOTHING
