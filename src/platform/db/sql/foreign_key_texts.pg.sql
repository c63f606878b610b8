SELECT c.relname::text AS table_name, k.conname::text AS key_name, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint AS k
  JOIN pg_class AS c ON c.oid = k.conrelid
 WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
 ORDER BY c.relname, k.conname
