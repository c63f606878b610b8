SELECT repair.device_id, repair.number
  FROM repair
 WHERE repair.contract_id = $1
   AND (repair.entered_at >= $2
        OR EXISTS (SELECT 1
                     FROM repair_step
                    WHERE repair_step.contract_id = repair.contract_id AND repair_step.repair_id = repair.id
                      AND repair_step.entered_at >= $2))
UNION
SELECT repair.spare_id AS device_id, repair.number
  FROM repair
 WHERE repair.contract_id = $1 AND repair.spare_id IS NOT NULL AND repair.entered_at >= $2
 ORDER BY number, device_id
