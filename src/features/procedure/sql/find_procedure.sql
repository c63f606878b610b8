SELECT id, contract_id, number, kind, title, issuer, device_classes, retired_at, newest, version
  FROM work_procedure
 WHERE contract_id = $1 AND id = $2
