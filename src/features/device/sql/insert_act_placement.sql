INSERT INTO register_act_placement (contract_id, act_id, device_id, begins_on, ends_on, site_id, place, used_as, keeper)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
