SELECT content
  FROM holiday_list
 WHERE version = $1
