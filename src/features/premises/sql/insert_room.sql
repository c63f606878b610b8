INSERT INTO controlled_room (contract_id, id, site_id, name, floor, procedure, closed_on, version)
VALUES ($1, $2, $3, $4, $5, $6, NULL, 1)
