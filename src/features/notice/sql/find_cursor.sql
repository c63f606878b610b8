SELECT sequence FROM notice_cursor WHERE contract_id = $1
