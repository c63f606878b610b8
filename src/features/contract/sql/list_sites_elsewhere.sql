SELECT site.contract_id, contract.title, site.id, site.number, site.name, site.address, site.departments, site.planned,
       site.excluded, site.remarks, site.aliases
  FROM site
  JOIN contract ON contract.id = site.contract_id
 WHERE site.contract_id IN ($1) AND site.listed = 1
 ORDER BY site.contract_id, site.number, site.id
