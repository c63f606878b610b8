SELECT id, number, number_year, number_seq, entered_on, city_person, division, division_person, contractor,
       contractor_person, status, title, body, wish_on, received_on, result, procedure_followed, performed_on,
       performed_until, performed_by, contractor_confirmation, contractor_confirmed_on, contractor_confirmed_by,
       contractor_confirmed_person, city_confirmation, city_confirmed_on, city_confirmed_by, city_confirmed_person,
       planned_tenths, actual_tenths, work_types, site_id, device_id, start_kind, declined, division_key, search_key,
       version, created_at, updated_at
  FROM work_request
 WHERE contract_id = $1 AND id > $2
 ORDER BY id
 LIMIT $3
