SELECT recovery_master.family, recovery_master.model, recovery_master.device_id, device.number, site.name AS site_name,
       placement.place, placement.used_as, recovery_master.note, recovery_master.version
  FROM recovery_master
  JOIN device ON device.contract_id = recovery_master.contract_id AND device.id = recovery_master.device_id
  LEFT JOIN placement
    ON placement.contract_id = recovery_master.contract_id AND placement.device_id = recovery_master.device_id
   AND placement.begins_on <= $2 AND placement.ends_on > $2
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
 WHERE recovery_master.contract_id = $1
 ORDER BY recovery_master.family, recovery_master.model
