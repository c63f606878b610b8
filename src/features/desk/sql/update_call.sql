UPDATE desk_call
   SET desk = $4, desk_name = $5, channel = $6, device_id = $7, unit = $8, incident = $9, request = $10,
       reached_at = $11, asked = $12, form_attached = $13, reference = $14, said = $15, visit_expected = $16,
       visit_due = $17, visit_at = $18, site_told_at = $19, site_told = $20, visited_at = $21, outcome = $22,
       closed = $23, search_key = $24, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
