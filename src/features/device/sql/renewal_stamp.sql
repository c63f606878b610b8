SELECT contract.units_version,
       (SELECT COUNT(*) FROM movement WHERE movement.contract_id = contract.id) AS movements,
       (SELECT COUNT(*) FROM renewal_plan WHERE renewal_plan.contract_id = contract.id) AS plans
  FROM contract
 WHERE contract.id = $1
