INSERT INTO site_alias (contract_id, alias_key, alias, site_id, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (contract_id, alias_key) DO UPDATE
   SET alias = excluded.alias, site_id = excluded.site_id, entered_by = excluded.entered_by,
       entered_at = excluded.entered_at
