SELECT t.name AS table_name, CAST(k.id AS TEXT) AS key_name, k."table" AS target, k."from" AS column_name
  FROM sqlite_schema AS t
  JOIN pragma_foreign_key_list(t.name) AS k
 WHERE t.type = 'table'
 ORDER BY t.name, k.id, k.seq
