SELECT DISTINCT person_id, number, title, need, division_key, site_id
  FROM notice
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3
 ORDER BY person_id
