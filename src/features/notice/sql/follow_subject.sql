UPDATE notice
   SET number = $4, title = $5, path = $6, need = $7, division_key = $8, site_id = $9
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3
   AND (number <> $4 OR title <> $5 OR path <> $6 OR need <> $7 OR division_key <> $8 OR site_id <> $9)
