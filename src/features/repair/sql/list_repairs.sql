{{repair}}
 WHERE repair.contract_id = $1
   AND ($2 = '' OR repair.state = $2
        OR ($2 = 'open' AND repair.state <> 'spare' AND repair.state <> 'handed_over' AND repair.state <> 'disposed'))
   AND ($3 = '' OR device.model = $3)
   AND ($4 = '' OR repair.search_key LIKE $4 ESCAPE '!')
   AND ($5 = '' OR repair.device_id = $5)
   AND ($9 = '' OR EXISTS (SELECT 1
                             FROM placement
                            WHERE placement.contract_id = repair.contract_id
                              AND placement.device_id = repair.device_id AND placement.site_id = $9
                              AND placement.begins_on <= repair.failed_on
                              AND placement.ends_on >= repair.failed_on))
   AND ($6 = '' OR (repair.failed_on, repair.id) < ($6, $7))
 ORDER BY repair.failed_on DESC, repair.id DESC
 LIMIT $8
