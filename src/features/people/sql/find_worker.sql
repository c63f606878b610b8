SELECT contract_id, id, person_id, pledged_on, version
  FROM worker
 WHERE contract_id = $1 AND id = $2
