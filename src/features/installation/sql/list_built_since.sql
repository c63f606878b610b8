SELECT installation_unit.device_id, installation.number
  FROM installation
  JOIN installation_unit
    ON installation_unit.contract_id = installation.contract_id
   AND installation_unit.installation_id = installation.id
 WHERE installation.contract_id = $1 AND installation.state <> 'cancelled'
   AND (installation.entered_at >= $2
        OR EXISTS (SELECT 1
                     FROM installation_step
                    WHERE installation_step.contract_id = installation.contract_id
                      AND installation_step.installation_id = installation.id
                      AND installation_step.entered_at >= $2))
 ORDER BY installation.number, installation_unit.position
