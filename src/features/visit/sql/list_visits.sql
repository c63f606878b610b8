{{visit}}
{{wanted}}
   AND ($10 = '' OR (visit.planned_from, visit.id) < ($10, $11))
 ORDER BY visit.planned_from DESC, visit.id DESC
 LIMIT $12
