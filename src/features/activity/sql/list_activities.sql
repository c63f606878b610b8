SELECT a.contract_id, a.id, a.number, a.work_type, a.title, a.asked_by, a.what, a.result, a.done_on, a.hours_tenths,
       a.performed_by, a.request_id, a.permission, a.entered_by, a.entered_at, a.cancelled_at, a.cancelled_by,
       a.cancelled_because, a.version, r.number AS request_number
  FROM activity a
  LEFT JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
 WHERE a.contract_id = $1
   AND ($2 = '' OR a.work_type = $2)
   AND ($3 = '' OR a.done_on >= $3)
   AND ($4 = '' OR a.done_on <= $4)
   AND ($5 = '' OR a.search_key LIKE $5 ESCAPE '!')
   AND ($6 = 1 OR a.cancelled_at IS NULL)
   AND ($7 = '' OR (a.done_on, a.number, a.id) < (SELECT c.done_on, c.number, c.id
        FROM activity c WHERE c.contract_id = $1 AND c.id = $7))
 ORDER BY a.done_on DESC, a.number DESC, a.id DESC
 LIMIT $8
