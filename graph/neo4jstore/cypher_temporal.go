package neo4jstore

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// textOf is a date, time, duration or point as Cypher's toString gives it.
func textOf(x any) string {
	switch x := x.(type) {
	case neo4j.Date:
		return x.Time().Format("2006-01-02")
	case neo4j.LocalTime:
		return clock(x.Time())
	case neo4j.Time:
		return clock(x.Time()) + offset(x.Time())
	case neo4j.LocalDateTime:
		return x.Time().Format("2006-01-02T") + clock(x.Time())
	case time.Time:
		return x.Format("2006-01-02T") + clock(x) + offset(x) + zone(x)
	case neo4j.Duration:
		return duration(x)
	case neo4j.Point2D:
		return point(x.SpatialRefId, x.X, x.Y)
	case neo4j.Point3D:
		return point(x.SpatialRefId, x.X, x.Y, x.Z)
	}
	return fmt.Sprint(x)
}

// clock is the time of day, with as many digits of a second's fraction as it takes.
func clock(t time.Time) string { return t.Format("15:04:05.999999999") }

func offset(t time.Time) string { return t.Format("Z07:00") }

// zone is the name of a region, where the time has one.
func zone(t time.Time) string {
	if name := t.Location().String(); strings.Contains(name, "/") {
		return "[" + name + "]"
	}
	return ""
}

func duration(d neo4j.Duration) string {
	var b strings.Builder
	b.WriteByte('P')
	part := func(n int64, unit string) {
		if n != 0 {
			b.WriteString(strconv.FormatInt(n, 10) + unit)
		}
	}
	part(d.Months/12, "Y")
	part(d.Months%12, "M")
	part(d.Days, "D")
	if d.Seconds != 0 || d.Nanos != 0 {
		b.WriteByte('T')
		part(d.Seconds/3600, "H")
		part(d.Seconds%3600/60, "M")
		whole, nanos := d.Seconds%60, int64(d.Nanos)
		sign := ""
		if whole < 0 && nanos > 0 { // -0.5 s comes as -1 s and half a thousand million
			whole, nanos = whole+1, 1e9-nanos
			if whole == 0 {
				sign = "-"
			}
		}
		if whole != 0 || nanos != 0 {
			b.WriteString(sign + strconv.FormatInt(whole, 10))
			if nanos != 0 {
				b.WriteString(strings.TrimRight(fmt.Sprintf(".%09d", nanos), "0"))
			}
			b.WriteByte('S')
		}
	}
	if b.Len() == 1 {
		return "PT0S"
	}
	return b.String()
}

// systems are the coordinate systems that Cypher knows.
var systems = map[uint32]string{4326: "wgs-84", 4979: "wgs-84-3d", 7203: "cartesian", 9157: "cartesian-3d"}

func point(srid uint32, coordinates ...float64) string {
	var b strings.Builder
	b.WriteString("point({")
	for i, c := range coordinates {
		n := strconv.FormatFloat(c, 'f', -1, 64)
		if !strings.Contains(n, ".") {
			n += ".0"
		}
		b.WriteString("xyz"[i:i+1] + ": " + n + ", ")
	}
	return b.String() + "crs: '" + systems[srid] + "'})"
}
