INSERT INTO webhook (contract_id, id, name, url, sealed_secret, kind_groups, created_at, failures, disabled_because,
                     version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '', 1)
