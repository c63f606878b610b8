SELECT device_id, pages, read_on
  FROM (SELECT device_id, pages, read_on,
               ROW_NUMBER() OVER (PARTITION BY device_id ORDER BY read_on DESC, survey_id DESC) AS place
          FROM page_reading
         WHERE contract_id = $1 AND survey_id <> $2 AND read_on < $3 AND pages IS NOT NULL) AS earlier
 WHERE place = 1
