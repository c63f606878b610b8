INSERT INTO placement (contract_id, device_id, begins_on, ends_on, previous_ends_on, site_id, place, used_as, keeper)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
