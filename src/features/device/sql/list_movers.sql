-- Jumps from name to name in the index instead of reading every movement.
WITH RECURSIVE mover (name) AS (
    SELECT MIN(entered_by) FROM movement WHERE contract_id = $1
    UNION ALL
    SELECT (SELECT MIN(movement.entered_by)
              FROM movement
             WHERE movement.contract_id = $1 AND movement.entered_by > mover.name)
      FROM mover
     WHERE mover.name IS NOT NULL
)
SELECT name FROM mover WHERE name IS NOT NULL LIMIT $2
