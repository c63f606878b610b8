{{register_rows}}
  FROM approval a
  LEFT JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
  LEFT JOIN site s ON s.contract_id = a.contract_id AND s.id = a.site_id
{{may_decide}}
