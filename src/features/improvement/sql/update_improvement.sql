UPDATE improvement
   SET state = $4, is_open = $5, title = $6, problem = $7, measure = $8, aim = $9, person = $10, due_on = $11,
       accepts = $12, decided_on = $13, decided_by = $14, decision = $15, decision_entered_by = $16, started_on = $17,
       started_by = $18, effective_on = $19, checked_until = $20, faults_before = $21, days_before = $22,
       faults_after = $23, days_after = $24, evaluation = $25, goes_on = $26, concluded_on = $27, concluded_by = $28,
       conclusion = $29, withdrawn = $30, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
