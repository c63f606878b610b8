-- Requests that were being worked on when starts began to be recorded here. Nobody could record theirs: it is taken
-- over like that of a request from an older list.
CREATE TABLE request_before_gates (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    request_id TEXT NOT NULL,
    PRIMARY KEY (contract_id, request_id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
INSERT INTO request_before_gates (contract_id, request_id)
SELECT contract_id, id FROM work_request WHERE status IN ('in_progress', 'confirming') AND start_kind = 'none';
