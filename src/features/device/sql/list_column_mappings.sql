SELECT column_mapping.name, column_mapping_heading.heading, column_mapping_heading.ledger_column
  FROM column_mapping
  JOIN column_mapping_heading
    ON column_mapping_heading.contract_id = column_mapping.contract_id
   AND column_mapping_heading.name_key = column_mapping.name_key
 WHERE column_mapping.contract_id = $1
 ORDER BY column_mapping.name_key, column_mapping_heading.heading_key
