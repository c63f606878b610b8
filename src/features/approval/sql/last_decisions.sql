SELECT d.approval_id, d.decided_by_name, d.for_name, d.decided_at
  FROM approval_decision d
 WHERE d.contract_id = $1
   AND d.step = (SELECT MAX(e.step)
                   FROM approval_decision e
                  WHERE e.contract_id = d.contract_id AND e.approval_id = d.approval_id)
 ORDER BY d.approval_id
