INSERT INTO register_import (contract_id, id, name, sha256, reference_day, cause, person_id, created_at, saved_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)
