// name: targets :many
// Figures that are to be reached, by date.
// @audience co-chair, analyst
// @topic figures
// @param  lang string en
// @return end string
// @return figure string
// @return name string
// @return as_written string
// @return groups list

MATCH (g)-[:STATES]->(f:Figure {target: true})
WITH f, g ORDER BY g.id
RETURN coalesce(f.end, 'not stated') AS end, f.id AS figure, coalesce(f['name_' + $lang], f.name_en, f.name_fr, f.name_es) AS name, coalesce(f.as_written, '') AS as_written, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
ORDER BY end, figure
