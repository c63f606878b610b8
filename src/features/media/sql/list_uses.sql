SELECT u.id, u.medium_id, u.request_id, u.device_id, u.planned_at, u.purpose, u.state, u.used_at, u.used_by,
       u.permission,
       u.check_id, u.entered_by, u.entered_at, r.number AS request_number, r.title AS request_title
  FROM medium_use u
  JOIN work_request r ON r.contract_id = u.contract_id AND r.id = u.request_id
 WHERE u.contract_id = $1 AND u.medium_id = $2
 ORDER BY u.planned_at DESC, u.id DESC
 LIMIT 200
