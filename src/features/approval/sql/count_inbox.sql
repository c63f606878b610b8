SELECT COUNT(*) AS total
  FROM approval a
  LEFT JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
{{may_decide}}
