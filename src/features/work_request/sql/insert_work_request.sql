INSERT INTO work_request (contract_id, id, number, number_year, number_seq, entered_on, city_person, division,
                          division_person, contractor, contractor_person, status, title, body, wish_on, received_on,
                          result, procedure_followed, performed_on, performed_until, performed_by,
                          contractor_confirmation, contractor_confirmed_on, contractor_confirmed_by,
                          contractor_confirmed_person, city_confirmation, city_confirmed_on, city_confirmed_by,
                          city_confirmed_person, planned_tenths, actual_tenths, work_types, site_id, device_id,
                          search_key, division_key, version, created_at, updated_at, start_kind, declined)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
        $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, 1, $37, $37, $38, $39)
ON CONFLICT DO NOTHING
