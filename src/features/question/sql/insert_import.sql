INSERT INTO question_import (contract_id, id, name, sha256, preview_hash, person_id, created_at, saved_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)
