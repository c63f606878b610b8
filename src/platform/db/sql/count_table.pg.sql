SELECT COUNT(*) AS found
  FROM pg_tables
 WHERE schemaname = current_schema() AND tablename = $1
