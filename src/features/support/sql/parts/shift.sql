SELECT contract_id, id, from_at, until_at, person, phone, rank, note, entered_by, entered_at, version
  FROM on_call_shift
