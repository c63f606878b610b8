SELECT contract.version, contract.units_version,
       (SELECT COUNT(*) FROM movement WHERE movement.contract_id = contract.id) AS movements,
       (SELECT COUNT(*) FROM placement WHERE placement.contract_id = contract.id) AS placements,
       (SELECT COUNT(*)
          FROM register_import
         WHERE register_import.contract_id = contract.id AND register_import.saved_at IS NOT NULL) AS imports,
       (SELECT COUNT(*) FROM site_alias WHERE site_alias.contract_id = contract.id) AS aliases,
       (SELECT COALESCE(MAX(entered_at), '') FROM site_alias WHERE site_alias.contract_id = contract.id) AS aliased_at,
       (SELECT CAST(COALESCE(SUM(unit_detail.version), 0) AS BIGINT)
          FROM unit_detail
         WHERE unit_detail.contract_id = contract.id) AS details,
       (SELECT COUNT(*) FROM unit_address WHERE unit_address.contract_id = contract.id) AS addresses,
       (SELECT COALESCE(MAX(entered_at), '')
          FROM unit_address
         WHERE unit_address.contract_id = contract.id) AS addressed_at,
       (SELECT CAST(COALESCE(SUM(site_range.version), 0) AS BIGINT)
          FROM site_range
         WHERE site_range.contract_id = contract.id) AS ranges,
       (SELECT CAST(COALESCE(SUM(unit_part.version), 0) AS BIGINT) + COUNT(*)
          FROM unit_part
         WHERE unit_part.contract_id = contract.id) AS parts
  FROM contract
 WHERE contract.id = $1
