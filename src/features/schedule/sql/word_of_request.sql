SELECT contract_id, id, word, request_id, standing_id, vendor, content, frequency, said_by, said_name, said_side,
       said_at, approval_id, ended_at
  FROM vendor_notice
 WHERE contract_id = $1 AND request_id = $2 AND ended_at IS NULL
