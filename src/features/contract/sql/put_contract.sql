INSERT INTO contract (id, title, municipality, starts_on, ends_on, sha256, version, loaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id) DO UPDATE
   SET title = excluded.title, municipality = excluded.municipality, starts_on = excluded.starts_on,
       ends_on = excluded.ends_on, sha256 = excluded.sha256, version = excluded.version, loaded_at = excluded.loaded_at
