SELECT installation_unit.device_id, installation.number
  FROM installation
  JOIN installation_unit
    ON installation_unit.contract_id = installation.contract_id AND installation_unit.installation_id = installation.id
 WHERE installation.contract_id = $1 AND (installation.state = 'planned' OR installation.state = 'set_up')
 ORDER BY installation.number
