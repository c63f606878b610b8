SELECT serial, bought_on, warranty_ends_on, wire, spare_key, medium_edition, version
  FROM unit_detail
 WHERE contract_id = $1 AND device_id = $2
