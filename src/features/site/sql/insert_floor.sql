INSERT INTO site_floor (contract_id, id, site_id, place, name, plan_id, plan_name, plan_width, plan_height)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
