// name: crosswalk_references :many
// What counts for each pair of a partnership's groups in the channel reference, as of its newest edition: cross-references
// that tie the same groups on one topic are one; none counts where its paragraphs carry events of the pair of the same class, or its
// topic is an event's. weight = confidence * status_weight * age_weight / (size(groups) - 1).
// @param  partnership string partnership:cmp
// @param  half_life float 3
// @return group_a string
// @return group_b string
// @return item string
// @return topic string
// @return status string
// @return year int
// @return groups list
// @return confidence float
// @return status_weight float
// @return age_weight float
// @return weight float

// Editions of other partnerships that are newer are not taken away: what they say of a thing that both tell is seen.
MATCH (p:Partnership {id: $partnership})
CALL (p) {
  MATCH (r:Report {partnership: p.id})
  RETURN toInteger(max(r.year)) AS as_of
}
CALL (p) {
  MATCH (g:WorkingGroup)
  WHERE g.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':' OR EXISTS { (g)-[:PART_OF]->(p) }
  WITH g ORDER BY g.id
  RETURN collect(g) AS groups
}
WITH as_of, groups, [g IN groups | g.id] AS ids, size([g IN groups WHERE g.status = 'active']) AS active

// The events beside which a reference may be told, with their paragraphs per group and their topics.
CALL (groups, active) {
  UNWIND groups AS g
  MATCH (g)-[t:HOLDS|RUNS|COMMITS_TO]->(x:Session|Project|Commitment)
  WHERE coalesce(t.role, '') <> 'mentions'
  MATCH (s:Passage) WHERE s.id IN t.evidence
  WITH active, x, g, collect(DISTINCT s.report + '|' + CASE WHEN s.line > 0 THEN toString(s.line)
    ELSE reduce(path = '', h IN s.section | path + h + '|') + toString(s.paragraph) END) AS places
  WITH active, x, collect({group: g.id, places: places}) AS ties, CASE
      WHEN x:Commitment AND NOT coalesce(x.status, '') IN ['done', 'dropped'] THEN x.firmness ELSE x.status END AS status
  WHERE size(ties) >= 2 AND NOT (size(ties) >= 5 AND 2 * size(ties) > active) AND coalesce(status, '') <> 'dropped'
  RETURN collect({
    ties: ties, groups: [t IN ties | t.group], topics: split(x.id, ':')[-1..] + COLLECT { MATCH (x)-[:ADDRESSES]->(h:Theme) RETURN substring(h.id, size('theme:')) },
    class: CASE WHEN status IN ['held', 'running', 'done'] THEN 'done' WHEN status IN ['agreed', 'planned'] THEN 'agreed'
      WHEN status IN ['proposed', 'possible'] THEN 'proposed' ELSE 'untold' END
  }) AS events
}

// References on one topic that tie the same groups are one; the newest edition's firmest status counts.
MATCH (from)-[l:REFERS_TO]->(to:WorkingGroup)
WHERE to.id IN ids
WITH *, CASE WHEN from:WorkingGroup THEN [from.id, to.id] ELSE coalesce(l.about, []) + to.id END AS named
WITH as_of, ids, active, events, l, from, to, [id IN ids WHERE id IN named] AS tied
WHERE size(tied) >= 2 AND NOT (size(tied) >= 5 AND 2 * size(tied) > active)
WITH *, coalesce(l.status, '') AS status
WITH *, CASE WHEN status = 'done' THEN 1.0 WHEN status IN ['agreed', 'planned'] THEN 0.5 ELSE 0.25 END AS status_weight
ORDER BY l.years[-1] DESC, status_weight DESC, to.id, from.id
WITH as_of, events, tied, coalesce(l.role, '') AS topic, collect(l) AS links, min(l.id) AS item,
  collect({year: l.years[-1], status: status, weight: status_weight})[0] AS newest
WITH *, CASE WHEN newest.status = 'done' THEN 'done' WHEN newest.status IN ['agreed', 'planned'] THEN 'agreed'
  WHEN newest.status IN ['proposed', 'possible'] THEN 'proposed' ELSE 'untold' END AS class
CALL (links) {
  UNWIND links AS t
  UNWIND range(0, size(t.reports) - 1) AS i
  MATCH (r:Report {id: t.reports[i]})
  WITH r.work AS work, max(coalesce(t.confidences, [t.confidence])[i]) AS q
  RETURN 1 - reduce(miss = 1.0, q IN collect(q) | miss * (1 - q)) AS confidence
}
CALL (links) {
  UNWIND links AS t
  MATCH (s:Passage) WHERE s.id IN t.evidence
  RETURN collect(DISTINCT s.report + '|' + CASE WHEN s.line > 0 THEN toString(s.line)
    ELSE reduce(path = '', h IN s.section | path + h + '|') + toString(s.paragraph) END) AS places
}
WITH *, 2.0 ^ (-CASE WHEN as_of > newest.year THEN toFloat(as_of - newest.year) ELSE 0.0 END / toFloat($half_life)) AS age_weight

UNWIND tied AS a
UNWIND [b IN tied WHERE b > a] AS b
WITH *, [e IN events WHERE a IN e.groups AND b IN e.groups] AS beside
WITH *, reduce(all = [], e IN beside | all + CASE WHEN class IN ['untold', e.class]
  THEN reduce(ps = [], t IN e.ties | ps + CASE WHEN t.group IN [a, b] THEN t.places ELSE [] END) ELSE [] END) AS carried
WHERE NOT (topic <> '' AND any(e IN beside WHERE topic IN e.topics)) AND NOT (size(places) > 0 AND all(place IN places WHERE place IN carried))
RETURN a AS group_a, b AS group_b, item, topic, newest.status AS status, newest.year AS year, tied AS groups, confidence,
  newest.weight AS status_weight, age_weight, confidence * (newest.weight * age_weight / (size(tied) - 1)) AS weight
ORDER BY group_a, group_b, weight DESC, item
