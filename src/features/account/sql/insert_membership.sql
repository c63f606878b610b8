INSERT INTO membership (contract_id, id, person_id, role, from_day, to_day, division, site_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
