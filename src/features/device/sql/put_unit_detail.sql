INSERT INTO unit_detail (contract_id, device_id, serial, serial_key, bought_on, warranty_ends_on, wire, spare_key,
                         medium_edition, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (contract_id, device_id) DO UPDATE
   SET serial = excluded.serial, serial_key = excluded.serial_key, bought_on = excluded.bought_on,
       warranty_ends_on = excluded.warranty_ends_on, wire = excluded.wire, spare_key = excluded.spare_key,
       medium_edition = excluded.medium_edition, version = excluded.version
