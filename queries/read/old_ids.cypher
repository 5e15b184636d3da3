// name: old_ids :many
// Ids that were merged into others by a judgement, with what they mean now.
// @audience analyst
// @topic editions
// @param  lang string en
// @return old string
// @return now string
// @return name string

MATCH (r:Redirect)
OPTIONAL MATCH (e:Entity {id: r.new})
RETURN r.old AS old, r.new AS now, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name
ORDER BY old
