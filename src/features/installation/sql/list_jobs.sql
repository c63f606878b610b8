{{job}}
 WHERE installation.contract_id = $1
   AND ($2 = '' OR installation.kind = $2)
   AND ($3 = '' OR installation.state = $3
        OR ($3 = 'open' AND (installation.state = 'planned' OR installation.state = 'set_up')))
   AND ($7 = '' OR installation.site_id = $7
        OR EXISTS (SELECT 1
                     FROM installation_unit AS unit
                     JOIN placement ON placement.contract_id = unit.contract_id
                      AND placement.device_id = unit.device_id AND placement.site_id = $7
                      AND placement.begins_on <= installation.planned_on
                      AND placement.ends_on > installation.planned_on
                    WHERE unit.contract_id = installation.contract_id AND unit.installation_id = installation.id))
   AND ($4 = '' OR (installation.planned_on, installation.id) < ($4, $5))
 ORDER BY installation.planned_on DESC, installation.id DESC
 LIMIT $6
