SELECT contract_id, id, role, role_name, name, contact, hours, duties, remarks, from_on, until_on, entered_by,
       entered_at, version
  FROM vendor
