INSERT INTO site_heading (contract_id, heading_key, heading, meaning, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (contract_id, heading_key)
DO UPDATE SET heading = excluded.heading, meaning = excluded.meaning, entered_by = excluded.entered_by,
              entered_at = excluded.entered_at
