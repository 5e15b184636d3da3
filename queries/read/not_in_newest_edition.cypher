// name: not_in_newest_edition :many
// Groups, institutions, projects and sessions that an earlier edition states and the newest of the same partnership does not. A
// report that is silent does not say that they ended.
// @audience analyst
// @topic editions
// @param  kind string any
// @param  lang string en
// @return kind string
// @return thing string
// @return name string
// @return last_year int
// @return newest_year int

MATCH (e:WorkingGroup|Institution|Project|Session)
WHERE $kind = 'any' OR e.kind = $kind
MATCH (r:Report) WHERE r.id IN e.reports
WITH e, r.partnership AS partnership, max(toInteger(r.year)) AS last_year
MATCH (n:Report {partnership: partnership})
WITH e, last_year, max(toInteger(n.year)) AS newest_year
WHERE newest_year > last_year
RETURN e.kind AS kind, e.id AS thing, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name, last_year, newest_year
ORDER BY kind, thing, last_year
