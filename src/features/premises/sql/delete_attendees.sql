DELETE FROM drill_attendee
 WHERE contract_id = $1 AND drill_id = $2
