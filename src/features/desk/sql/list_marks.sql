SELECT desk, maintained, note, version
  FROM desk_mark
 WHERE contract_id = $1
