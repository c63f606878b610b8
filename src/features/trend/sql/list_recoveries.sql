SELECT incident.device_class, MAX(restored.at) AS restored_at
  FROM incident_entry AS restored
  JOIN incident ON incident.contract_id = restored.contract_id AND incident.id = restored.incident_id
 WHERE restored.contract_id = $1 AND restored.act = 'restored' AND restored.taken_back = ''
   AND restored.at >= $2 AND restored.at < $3
   AND incident.state IN ('restored', 'checked', 'closed')
 GROUP BY incident.id, incident.device_class
 LIMIT $4
