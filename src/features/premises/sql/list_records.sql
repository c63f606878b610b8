{{record}}
 WHERE entry_record.contract_id = $1
   AND ($2 = '' OR controlled_room.site_id = $2)
   AND ($3 = '' OR entry_record.room_id = $3)
   AND ($4 = '' OR entry_record.search_key LIKE $4 ESCAPE '!')
   AND ($5 = '' OR entry_record.in_at >= $5)
   AND ($6 = '' OR entry_record.in_at < $6)
   AND ($7 = 'all' OR ($7 = 'inside') = (entry_record.out_at IS NULL AND entry_record.withdrawn = 0))
   AND ($8 = '' OR (entry_record.in_at, entry_record.id) < ($8, $9))
   AND ($10 = 1 OR controlled_room.site_id IN ($12))
 ORDER BY entry_record.in_at DESC, entry_record.id DESC
 LIMIT $11
