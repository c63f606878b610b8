SELECT entry_record_version.version, entry_record_version.act, entry_record_version.room_id,
       entry_record_version.worker_id, entry_record_version.name, entry_record_version.affiliation,
       entry_record_version.in_at, entry_record_version.out_at, entry_record_version.purpose,
       entry_record_version.request_id, entry_record_version.request_number, entry_record_version.attendant,
       entry_record_version.reason, entry_record_version.entered_by, entry_record_version.entered_at,
       controlled_room.name AS room_name
  FROM entry_record_version
  JOIN controlled_room
    ON controlled_room.contract_id = entry_record_version.contract_id
   AND controlled_room.id = entry_record_version.room_id
 WHERE entry_record_version.contract_id = $1 AND entry_record_version.record_id = $2
 ORDER BY entry_record_version.version DESC
 LIMIT 200
