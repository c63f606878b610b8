INSERT INTO work_procedure (contract_id, id, number, kind, title, issuer, device_classes, search_key, retired_at,
                            newest, version, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, 1, 1, $9, $9)
