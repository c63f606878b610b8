UPDATE vendor_notice
   SET ended_at = $3
 WHERE contract_id = $1 AND id = $2 AND ended_at IS NULL
