SELECT packed
  FROM blob_chunk
 WHERE sha256 = $1
 ORDER BY number
