SELECT id, kind, side, person_id, person_name, at, text, change, oral_at, oral_with, minor
  FROM question_entry
 WHERE contract_id = $1 AND question_id = $2
 ORDER BY at, id
