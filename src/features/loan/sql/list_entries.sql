SELECT id, act, on_day, person, place, in_order, permission, note, entered_by, entered_at
  FROM loan_entry
 WHERE contract_id = $1 AND loan_id = $2
 ORDER BY on_day DESC, id DESC
 LIMIT 500
