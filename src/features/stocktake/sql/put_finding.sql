INSERT INTO stocktake_finding
      (contract_id, stocktake_id, found_key, code, device_id, site_id, place, note, found_by, found_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (contract_id, stocktake_id, found_key)
DO UPDATE SET code = excluded.code, site_id = excluded.site_id, place = excluded.place, note = excluded.note,
              found_by = excluded.found_by, found_at = excluded.found_at
