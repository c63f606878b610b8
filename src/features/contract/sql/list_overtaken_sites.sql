SELECT fact.contract_id, fact.site_id, fact.number, fact.name, fact.address, fact.departments, fact.remarks,
       fact.aliases, fact.excluded
  FROM site_fact AS fact
  JOIN site ON site.contract_id = fact.contract_id AND site.id = fact.site_id
 WHERE fact.begins_on <= $1 AND ($2 = '' OR fact.contract_id = $2)
   AND NOT EXISTS (SELECT 1
                     FROM site_fact AS later
                    WHERE later.contract_id = fact.contract_id AND later.site_id = fact.site_id
                      AND later.begins_on > fact.begins_on AND later.begins_on <= $1)
   AND (site.number <> fact.number OR site.name <> fact.name OR site.address <> fact.address
        OR site.departments <> fact.departments OR site.remarks <> fact.remarks OR site.aliases <> fact.aliases
        OR site.excluded <> fact.excluded)
 ORDER BY fact.contract_id, fact.site_id
