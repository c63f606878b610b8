SELECT entry_record.contract_id, entry_record.id, entry_record.room_id, entry_record.worker_id, entry_record.name,
       entry_record.affiliation, entry_record.in_at, entry_record.out_at, entry_record.purpose,
       entry_record.request_id, entry_record.request_number, entry_record.attendant, entry_record.withdrawn,
       entry_record.seen_version, entry_record.seen_by, entry_record.seen_at, entry_record.version,
       controlled_room.site_id, controlled_room.name AS room_name, controlled_room.floor AS room_floor
  FROM entry_record
  JOIN controlled_room
    ON controlled_room.contract_id = entry_record.contract_id AND controlled_room.id = entry_record.room_id
