INSERT INTO entry_record
      (contract_id, id, room_id, worker_id, name, affiliation, person_key, search_key, in_at, out_at, purpose,
       request_id, request_number, attendant, withdrawn, seen_version, seen_by, seen_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, NULL, '', NULL, 1)
ON CONFLICT DO NOTHING
