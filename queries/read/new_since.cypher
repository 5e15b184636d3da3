// name: new_since :many
// Things that an edition of a later year states and none up to that year does, by kind. Year 0: since the edition before the
// newest.
// @audience co-chair, analyst
// @topic editions
// @param  year int 0
// @param  kind string any
// @param  lang string en
// @return kind string
// @return thing string
// @return name string
// @return first_year int

CALL () {
  MATCH (r:Report) WITH DISTINCT toInteger(r.year) AS y ORDER BY y DESC
  WITH collect(y) AS ys RETURN CASE WHEN $year <> 0 THEN $year WHEN size(ys) > 1 THEN ys[1] ELSE ys[0] END AS since
}
MATCH (e:Entity)
WHERE NOT e:Report AND ($kind = 'any' OR e.kind = $kind)
MATCH (r:Report) WHERE r.id IN e.reports
WITH since, e, min(toInteger(r.year)) AS first_year
WHERE first_year > since
RETURN e.kind AS kind, e.id AS thing, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name, first_year
ORDER BY kind, thing
