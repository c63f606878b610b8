SELECT COUNT(*) AS stays
  FROM site_fact AS fact
  JOIN placement ON placement.contract_id = fact.contract_id AND placement.site_id = fact.site_id
   AND placement.used_as <> 'retired' AND placement.used_as <> 'planned'
 WHERE fact.contract_id = $1
   AND ((fact.open = 0 AND placement.ends_on > fact.begins_on
         AND placement.begins_on < COALESCE((SELECT MIN(next.begins_on)
                                               FROM site_fact AS next
                                              WHERE next.contract_id = fact.contract_id
                                                AND next.site_id = fact.site_id
                                                AND next.begins_on > fact.begins_on), '9999-12-31'))
        OR (placement.begins_on < fact.begins_on
            AND NOT EXISTS (SELECT 1
                              FROM site_fact AS earlier
                             WHERE earlier.contract_id = fact.contract_id AND earlier.site_id = fact.site_id
                               AND earlier.begins_on < fact.begins_on)))
