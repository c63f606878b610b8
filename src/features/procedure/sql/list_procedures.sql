-- $2 folded text in the key (REPLACE finds it on both databases), $3 kind, $4 a class as ',cs,', $5 'current',
-- 'retired' or '', $6 the number after which to go on.
SELECT p.id, p.contract_id, p.number, p.kind, p.title, p.issuer, p.device_classes, p.retired_at, p.newest, p.version,
       v.id AS newest_id, v.edition, v.created_at AS newest_at,
       (SELECT COUNT(*) FROM job_procedure j
         WHERE j.contract_id = v.contract_id AND j.version_id = v.id AND j.state = 'granted') AS granted,
       (SELECT COUNT(*) FROM job_procedure j
         WHERE j.contract_id = v.contract_id AND j.version_id = v.id AND j.state = 'asked') AS asked,
       (SELECT COUNT(*) FROM job_procedure j
         WHERE j.contract_id = v.contract_id AND j.version_id = v.id AND j.state = 'returned') AS returned
  FROM work_procedure p
  JOIN procedure_version v ON v.contract_id = p.contract_id AND v.procedure_id = p.id AND v.sequence = p.newest
 WHERE p.contract_id = $1
   AND ($2 = '' OR REPLACE(p.search_key, $2, '') <> p.search_key)
   AND ($3 = '' OR p.kind = $3)
   AND ($4 = '' OR p.device_classes = ',' OR REPLACE(p.device_classes, $4, '') <> p.device_classes)
   AND ($5 = '' OR ($5 = 'current' AND p.retired_at IS NULL) OR ($5 = 'retired' AND p.retired_at IS NOT NULL))
   AND p.number > $6
 ORDER BY p.number
 LIMIT $7
