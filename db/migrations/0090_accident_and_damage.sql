-- Accidents (LAW-05) and damage (LAW-02, LAW-04) stand beside the security incidents: what they tell beyond those, the
-- report in writing, and how the damage was made good. By when the city is told stands in the row, so that a late
-- report is late in every list.
ALTER TABLE security_incident ADD COLUMN category TEXT NOT NULL DEFAULT 'security';
ALTER TABLE security_incident ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN extent TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN affected TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN first_measures TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN party TEXT;
ALTER TABLE security_incident ADD COLUMN party_name TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN amount_yen INTEGER;
ALTER TABLE security_incident ADD COLUMN report_due_at TEXT;
ALTER TABLE security_incident ADD COLUMN report_guide INTEGER NOT NULL DEFAULT 1;
ALTER TABLE security_incident ADD COLUMN report_clause TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN written_at TEXT;
ALTER TABLE security_incident ADD COLUMN written_to TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN written_how TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN written_file TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN written_by TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN restored_on TEXT;
ALTER TABLE security_incident ADD COLUMN restored TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN material_before TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN material_after TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN borne_by TEXT;
ALTER TABLE security_incident ADD COLUMN restored_by TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN verdict TEXT;
ALTER TABLE security_incident ADD COLUMN ruled_at TEXT;
ALTER TABLE security_incident ADD COLUMN ruling TEXT NOT NULL DEFAULT '';
ALTER TABLE security_incident ADD COLUMN ruled_by TEXT NOT NULL DEFAULT '';
CREATE INDEX security_incident_by_category ON security_incident (contract_id, category, noticed_at, id);

UPDATE security_incident
   SET report_due_at = (SELECT due.due_at
                          FROM due
                         WHERE due.contract_id = security_incident.contract_id AND due.kind = 'security.report'
                           AND due.id = security_incident.id),
       report_guide = COALESCE((SELECT due.guide
                                  FROM due
                                 WHERE due.contract_id = security_incident.contract_id
                                   AND due.kind = 'security.report' AND due.id = security_incident.id), 1);
