{{record}}
 WHERE entry_record.contract_id = $1 AND entry_record.id = $2
