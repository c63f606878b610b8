SELECT recovery_medium.medium_id, recovery_medium.edition_id, recovery_medium.written_at, medium.label, medium.name,
       medium.state, medium.storage_place, medium.holder
  FROM recovery_medium
  JOIN medium ON medium.contract_id = recovery_medium.contract_id AND medium.id = recovery_medium.medium_id
 WHERE recovery_medium.contract_id = $1 AND ($2 = '' OR recovery_medium.edition_id = $2)
   AND medium.state <> 'disposed'
 ORDER BY medium.label
 LIMIT 1000
