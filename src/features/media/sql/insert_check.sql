INSERT INTO medium_check
      (contract_id, medium_id, id, method, started_at, finished_at, checked_by, tool, definitions_on, verdict, note,
       entered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
