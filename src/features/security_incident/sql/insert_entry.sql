INSERT INTO security_incident_entry (contract_id, incident_id, id, kind, at, text, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
