INSERT INTO site_seat (contract_id, id, floor_id, place, name, section, x, y)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
