SELECT contract_id, id, number, ground, ground_id, ground_name, device_class, as_of, months, finding_ja, finding_en,
       title, problem, measure, aim, person, due_on, continues_id, accepts, decided_on, decided_by, decision,
       decision_entered_by, started_on, started_by, effective_on, checked_until, faults_before, days_before,
       faults_after, days_after, evaluation, goes_on, concluded_on, concluded_by, conclusion, withdrawn, proposed_by,
       proposed_at, version
  FROM improvement
