SELECT contract.version, contract.units_version,
       (SELECT COUNT(*) FROM movement WHERE movement.contract_id = contract.id) AS movements,
       (SELECT COUNT(*) FROM placement WHERE placement.contract_id = contract.id) AS placements,
       (SELECT COUNT(*)
          FROM register_import
         WHERE register_import.contract_id = contract.id AND register_import.saved_at IS NOT NULL) AS imports,
       (SELECT COUNT(*) FROM site_alias WHERE site_alias.contract_id = contract.id) AS aliases,
       (SELECT COALESCE(MAX(entered_at), '') FROM site_alias WHERE site_alias.contract_id = contract.id) AS aliased_at
  FROM contract
 WHERE contract.id = $1
