SELECT t.name AS table_name, c.name AS column_name
  FROM sqlite_schema AS t
  JOIN pragma_table_info(t.name) AS c
 WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_'
 ORDER BY t.name, c.cid
