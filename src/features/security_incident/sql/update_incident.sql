UPDATE security_incident
   SET kind = $4, title = $5, what = $6, noticed_at = $7, place = $8, assets = $9, state = $10, cause = $11,
       extent = $12, affected = $13, first_measures = $14, party = $15, party_name = $16, amount_yen = $17,
       report_due_at = $18, report_guide = $19, report_clause = $20, reported_at = $21, told_to = $22,
       reported_how = $23, reported_by = $24, written_at = $25, written_to = $26, written_how = $27,
       written_file = $28, written_by = $29, restored_on = $30, restored = $31, material_before = $32,
       material_after = $33, borne_by = $34, restored_by = $35, verdict = $36, ruled_at = $37, ruling = $38,
       ruled_by = $39, closed_at = $40, closed_by = $41, closing = $42, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
