SELECT placement.site_id, COUNT(DISTINCT repair.id) AS repairs
  FROM repair
  JOIN placement ON placement.contract_id = repair.contract_id AND placement.device_id = repair.device_id
   AND placement.begins_on <= repair.failed_on AND placement.ends_on >= repair.failed_on
   AND placement.site_id IS NOT NULL
 WHERE repair.contract_id = $1 AND repair.state <> 'spare' AND repair.state <> 'handed_over'
   AND repair.state <> 'disposed'
 GROUP BY placement.site_id
