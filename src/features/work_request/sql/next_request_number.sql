-- The next number of the series, and in the same answer the company's name as the list printed it last: a new request
-- needs both, and on PostgreSQL each question is a round trip.
INSERT INTO number_series (contract_id, series, year, last)
VALUES ($1, $2, $3, 1)
ON CONFLICT (contract_id, series, year) DO UPDATE SET last = number_series.last + 1
RETURNING last,
          (SELECT contractor
             FROM work_request
            WHERE work_request.contract_id = $1 AND contractor <> ''
            ORDER BY number_year DESC, number_seq DESC, id DESC
            LIMIT 1) AS contractor
