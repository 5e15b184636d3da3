package synth

import "testing"

// BenchmarkEdition makes one edition of the size of 2018, and another with its bytes.
func BenchmarkEdition(b *testing.B) {
	for name, encode := range map[string]bool{"bundle": false, "bytes": true} {
		b.Run(name, func(b *testing.B) {
			o := Defaults()
			o.Years = maxYears
			w, links, size := (*World)(nil), 0, 0
			b.ReportAllocs()
			for range b.N {
				if w == nil || w.year+1 == o.FirstYear+o.Years {
					var err error
					if w, err = NewWorld(o, 0); err != nil {
						b.Fatal(err)
					}
				}
				x, _ := w.Next()
				links += len(x.Links)
				if encode {
					size += len(x.Encode())
				}
			}
			b.ReportMetric(float64(links)/float64(b.N), "links/op")
			b.SetBytes(int64(size / b.N))
		})
	}
}
