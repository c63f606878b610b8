SELECT c.relname::text AS table_name, x.relname::text AS key_name, a.attname::text AS column_name
  FROM pg_index AS i
  JOIN pg_class AS c ON c.oid = i.indrelid
  JOIN pg_class AS x ON x.oid = i.indexrelid
 CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = u.number
 WHERE c.relnamespace = current_schema()::regnamespace
 ORDER BY c.relname, x.relname, u.place
