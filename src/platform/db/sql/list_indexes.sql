SELECT t.name AS table_name, i.name AS key_name, c.name AS column_name
  FROM sqlite_schema AS t
  JOIN pragma_index_list(t.name) AS i
  JOIN pragma_index_info(i.name) AS c
 WHERE t.type = 'table' AND c.name IS NOT NULL
 ORDER BY t.name, i.name, c.seqno
