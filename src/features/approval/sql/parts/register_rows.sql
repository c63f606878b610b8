SELECT a.id, a.contract_id, a.number, a.kind, a.title, a.reason, a.subject_kind, a.subject_id, a.content_sha256,
       a.request_id, a.acts, a.devices, a.site_id, a.room, a.valid_from, a.valid_until, a.asked_by, a.asked_by_name,
       a.asked_side, a.asked_at, a.state, a.turn, a.step, a.conditions, a.settled_at, a.begins_at, a.version,
       r.number AS request_number, s.name AS site_name, COALESCE(a.site_id, r.site_id) AS place
