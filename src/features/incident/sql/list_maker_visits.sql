SELECT DISTINCT incident
  FROM desk_call
 WHERE contract_id = $1 AND visit_expected = 1 AND incident IN ($2)
