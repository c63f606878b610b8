{{record}}
 WHERE entry_record.contract_id = $1 AND entry_record.person_key = $2 AND entry_record.id <> $3
   AND entry_record.withdrawn = 0
   AND ($5 = '' OR entry_record.in_at < $5)
   AND (entry_record.out_at IS NULL OR entry_record.out_at > $4)
 ORDER BY entry_record.in_at
 LIMIT 1
