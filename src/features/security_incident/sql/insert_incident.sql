INSERT INTO security_incident
      (contract_id, id, number, category, kind, title, what, noticed_at, place, assets, subject_kind, subject_id,
       state, side, entered_by, entered_at, cause, extent, affected, first_measures, party, party_name, amount_yen,
       report_due_at, report_guide, report_clause, reported_at, told_to, reported_how, reported_by, written_at,
       written_to, written_how, written_file, written_by, restored_on, restored, material_before, material_after,
       borne_by, restored_by, verdict, ruled_at, ruling, ruled_by, closed_at, closed_by, closing, version)
VALUES
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45,
       $46, $47, $48, 1)
