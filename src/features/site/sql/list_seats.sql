SELECT seat.id, seat.floor_id, seat.name, seat.section, seat.x, seat.y
  FROM site_seat AS seat
  JOIN site_floor AS floor ON floor.contract_id = seat.contract_id AND floor.id = seat.floor_id
 WHERE floor.contract_id = $1 AND floor.site_id = $2
 ORDER BY floor.place, seat.place
