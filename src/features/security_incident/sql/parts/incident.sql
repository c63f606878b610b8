SELECT contract_id, id, number, category, kind, title, what, noticed_at, place, assets, subject_kind, subject_id,
       state, side, entered_by, entered_at, cause, extent, affected, first_measures, party, party_name, amount_yen,
       report_due_at, report_guide, report_clause, reported_at, told_to, reported_how, reported_by, written_at,
       written_to, written_how, written_file, written_by, restored_on, restored, material_before, material_after,
       borne_by, restored_by, verdict, ruled_at, ruling, ruled_by, closed_at, closed_by, closing, version
  FROM security_incident
