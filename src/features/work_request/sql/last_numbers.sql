SELECT year, last
  FROM number_series
 WHERE contract_id = $1 AND series = $2
