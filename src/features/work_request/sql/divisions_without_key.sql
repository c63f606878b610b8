SELECT contract_id, division
  FROM work_request
 WHERE division_key IS NULL
 GROUP BY contract_id, division
