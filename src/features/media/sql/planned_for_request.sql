SELECT u.id AS use_id, u.planned_at, m.contract_id, m.id, m.label, m.kind, m.name, m.purpose, m.keeper, m.storage_place,
       m.recovery, m.state, m.holder, m.changed_at, m.used_at, m.check_id, m.check_from, m.check_at, m.check_verdict,
       m.registered_by, m.registered_at, m.version
  FROM medium_use u
  JOIN medium m ON m.contract_id = u.contract_id AND m.id = u.medium_id
 WHERE u.contract_id = $1 AND u.request_id = $2 AND u.state = 'planned'
 ORDER BY u.planned_at, u.id
