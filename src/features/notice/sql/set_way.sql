INSERT INTO notice_way (contract_id, person_id, kind_group, way) VALUES ($1, $2, $3, $4)
ON CONFLICT (contract_id, person_id, kind_group) DO UPDATE SET way = excluded.way
