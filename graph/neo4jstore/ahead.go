package neo4jstore

import "iter"

// ahead is do(0) … do(n-1), each made while the one before it is used. When the loop ends, nothing is being made any more.
func ahead[T any](n int, do func(i int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		made := make(chan T, 1)
		for i := range n {
			if i == 0 {
				made <- do(0)
			}
			v := <-made
			if i+1 < n {
				go func() { made <- do(i + 1) }()
			}
			if !yield(v) {
				if i+1 < n {
					<-made
				}
				return
			}
		}
	}
}
