INSERT INTO licence (contract_id, id, number, software, edition, publisher, licensee, kind, quantity, obtained_on,
                     valid_until, payer, payer_name, payer_reason, purpose, request_id, certificate_place, note,
                     ended_on, ended_because, ended_by, search_key, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, NULL, '', '', $19, $20, $21,
        1)
