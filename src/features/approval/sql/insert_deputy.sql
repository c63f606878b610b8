INSERT INTO deputy (contract_id, id, side, person_id, deputy_id, from_day, to_day)
VALUES ($1, $2, $3, $4, $5, $6, $7)
