// name: figures_of_group :many
// Quantities that the report states of a group or the partnership, as it writes them.
// @audience co-chair, analyst
// @topic figures
// @param  group string any
// @param  lang string en
// @return figure string
// @return name string
// @return value float
// @return value_to float
// @return qualifier string
// @return unit string
// @return currency string
// @return as_written string
// @return target bool
// @return stated_by list
// @return about list

OPTIONAL MATCH (old:Redirect {old: $group})
WITH coalesce(old.new, $group) AS wanted
MATCH (g)-[:STATES]->(f:Figure)
WITH wanted, f, g ORDER BY g.id
WITH wanted, f, collect(DISTINCT g.id) AS stated_by
WHERE wanted = 'any' OR wanted IN stated_by
OPTIONAL MATCH (f)-[:ABOUT]->(e)
WITH f, stated_by, e ORDER BY e.id
RETURN f.id AS figure, coalesce(f['name_' + $lang], f.name_en, f.name_fr, f.name_es) AS name, f.value AS value, f.value_to AS value_to, coalesce(f.qualifier, 'exact') AS qualifier, coalesce(f.unit, '') AS unit, coalesce(f.currency, '') AS currency,
  coalesce(f.as_written, '') AS as_written, coalesce(f.target, false) AS target, stated_by, collect(DISTINCT e.id) AS about
ORDER BY figure
