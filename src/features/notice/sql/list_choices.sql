SELECT c.person_id, c.digest_minute, c.urgent_always, c.version, w.kind_group, w.way
  FROM notice_choice AS c
  LEFT JOIN notice_way AS w ON w.contract_id = c.contract_id AND w.person_id = c.person_id
 WHERE c.contract_id = $1
 ORDER BY c.person_id
