INSERT INTO blob (sha256, size, chunks)
VALUES ($1, $2, $3)
ON CONFLICT (sha256) DO NOTHING
