INSERT INTO blob_chunk (sha256, number, packed)
VALUES ($1, $2, $3)
