SELECT r.id, r.request_id, r.version_id, r.step, r.device_id, r.result, r.note, r.done_by, r.done_at, r.recorded_by,
       r.recorded_by_name, r.recorded_at, r.replaces, r.reason,
       (SELECT COUNT(*) FROM attachment a
         WHERE a.contract_id = r.contract_id AND a.subject_kind = 'step_record' AND a.subject_id = r.id) AS photos
  FROM step_record r
 WHERE r.contract_id = $1 AND r.request_id = $2
 ORDER BY r.recorded_at, r.id
