SELECT COUNT(*) AS contracts FROM contract WHERE id = $1
