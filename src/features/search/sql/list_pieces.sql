SELECT subject_id, part, document, stamp
  FROM search_document
 WHERE contract_id = $1 AND kind = $2 AND subject_id = $3
