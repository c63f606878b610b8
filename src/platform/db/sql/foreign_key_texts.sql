SELECT name AS table_name, name AS key_name, sql AS definition
  FROM sqlite_schema
 WHERE 1 = 0
