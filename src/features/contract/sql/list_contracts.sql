SELECT id, title, municipality, starts_on, ends_on, version
  FROM contract
 ORDER BY starts_on DESC, id
