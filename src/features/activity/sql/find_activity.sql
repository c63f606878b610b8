SELECT a.contract_id, a.id, a.number, a.work_type, a.title, a.asked_by, a.what, a.result, a.done_on, a.hours_tenths,
       a.performed_by, a.request_id, a.permission, a.entered_by, a.entered_at, a.cancelled_at, a.cancelled_by,
       a.cancelled_because, a.version, r.number AS request_number
  FROM activity a
  LEFT JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
 WHERE a.contract_id = $1 AND a.id = $2
