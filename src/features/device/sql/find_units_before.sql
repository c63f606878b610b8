SELECT units_before FROM register_act WHERE contract_id = $1 AND id = $2
