UPDATE person SET version = version WHERE id = $1
