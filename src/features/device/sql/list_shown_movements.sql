SELECT division, MAX(movements) AS movements
  FROM ledger_edition
 WHERE contract_id = $1
 GROUP BY division
