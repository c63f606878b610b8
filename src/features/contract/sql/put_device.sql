INSERT INTO device (contract_id, id, number, class, kind, model, type_number, division, generation, site_id, status,
                    known, pair_unit, remarks, search_key, listed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1) ON CONFLICT (contract_id,
        id) DO UPDATE SET number = excluded.number, class = excluded.class, kind = excluded.kind,
        model = excluded.model, type_number = excluded.type_number, division = excluded.division,
        generation = excluded.generation, site_id = excluded.site_id, status = excluded.status,
        known = excluded.known, pair_unit = excluded.pair_unit, remarks = excluded.remarks,
        search_key = excluded.search_key, listed = 1
  WHERE device.entered = 0
