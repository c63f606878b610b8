SELECT COUNT(*) AS unread
  FROM notice
 WHERE contract_id = $1 AND person_id = $2 AND read_at IS NULL
