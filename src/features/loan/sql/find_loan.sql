{{loan}}
 WHERE loan.contract_id = $1 AND loan.id = $2
