UPDATE approval
   SET state = 'voided', turn = 'nobody', settled_at = $3, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND state IN ('asked', 'granted')
