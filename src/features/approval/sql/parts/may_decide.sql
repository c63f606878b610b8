-- What a person of a side may decide on a day: not his own, no step of it signed before, and named where anybody is.
 WHERE a.contract_id = $1
   AND a.asked_by <> $2
   AND NOT EXISTS (SELECT 1
                     FROM approval_decision d
                    WHERE d.contract_id = a.contract_id AND d.approval_id = a.id
                      AND (d.decided_by = $2 OR d.for_person = $2))
   AND (NOT EXISTS (SELECT 1
                      FROM approver v
                     WHERE v.contract_id = a.contract_id AND v.kind = a.kind AND v.step = a.step AND v.side = $3)
        OR EXISTS (SELECT 1
                     FROM approver v
                    WHERE v.contract_id = a.contract_id AND v.kind = a.kind AND v.step = a.step AND v.side = $3
                      AND v.person_id <> a.asked_by
                      AND (v.person_id = $2
                           OR EXISTS (SELECT 1
                                        FROM deputy y
                                       WHERE y.contract_id = v.contract_id AND y.side = v.side
                                         AND y.person_id = v.person_id AND y.deputy_id = $2
                                         AND y.from_day <= $4 AND y.to_day > $4))))
