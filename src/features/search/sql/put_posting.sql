INSERT INTO search_posting (contract_id, term, kind, block, documents) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (contract_id, term, kind, block) DO UPDATE SET documents = excluded.documents
