SELECT contract_id, id, site_id, held_on, kind, asked, result, seen_version, seen_by, seen_at, entered_by, entered_at,
       version
  FROM drill
