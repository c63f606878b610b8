UPDATE contract SET units_version = units_version + 1 WHERE id = $1
