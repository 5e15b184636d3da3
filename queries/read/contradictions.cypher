// name: contradictions :many
// What a careful reader must know: contradictions, misspellings, gaps, what is ambiguous or holds on a condition, with the things
// that it is about.
// @audience co-chair, analyst
// @topic evidence
// @param  kind string contradiction
// @param  about string any
// @param  lang string en
// @return note string
// @return kind string
// @return gist string
// @return about list
// @return evidence list

OPTIONAL MATCH (old:Redirect {old: $about})
WITH coalesce(old.new, $about) AS wanted
MATCH (n:Note)
WHERE ($kind = 'any' OR n.kind = $kind) AND (wanted = 'any' OR wanted IN n.about)
RETURN n.id AS note, n.kind AS kind, coalesce(n['gist_' + $lang], n.gist_en, n.gist_fr, n.gist_es) AS gist, coalesce(n.about, []) AS about, n.evidence AS evidence
ORDER BY kind, note
