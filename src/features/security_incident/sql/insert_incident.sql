INSERT INTO security_incident
      (contract_id, id, number, kind, title, what, noticed_at, place, assets, subject_kind, subject_id, state,
       side, entered_by,
       entered_at, reported_at, told_to, reported_how, reported_by, closed_at, closed_by, closing, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, 1)
