INSERT INTO installation_unit (contract_id, installation_id, position, device_id, place, address)
VALUES ($1, $2, $3, $4, $5, $6)
