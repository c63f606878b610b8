SELECT units_version FROM contract WHERE id = $1
