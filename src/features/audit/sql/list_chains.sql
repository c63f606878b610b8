SELECT contract_id FROM event_chain
UNION
SELECT DISTINCT contract_id FROM event
 ORDER BY contract_id
