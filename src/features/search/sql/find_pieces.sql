SELECT document, subject_id, number, title, reaches, fields
  FROM search_document
 WHERE contract_id = $1 AND kind = $2 AND document IN ($3)
