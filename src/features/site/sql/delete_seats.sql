DELETE FROM site_seat
 WHERE contract_id = $1
   AND floor_id IN (SELECT id FROM site_floor WHERE site_floor.contract_id = $1 AND site_floor.site_id = $2)
