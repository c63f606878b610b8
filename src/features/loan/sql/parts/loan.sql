SELECT loan.contract_id, loan.id, loan.number, loan.kind, loan.title, loan.lent_by, loan.lent_to, loan.holder,
       loan.storage_place, loan.lent_on, loan.due_back, loan.returned_on, loan.returned_to, loan.state,
       loan.checked_on, loan.next_check_on, loan.note, loan.entered_by, loan.entered_at, loan.version,
       loan_link.device_id, loan_link.medium_id, loan_link.job_id, loan_link.job_number
  FROM loan
  LEFT JOIN loan_link ON loan_link.contract_id = loan.contract_id AND loan_link.loan_id = loan.id
