SELECT heading, meaning FROM site_heading WHERE contract_id = $1 ORDER BY heading_key
