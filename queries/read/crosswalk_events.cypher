// name: crosswalk_events :many
// What groups of a partnership do together: what counts for each pair in the channels session, project, commitment and
// reference as of a year (0: that of its newest edition), with every factor. weight = confidence * status_weight * age_weight / (size(groups) - 1) - offset;
// the mass M of a pair's channel is the sum of its weights.
// @audience analyst
// @topic links
// @param  partnership string partnership:cmp
// @param  as_of int 0
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

// An old id leads to the partnership that it was merged into. What no edition up to the year states does not exist: known are the
// reports up to it, and of what several reports say (said_status and its like, beside reports) the last known one counts.
OPTIONAL MATCH (old:Redirect {old: $partnership})
MATCH (p:Partnership {id: coalesce(old.new, $partnership)})
CALL (p) {
  MATCH (r:Report {partnership: p.id})
  WITH toInteger(r.year) AS year
  WHERE $as_of = 0 OR year <= $as_of
  RETURN CASE WHEN $as_of = 0 THEN max(year) ELSE $as_of END AS as_of, min(year) AS first
}
WITH p, as_of, first WHERE first IS NOT NULL
CALL (as_of) {
  MATCH (r:Report) WHERE toInteger(r.year) <= as_of
  RETURN collect(r.id) AS known
}
CALL (p, known) {
  MATCH (g:WorkingGroup)
  WHERE any(r IN g.reports WHERE r IN known) AND (g.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':'
    OR EXISTS { MATCH (g)-[t:PART_OF]->(p) WHERE any(r IN t.reports WHERE r IN known) })
  WITH g ORDER BY g.id
  RETURN collect(g) AS all_groups, collect(g.id) AS ids
}

// What each edition says of each group's status, the newest first.
CALL (all_groups, known) {
  UNWIND all_groups AS g
  UNWIND [i IN range(0, size(g.reports) - 1) WHERE g.reports[i] IN known] AS i
  MATCH (r:Report {id: g.reports[i]})
  WITH g.id AS group, toInteger(r.year) AS year, coalesce(g.said_status, [coalesce(g.status, '')])[i] AS status, i ORDER BY i DESC
  WHERE status <> ''
  RETURN collect({group: group, year: year, status: status}) AS history
}

