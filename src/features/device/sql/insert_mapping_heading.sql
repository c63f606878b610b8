INSERT INTO column_mapping_heading (contract_id, name_key, heading_key, heading, ledger_column)
VALUES ($1, $2, $3, $4, $5)
