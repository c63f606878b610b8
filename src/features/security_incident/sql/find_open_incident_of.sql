SELECT contract_id, id, number, kind, title, what, noticed_at, place, assets, subject_kind, subject_id, state,
       side, entered_by,
       entered_at, reported_at, told_to, reported_how, reported_by, closed_at, closed_by, closing, version
  FROM security_incident
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3 AND state <> 'closed'
 ORDER BY noticed_at DESC, id DESC
 LIMIT 1
