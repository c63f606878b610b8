INSERT INTO holiday_list (version, sha256, content, imported_at)
VALUES ($1, $2, $3, $4)
