SELECT id, login, name, language, mail, administrator, disabled_at,
       CASE WHEN password_hash = '' THEN 0 ELSE 1 END AS has_password,
       version
  FROM person
 WHERE login_key = $1
