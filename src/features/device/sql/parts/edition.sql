SELECT id, division, number, reference_day, units, movements, name, sha256, made_by, made_at, submitted_on,
       submitted_by, version
  FROM ledger_edition
