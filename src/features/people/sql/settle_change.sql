UPDATE roster_change SET standing = $3, takes_effect_on = $4, approval_number = $5, settled_at = $6
 WHERE contract_id = $1 AND id = $2 AND standing IN ('announced', 'recorded')
