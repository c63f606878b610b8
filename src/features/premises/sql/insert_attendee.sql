INSERT INTO drill_attendee
      (contract_id, drill_id, worker_id, place, name, affiliation, attended, reason, search_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