// The sessions, projects and commitments that two groups or more hold, run or commit to.
CALL (as_of, first, known, all_groups, ids, history) {
  // The ties of each: per group, the best confidence of each document and the paragraphs that say so.
  UNWIND all_groups AS g
  MATCH (g)-[t:HOLDS|RUNS|COMMITS_TO]->(x:Session|Project|Commitment)
  WHERE coalesce(t.role, '') <> 'mentions' AND any(r IN t.reports WHERE r IN known)
  WITH as_of, first, known, ids, history, x, g, collect(t) AS links
  CALL (links, known) {
    UNWIND links AS t
    UNWIND [i IN range(0, size(t.reports) - 1) WHERE t.reports[i] IN known] AS i
    MATCH (r:Report {id: t.reports[i]})
    WITH r.work AS work, max(coalesce(t.confidences, [t.confidence])[i]) AS q
    RETURN collect({work: work, q: q}) AS told
  }
  CALL (links, known) {
    UNWIND links AS t
    MATCH (s:Passage) WHERE s.id IN t.evidence AND s.report IN known
    RETURN collect(DISTINCT s.report + '|' + CASE WHEN s.line > 0 THEN toString(s.line)
      ELSE reduce(path = '', h IN s.section | path + h + '|') + toString(s.paragraph) END) AS places
  }
  WITH as_of, first, known, ids, history, x, g, told, places ORDER BY g.id
  WITH as_of, first, known, ids, history, x, collect(g.id) AS groups, collect({group: g.id, told: told, places: places}) AS ties
  WHERE size(groups) >= 2

  // Status, class, date and year. A promise that is open is as firm as it is told; what is to come, and what is running, is of the
  // newest edition that says so.
  WITH *, size([r IN x.reports WHERE r IN known]) AS n // the known ones come first
  WITH *, CASE WHEN x.said_status IS NULL THEN x.status ELSE head([s IN reverse(x.said_status[..n]) WHERE s <> '']) END AS stands,
    CASE WHEN x.said_firmness IS NULL THEN x.firmness ELSE head([s IN reverse(x.said_firmness[..n]) WHERE s <> '']) END AS firmness,
    CASE WHEN x.said_start IS NULL THEN x.start ELSE head([s IN reverse(x.said_start[..n]) WHERE s <> '']) END AS start,
    CASE WHEN x.said_end IS NULL THEN x.end ELSE head([s IN reverse(x.said_end[..n]) WHERE s <> '']) END AS end,
    CASE WHEN x.said_dated IS NULL THEN x.dated ELSE head([s IN reverse(x.said_dated[..n]) WHERE s <> '']) <> 'false' END AS marked
  WITH *, x:Commitment AND NOT coalesce(stands, '') IN ['done', 'dropped'] AS open
  WITH *, coalesce(CASE WHEN open THEN firmness ELSE stands END, '') AS status
  WHERE status <> 'dropped'
  WITH *, coalesce(CASE WHEN open THEN x.said_firmness ELSE x.said_status END, [status]) AS said
  CALL (x, status, said, n) {
    UNWIND range(0, n - 1) AS i
    MATCH (r:Report {id: x.reports[i]})
    WHERE i >= size(said) OR said[i] = status // no list is kept of what no report says
    RETURN toInteger(max(r.year)) AS edition
  }
  WITH *, CASE WHEN status IN ['held', 'running', 'done'] THEN 'done' WHEN status IN ['agreed', 'planned'] THEN 'agreed'
      WHEN status IN ['proposed', 'possible'] THEN 'proposed' ELSE 'untold' END AS class,
    CASE status WHEN 'held' THEN coalesce(start, end) WHEN 'done' THEN end END AS day
  WITH *, class <> 'done' OR coalesce(marked, true) AS dated
  WITH *, CASE WHEN dated AND day IS NOT NULL THEN toInteger(split(day, '-')[0]) ELSE edition END AS told_year
  WITH *, CASE WHEN told_year > edition + 1 THEN edition + 1 ELSE told_year END AS year // a report appears in the year after its own at the latest

  // What ties most of the groups that were active in its year, and at least five, belongs to the partnership.
  CALL (ids, history, first, groups, year) {
    UNWIND ids AS id
    WITH id, groups, head([h IN history WHERE h.group = id AND h.year <= CASE WHEN year < first THEN first ELSE year END | h.status]) AS then
    WHERE then = 'active'
    RETURN count(*) AS active, count(CASE WHEN id IN groups THEN 1 END) AS tied
  }
  WITH * WHERE NOT (tied >= 5 AND 2 * tied > active)
  WITH *, CASE class WHEN 'done' THEN 1.0 WHEN 'agreed' THEN 0.5 ELSE 0.25 END AS status_weight,
    CASE WHEN as_of > year THEN toFloat(as_of - year) ELSE 0.0 END AS age, CASE WHEN dated THEN 1.0 ELSE 0.5 END AS half
  RETURN collect({
    id: x.id, groups: groups, ties: ties, places: reduce(all = [], t IN ties | all + t.places), status: status, class: class, dated: dated,
    year: year, edition: edition, dates: coalesce(start, '') + '/' + coalesce(end, '') + '/' + toString(dated),
    channel: CASE WHEN x:Session THEN 'session' WHEN x:Project THEN 'project' ELSE 'commitment' END,
    order: CASE WHEN x:Session THEN 1 WHEN x:Project THEN 2 ELSE 3 END,
    r: CASE WHEN x:Session THEN 0.90 WHEN x:Project THEN 0.85 ELSE 0.40 END,
    concerns: COLLECT { MATCH (x)-[t:CONCERNS]->(y) WHERE any(r IN t.reports WHERE r IN known) RETURN y.id },
    subjects: COLLECT { MATCH (x)-[t:CONCERNS]->(y:Project|Commitment) WHERE any(r IN t.reports WHERE r IN known) RETURN y.id },
    topics: split(x.id, ':')[-1..] + COLLECT { MATCH (x)-[t:ADDRESSES]->(h:Theme) WHERE any(r IN t.reports WHERE r IN known) RETURN substring(h.id, size('theme:')) },
    status_weight: status_weight, age_weight: 2.0 ^ (-age / toFloat($half_life)) * half,
    plain: status_weight * (2.0 ^ (-age / 3.0) * half) / (size(groups) - 1) // a telling is chosen at the default half-life
  }) AS events
}

