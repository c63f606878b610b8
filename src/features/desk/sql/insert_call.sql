INSERT INTO desk_call
      (contract_id, id, desk, desk_name, channel, device_id, unit, incident, request, reached_at, asked, form_attached,
       reference, said, visit_expected, visit_due, visit_at, site_told_at, site_told, visited_at, outcome, closed,
       search_key, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
        $25, 1)
