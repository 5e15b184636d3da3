// name: amounts_by_funder :many
// Sums of money that the reports name, for whole projects and for what an institution gives to one, by currency. Amounts are as
// stated; nothing is added up or converted.
// @audience analyst
// @topic projects
// @param  lang string en
// @return currency string
// @return amount float
// @return period string
// @return funder string
// @return funder_name string
// @return role string
// @return project string
// @return project_name string

CALL () {
  MATCH (i:Institution)-[t:INVOLVED_IN]->(p:Project) WHERE t.amount_value IS NOT NULL
  RETURN t.amount_currency AS currency, t.amount_value AS amount, t.amount_period AS period, i.id AS funder, coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es) AS funder_name, coalesce(t.role, 'not stated') AS role, p
  UNION ALL
  MATCH (p:Project) WHERE p.amount_value IS NOT NULL
  OPTIONAL MATCH (i:Institution)-[t:INVOLVED_IN {role: 'funder'}]->(p)
  RETURN p.amount_currency AS currency, p.amount_value AS amount, p.amount_period AS period, i.id AS funder, coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es) AS funder_name, 'whole project' AS role, p
}
RETURN coalesce(currency, 'not stated') AS currency, amount, coalesce(period, 'not stated') AS period, coalesce(funder, 'not stated') AS funder,
  coalesce(funder_name, 'not stated') AS funder_name, role, p.id AS project, coalesce(p['name_' + $lang], p.name_en, p.name_fr, p.name_es) AS project_name
ORDER BY currency, amount DESC, project, funder, role
