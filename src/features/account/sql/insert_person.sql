INSERT INTO person (id, login, login_key, name, language, mail, administrator, password_hash, failures, created_at,
       version)
VALUES ($1, $2, $3, $4, $5, $8, $6, '', 0, $7, 1)
    ON CONFLICT (login_key) DO NOTHING
