// name: crosswalk_events :many
// What counts for each pair of a partnership's groups in the channels session, project and commitment, as of its newest
// edition, with every factor: weight = confidence * status_weight * age_weight / (size(groups) - 1) - offset. The mass M of
// a pair's channel is the sum of its weights.
// @param  partnership string partnership:cmp
// @param  half_life float 3
// @return channel string
// @return group_a string
// @return group_b string
// @return item string
// @return status string
// @return year int
// @return dated bool
// @return groups list
// @return confidence float
// @return status_weight float
// @return age_weight float
// @return offset float
// @return weight float
// @return also_told list

// Editions of other partnerships that are newer are not taken away: what they say of a thing that both tell is seen.
MATCH (p:Partnership {id: $partnership})
CALL (p) {
  MATCH (r:Report {partnership: p.id})
  RETURN toInteger(max(r.year)) AS as_of
}
CALL (p) {
  MATCH (g:WorkingGroup)
  WHERE g.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':' OR EXISTS { (g)-[:PART_OF]->(p) }
  RETURN collect(g) AS groups
}
WITH as_of, groups, size([g IN groups WHERE g.status = 'active']) AS active

// The ties of each thing: per group, the best confidence of each document and the paragraphs that say so.
UNWIND groups AS g
MATCH (g)-[t:HOLDS|RUNS|COMMITS_TO]->(x:Session|Project|Commitment)
WHERE coalesce(t.role, '') <> 'mentions'
WITH as_of, active, x, g, collect(t) AS links
CALL (links) {
  UNWIND links AS t
  UNWIND range(0, size(t.reports) - 1) AS i
  MATCH (r:Report {id: t.reports[i]})
  WITH r.work AS work, max(coalesce(t.confidences, [t.confidence])[i]) AS q
  RETURN collect({work: work, q: q}) AS told
}
CALL (links) {
  UNWIND links AS t
  MATCH (s:Passage) WHERE s.id IN t.evidence
  RETURN collect(DISTINCT s.report + '|' + CASE WHEN s.line > 0 THEN toString(s.line)
    ELSE reduce(path = '', h IN s.section | path + h + '|') + toString(s.paragraph) END) AS places
}
WITH as_of, active, x, g, told, places ORDER BY g.id
WITH as_of, active, x, collect(g.id) AS groups, collect({group: g.id, told: told}) AS ties,
  reduce(all = [], ps IN collect(places) | all + ps) AS places
// What ties most of the active groups belongs to the partnership.
WHERE size(groups) >= 2 AND NOT (size(groups) >= 5 AND 2 * size(groups) > active)

// Status, class, year and date. A promise that is open is as firm as it is told.
WITH *, x:Commitment AND NOT coalesce(x.status, '') IN ['done', 'dropped'] AS open
WITH *, coalesce(CASE WHEN open THEN x.firmness ELSE x.status END, '') AS status,
  coalesce(CASE WHEN open THEN x.firmness_report ELSE x.status_report END, x.reports[-1]) AS said
WHERE status <> 'dropped'
MATCH (r:Report {id: said})
WITH *, toInteger(r.year) AS edition, status IN ['held', 'running', 'done'] AS done,
  CASE status WHEN 'done' THEN x.end WHEN 'running' THEN null ELSE x.start END AS day
WITH *, NOT (done AND x.dated = false) OR x.dated IS NULL AS dated
WITH *, CASE WHEN done AND dated AND day IS NOT NULL THEN toInteger(split(day, '-')[0]) ELSE edition END AS year,
  CASE WHEN done THEN 1.0 WHEN status IN ['agreed', 'planned'] THEN 0.5 ELSE 0.25 END AS status_weight
WITH *, CASE WHEN as_of > year THEN toFloat(as_of - year) ELSE 0.0 END AS age, CASE WHEN dated THEN 1.0 ELSE 0.5 END AS half
WITH collect({
  id: x.id, groups: groups, ties: ties, places: places, status: status, done: done, dated: dated, year: year, edition: edition,
  channel: CASE WHEN x:Session THEN 'session' WHEN x:Project THEN 'project' ELSE 'commitment' END,
  r: CASE WHEN x:Session THEN 0.90 WHEN x:Project THEN 0.85 ELSE 0.40 END,
  dates: coalesce(x.start, '') + '/' + coalesce(x.end, '') + '/' + toString(dated),
  concerns: COLLECT { MATCH (x)-[:CONCERNS]->(y) RETURN y.id },
  status_weight: status_weight, age_weight: 2.0 ^ (-age / toFloat($half_life)) * half,
  plain: status_weight * (2.0 ^ (-age / 3.0) * half) / (size(groups) - 1) // the choice of a telling is made at a half-life of 3
}) AS events

