INSERT INTO entry_record_version
      (contract_id, record_id, version, act, room_id, worker_id, name, affiliation, in_at, out_at, purpose,
       request_id, request_number, attendant, reason, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
