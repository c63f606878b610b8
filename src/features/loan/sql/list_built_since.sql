SELECT loan_link.device_id, loan.number
  FROM loan_link
  JOIN loan ON loan.contract_id = loan_link.contract_id AND loan.id = loan_link.loan_id
 WHERE loan_link.contract_id = $1 AND loan_link.device_id IS NOT NULL AND loan_link.linked_at >= $2
 ORDER BY loan.number
