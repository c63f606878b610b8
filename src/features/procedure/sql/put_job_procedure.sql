INSERT INTO job_procedure (contract_id, request_id, version_id, state, approval_id, content_sha256, acts, devices,
                           reason, cited_by, cited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $10)
ON CONFLICT (contract_id, request_id, version_id) DO UPDATE
   SET state = excluded.state, approval_id = excluded.approval_id, content_sha256 = excluded.content_sha256,
       acts = excluded.acts, devices = excluded.devices, reason = '', cited_by = excluded.cited_by,
       cited_at = excluded.cited_at, settled_at = NULL
