SELECT contract_id, id, site_id, name, floor, procedure, closed_on, version
  FROM controlled_room