// Every pair with its events, by id. Its confidence in one is 1 - Π(1 - q) over the documents that tie both groups.
UNWIND events AS e
UNWIND e.groups AS a
UNWIND [b IN e.groups WHERE b > a] AS b
WITH a, b, e, [t IN e.ties WHERE t.group = a][0].told AS ta, [t IN e.ties WHERE t.group = b][0].told AS tb
WITH a, b, e, ta, tb, reduce(qs = [], v IN ta | qs + [w IN tb WHERE w.work = v.work | CASE WHEN w.q < v.q THEN w.q ELSE v.q END]) AS both
WITH a, b, e, CASE
    WHEN size(both) > 0 THEN 1 - reduce(miss = 1.0, q IN both | miss * (1 - q))
    WHEN reduce(m = 0.0, v IN ta | CASE WHEN v.q > m THEN v.q ELSE m END) < reduce(m = 0.0, v IN tb | CASE WHEN v.q > m THEN v.q ELSE m END)
      THEN reduce(m = 0.0, v IN ta | CASE WHEN v.q > m THEN v.q ELSE m END)
    ELSE reduce(m = 0.0, v IN tb | CASE WHEN v.q > m THEN v.q ELSE m END)
  END AS q
  ORDER BY e.id
WITH a, b, collect(e {.*, q: q, worth: e.r * q * e.plain}) AS es

// One intention or occasion: what is joined by one telling, directly or through others. root is the first of each.
WITH a, b, es, range(0, size(es) - 1) AS ns
WITH a, b, es, ns, [i IN ns | [k IN ns WHERE CASE
    WHEN es[i].done <> es[k].done THEN false
    WHEN es[k].id IN es[i].concerns OR es[i].id IN es[k].concerns
      THEN NOT es[i].done OR (es[i].channel = 'commitment') <> (es[k].channel = 'commitment')
    WHEN es[i].groups <> es[k].groups OR none(place IN es[i].places WHERE place IN es[k].places) THEN false
    ELSE NOT es[i].done OR es[i].channel = es[k].channel AND es[i].dates = es[k].dates
  END]] AS one
WITH a, b, es, ns, reduce(root = ns, step IN ns | [i IN ns | reduce(m = root[i], k IN one[i] | CASE WHEN root[k] < m THEN root[k] ELSE m END)]) AS root
UNWIND ns AS i
WITH a, b, root[i] AS root, es[i] AS e ORDER BY e.worth DESC, e.id
WITH a, b, root, collect(e) AS tellings
WITH a, b, tellings[0] AS e, [t IN tellings[1..] | t.id] AS also_told
WITH a, b, e {.*, also_told: also_told, raw: e.q * (e.status_weight * e.age_weight / (size(e.groups) - 1))} AS e ORDER BY e.id
WITH a, b, e.channel AS channel, collect(e) AS items

// "Earlier years" count for what exceeds the dated events before the edition that tells them, in the order of ids.
WITH a, b, channel, items, [e IN items WHERE e.done AND NOT e.dated AND channel <> 'commitment' | {
    id: e.id, raw: e.raw, dated: reduce(sum = 0.0, d IN items | sum + CASE WHEN d.done AND d.dated AND d.year < e.edition THEN d.raw ELSE 0.0 END)
  }] AS undated
WITH a, b, channel, items, [u IN undated | u.id] AS ids, reduce(offsets = [], u IN undated | offsets + [free IN
    [u.dated - reduce(used = 0.0, o IN offsets | used + o)] | CASE WHEN free <= 0 THEN 0.0 WHEN free < u.raw THEN free ELSE u.raw END]) AS offsets
UNWIND items AS e
WITH a, b, channel, e, reduce(offset = 0.0, i IN range(0, size(ids) - 1) | CASE WHEN ids[i] = e.id THEN offsets[i] ELSE offset END) AS offset
WHERE NOT (offset > 0 AND e.raw = offset)
RETURN channel, a AS group_a, b AS group_b, e.id AS item, e.status AS status, e.year AS year, e.dated AS dated, e.groups AS groups, e.q AS confidence,
  e.status_weight AS status_weight, e.age_weight AS age_weight, offset, e.raw - offset AS weight, e.also_told AS also_told
ORDER BY channel, group_a, group_b, weight DESC, item
