package graph

// patchTells is what a patch tells of the rows that it touches.
type patchTells int

const (
	tellNothing patchTells = iota
	tellSum                // their digest
	tellRows
)

// told are rows that a patch touches, as they were or as they are: gathered, or summed up one by one, for those that thousands of
// editions state take megabytes each. Of reports, passages and notes there are as many as the change has, which are gathered.
type told struct {
	how    patchTells
	rows   Graph
	sum    Digest // of entities and links that were not gathered
	hasher rowHasher
}

func (t *told) entity(row func() MergedEntity) {
	switch t.how {
	case tellRows:
		t.rows.Entities = append(t.rows.Entities, row())
	case tellSum:
		e := row()
		t.sum = t.sum.Add(t.hasher.entity(&e))
	}
}

func (t *told) link(row func() MergedLink) {
	switch t.how {
	case tellRows:
		t.rows.Links = append(t.rows.Links, row())
	case tellSum:
		l := row()
		t.sum = t.sum.Add(t.hasher.link(&l))
	}
}

// digest is that of all rows told.
func (t *told) digest() Digest { return t.sum.Replace(Digest{}, t.rows.Digest()) }
