INSERT INTO drill
      (contract_id, id, site_id, held_on, kind, asked, result, seen_version, seen_by, seen_at, entered_by, entered_at,
       version)
VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, '', NULL, $8, $9, 1)
