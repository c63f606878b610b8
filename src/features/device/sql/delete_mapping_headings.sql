DELETE FROM column_mapping_heading WHERE contract_id = $1 AND name_key = $2
