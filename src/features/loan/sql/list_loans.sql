{{loan}}
 WHERE loan.contract_id = $1
   AND ($2 = '' OR loan.kind = $2)
   AND ($3 = '' OR loan.state = $3 OR ($3 = 'open' AND loan.state <> 'returned'))
   AND ($4 = '' OR loan.search_key LIKE $4 ESCAPE '!')
   AND ($5 = '' OR (loan.number, loan.id) > (SELECT number, id FROM loan WHERE contract_id = $1 AND id = $5))
   AND ($7 = '' OR loan_link.device_id = $7)
   AND ($8 = '' OR loan_link.medium_id = $8)
 ORDER BY loan.number, loan.id
 LIMIT $6
