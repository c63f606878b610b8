{{register_rows}}
  FROM approval a
  JOIN approval_decision d ON d.contract_id = a.contract_id AND d.approval_id = a.id AND d.decided_by = $2
  LEFT JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
  LEFT JOIN site s ON s.contract_id = a.contract_id AND s.id = a.site_id
 WHERE a.contract_id = $1
