// name: institutions_by_country_and_type :many
// How many institutions the reports name, by country and type.
// @audience co-chair, analyst, dashboard
// @topic institutions
// @return country string
// @return type string
// @return institutions int

MATCH (i:Institution)
RETURN coalesce(i.country, 'not stated') AS country, coalesce(i.type, 'not stated') AS type, count(*) AS institutions
ORDER BY country, type
