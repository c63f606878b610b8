{{job}}
 WHERE installation.contract_id = $1
   AND ($2 = '' OR installation.kind = $2)
   AND ($3 = '' OR installation.state = $3
        OR ($3 = 'open' AND (installation.state = 'planned' OR installation.state = 'set_up')))
   AND ($4 = '' OR (installation.planned_on, installation.id) < ($4, $5))
 ORDER BY installation.planned_on DESC, installation.id DESC
 LIMIT $6
