SELECT size, chunks
  FROM blob
 WHERE sha256 = $1
