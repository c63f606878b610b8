SELECT id, medium_id, request_id, device_id, planned_at, purpose, state, used_at, used_by, permission, check_id,
       entered_by,
       entered_at
  FROM medium_use
 WHERE contract_id = $1 AND medium_id = $2 AND id = $3
