SELECT s.contract_id, s.id, s.request_id, s.kind, s.title, s.site_id, s.started_at, s.started_by, s.started_name,
       s.recorded_at, s.procedure_version_id, s.procedure_text, s.window_id, s.instructed_by, s.instructed_at,
       s.instructed_how, s.instruction, s.approval_id, s.retroactive, a.state AS confirmation,
       (SELECT d.opinion
          FROM approval_decision d
         WHERE d.contract_id = a.contract_id AND d.approval_id = a.id
         ORDER BY d.step DESC
         LIMIT 1) AS opinion
  FROM work_start s
  LEFT JOIN approval a ON a.contract_id = s.contract_id AND a.id = s.approval_id
