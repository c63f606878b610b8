DELETE FROM desk_day_off
 WHERE contract_id = $1 AND desk = $2 AND day = $3
