INSERT INTO search_document (contract_id, kind, document, subject_id, part, stamp, number, title, reaches, fields)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
