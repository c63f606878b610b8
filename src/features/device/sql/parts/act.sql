SELECT id, kind, name, reason, units, events_before, person_id, person_name, done_at, undone_at, undone_by,
       undone_by_name, undone_reason, reference_day
  FROM register_act