CALL (as_of, first, known, ids, history, events) {
  // Every pair with its events. Its confidence in one is 1 - Π(1 - q) over the documents that tie both groups, and at least the
  // smaller of the best.
  UNWIND events AS e
  UNWIND e.groups AS a
  UNWIND [b IN e.groups WHERE b > a] AS b
  WITH a, b, e, [t IN e.ties WHERE t.group = a][0].told AS ta, [t IN e.ties WHERE t.group = b][0].told AS tb
  WITH a, b, e, reduce(qs = [], v IN ta | qs + [w IN tb WHERE w.work = v.work | CASE WHEN w.q < v.q THEN w.q ELSE v.q END]) AS both,
    reduce(m = 0.0, v IN ta | CASE WHEN v.q > m THEN v.q ELSE m END) AS qa, reduce(m = 0.0, v IN tb | CASE WHEN v.q > m THEN v.q ELSE m END) AS qb
  WITH a, b, e, 1 - reduce(miss = 1.0, q IN both | miss * (1 - q)) AS all_of, CASE WHEN qa < qb THEN qa ELSE qb END AS least
  WITH a, b, e, CASE WHEN all_of > least THEN all_of ELSE least END AS q ORDER BY e.order, e.id
  WITH a, b, collect(e {.*, q: q, worth: e.r * q * e.plain}) AS es

  // One intention or occasion: what is joined by one telling, directly or through others. about is the first thing that an event
  // concerns (a promise about two things does not make them one); root is the first of each intention.
  WITH a, b, es, range(0, size(es) - 1) AS ns
  WITH a, b, es, ns, [i IN ns | head([k IN ns WHERE k <> i AND es[k].id IN es[i].concerns AND (es[i].class = 'done') = (es[k].class = 'done')
    AND (es[i].class <> 'done' OR (es[i].channel = 'commitment') <> (es[k].channel = 'commitment'))])] AS about
  WITH a, b, es, ns, [i IN ns | [k IN ns WHERE coalesce(about[i] = k, false) OR coalesce(about[k] = i, false) OR
    es[i].class <> 'done' AND es[k].class <> 'done' AND es[i].groups = es[k].groups AND any(y IN es[i].subjects WHERE y IN es[k].subjects) OR
    (es[i].class = 'done') = (es[k].class = 'done') AND es[i].groups = es[k].groups AND any(place IN es[i].places WHERE place IN es[k].places)
    AND (es[i].class <> 'done' OR es[i].channel = es[k].channel AND es[i].dates = es[k].dates)]] AS one
  WITH a, b, es, ns, reduce(root = ns, step IN ns | [i IN ns | reduce(m = root[i], k IN one[i] | CASE WHEN root[k] < m THEN root[k] ELSE m END)]) AS root
  UNWIND ns AS i
  WITH a, b, root[i] AS root, es[i] AS e ORDER BY e.worth DESC, e.id
  WITH a, b, root, collect(e) AS tellings
  WITH a, b, tellings[0] AS e, [t IN tellings[1..] | t.id] AS also_told
  WITH a, b, e {.*, also_told: also_told, raw: e.q * (e.status_weight * e.age_weight / (size(e.groups) - 1))} AS e ORDER BY e.edition, e.id
  WITH a, b, e.channel AS channel, collect(e) AS items

  // Sessions of "earlier years" count for what exceeds those dated before the edition that tells them, the earliest edition's first.
  WITH a, b, channel, items, [e IN items WHERE channel = 'session' AND NOT e.dated | {
      id: e.id, raw: e.raw, dated: reduce(sum = 0.0, d IN items | sum + CASE WHEN d.class = 'done' AND d.dated AND d.year < e.edition THEN d.raw ELSE 0.0 END)
    }] AS undated
  WITH a, b, channel, items, [u IN undated | u.id] AS late, reduce(offsets = [], u IN undated | offsets + [free IN
      [u.dated - reduce(used = 0.0, o IN offsets | used + o)] | CASE WHEN free <= 0 THEN 0.0 WHEN free < u.raw THEN free ELSE u.raw END]) AS offsets
  UNWIND items AS e
  WITH a, b, channel, e, reduce(offset = 0.0, i IN range(0, size(late) - 1) | CASE WHEN late[i] = e.id THEN offsets[i] ELSE offset END) AS offset
  WHERE NOT (offset > 0 AND e.raw - offset < 0.0000000000005)
  RETURN channel, a AS group_a, b AS group_b, e.id AS item, e.status AS status, e.year AS year, e.dated AS dated, e.groups AS groups, e.q AS confidence,
    e.status_weight AS status_weight, e.age_weight AS age_weight, offset, e.raw - offset AS weight, e.also_told AS also_told

  UNION ALL

  // References on one topic that tie the same groups are one; it is as firm as the newest edition that tells any firmness.
  MATCH (from)-[l:REFERS_TO]->(to:WorkingGroup)
  WHERE to.id IN ids AND any(r IN l.reports WHERE r IN known) // one edition's own: what its language versions say is known together
  WITH *, CASE WHEN from:WorkingGroup THEN [from.id, to.id] ELSE coalesce(l.about, []) + to.id END AS named
  WITH as_of, first, known, ids, history, events, l, [id IN ids WHERE id IN named] AS groups
  WHERE size(groups) >= 2
  WITH *, CASE coalesce(l.status, 'none') WHEN 'done' THEN 1 WHEN 'agreed' THEN 2 WHEN 'planned' THEN 3 WHEN 'proposed' THEN 4
    WHEN 'possible' THEN 5 ELSE 6 END AS place
  ORDER BY place < 6 DESC, l.years[-1] DESC, place, l.id
  WITH as_of, first, known, ids, history, events, groups, coalesce(l.role, '') AS topic, collect(l) AS links, min(l.id) AS item
  WITH *, coalesce(links[0].status, '') AS status, links[0].years[-1] AS year
  CALL (ids, history, first, groups, year) {
    UNWIND ids AS id
    WITH id, groups, head([h IN history WHERE h.group = id AND h.year <= CASE WHEN year < first THEN first ELSE year END | h.status]) AS then
    WHERE then = 'active'
    RETURN count(*) AS active, count(CASE WHEN id IN groups THEN 1 END) AS tied
  }
  WITH * WHERE NOT (tied >= 5 AND 2 * tied > active)
  CALL (links, known) {
    UNWIND links AS t
    UNWIND [i IN range(0, size(t.reports) - 1) WHERE t.reports[i] IN known] AS i
    MATCH (r:Report {id: t.reports[i]})
    WITH r.work AS work, max(coalesce(t.confidences, [t.confidence])[i]) AS q
    RETURN 1 - reduce(miss = 1.0, q IN collect(q) | miss * (1 - q)) AS confidence
  }
  CALL (links, known) {
    UNWIND links AS t
    MATCH (s:Passage) WHERE s.id IN t.evidence AND s.report IN known
    RETURN collect(DISTINCT s.report + '|' + CASE WHEN s.line > 0 THEN toString(s.line)
      ELSE reduce(path = '', h IN s.section | path + h + '|') + toString(s.paragraph) END) AS places
  }
  WITH *, CASE status WHEN 'done' THEN 'done' WHEN 'agreed' THEN 'agreed' WHEN 'planned' THEN 'agreed' WHEN 'proposed' THEN 'proposed'
      WHEN 'possible' THEN 'proposed' ELSE 'untold' END AS class,
    2.0 ^ (-CASE WHEN as_of > year THEN toFloat(as_of - year) ELSE 0.0 END / toFloat($half_life)) AS age_weight
  WITH *, CASE class WHEN 'done' THEN 1.0 WHEN 'agreed' THEN 0.5 ELSE 0.25 END AS status_weight

  // One does not count where its topic is that of an event of the pair, or all its paragraphs carry such events of its class; what
  // tells no class belongs to every one.
  UNWIND groups AS a
  UNWIND [b IN groups WHERE b > a] AS b
  WITH *, [e IN events WHERE a IN e.groups AND b IN e.groups] AS beside
  WITH *, reduce(all = [], e IN [e IN beside WHERE class = 'untold' OR e.class IN ['untold', class]] |
    all + reduce(ps = [], t IN [t IN e.ties WHERE t.group IN [a, b]] | ps + t.places)) AS carried
  WHERE NOT any(e IN beside WHERE topic IN e.topics AND (class = 'untold' OR (class = 'done') = (e.class = 'done')))
    AND NOT all(place IN places WHERE place IN carried)
  RETURN 'reference' AS channel, a AS group_a, b AS group_b, item, status, year, true AS dated, groups, confidence,
    status_weight, age_weight, 0.0 AS offset, confidence * (status_weight * age_weight / (size(groups) - 1)) AS weight, [] AS also_told
}
RETURN channel, group_a, group_b, item, status, year, dated, groups, confidence, status_weight, age_weight, offset, weight, also_told
ORDER BY group_a, group_b, channel, weight DESC, item
