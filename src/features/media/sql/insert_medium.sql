INSERT INTO medium
      (contract_id, id, label, kind, name, purpose, keeper, storage_place, recovery, state, holder, changed_at,
       search_key,
       registered_by, registered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
ON CONFLICT (contract_id, label) DO NOTHING
