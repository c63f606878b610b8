SELECT id, name, family, model, origin, state, changes, COALESCE(request_id, '') AS request, instruction, agreement,
       planned_on, COALESCE(released_on, '') AS released_on
  FROM recovery_edition
 WHERE contract_id = $1 AND id > $2
 ORDER BY id
 LIMIT $3
