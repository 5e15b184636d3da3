// name: themes_needed_and_had :many
// Themes on which one group says that it seeks something and another that it offers something. Seeks and offers belong to groups,
// never to a country.
// @audience co-chair, analyst
// @topic themes
// @param  lang string en
// @return theme string
// @return name string
// @return seeks string
// @return seeks_name string
// @return offers string
// @return offers_name string

MATCH (a:WorkingGroup)-[:ADDRESSES {stance: 'seeks'}]->(t:Theme)<-[:ADDRESSES {stance: 'offers'}]-(b:WorkingGroup)
WHERE a <> b
RETURN DISTINCT t.id AS theme, coalesce(t['name_' + $lang], t.name_en, t.name_fr, t.name_es) AS name, a.id AS seeks, coalesce(a['name_' + $lang], a.name_en, a.name_fr, a.name_es) AS seeks_name, b.id AS offers, coalesce(b['name_' + $lang], b.name_en, b.name_fr, b.name_es) AS offers_name
ORDER BY theme, seeks, offers
