SELECT c.relname::text AS table_name, k.conname::text AS key_name, r.relname::text AS target,
       a.attname::text AS column_name
  FROM pg_constraint AS k
  JOIN pg_class AS c ON c.oid = k.conrelid
  JOIN pg_class AS r ON r.oid = k.confrelid
 CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = u.number
 WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
 ORDER BY c.relname, k.conname, u.place
