UPDATE work_request
   SET entered_on = $4, city_person = $5, division = $6, division_person = $7, contractor = $8, contractor_person = $9,
       status = $10, title = $11, body = $12, wish_on = $13, received_on = $14, result = $15, procedure_followed = $16,
       performed_on = $17, performed_until = $18, performed_by = $19, contractor_confirmation = $20,
       contractor_confirmed_on = $21, contractor_confirmed_by = $22, contractor_confirmed_person = $23,
       city_confirmation = $24, city_confirmed_on = $25, city_confirmed_by = $26, city_confirmed_person = $27,
       planned_tenths = $28, actual_tenths = $29, work_types = $30, site_id = $31, device_id = $32, search_key = $33,
       division_key = $34, version = version + 1, updated_at = $35, start_kind = $36, declined = $37
 WHERE contract_id = $1 AND id = $2 AND version = $3
