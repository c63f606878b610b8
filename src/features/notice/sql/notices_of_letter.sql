SELECT contract_id, person_id, sequence, kind, kind_group, urgent, subject_kind, subject_id, number, title, path,
       actor_name, detail_ja, detail_en, at, read_at
  FROM notice
 WHERE contract_id = $1 AND mail_id = $2 AND read_at IS NULL
