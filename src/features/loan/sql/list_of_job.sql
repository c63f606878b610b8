{{loan}}
 WHERE loan.contract_id = $1 AND loan_link.job_id = $2
 ORDER BY loan.number, loan.id
 LIMIT 200
