package crosswalk

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Weight says how much a channel can say: R in [0.01, 0.99] is the most it can add, H in [0.01, 1000] the mass at which it says half of that.
type Weight struct {
	R float64 `json:"r"`
	H float64 `json:"h"`
}

// Parameters are the numbers of the model.
type Parameters struct {
	HalfLife float64 // H, years after which an event weighs half; in [0.01, 1000]
	Channel  [numChannels]Weight
}

// Defaults are the parameters under which bands and ranks are published.
func Defaults() Parameters {
	return Parameters{HalfLife: 3, Channel: [numChannels]Weight{
		SessionChannel: {0.90, 1.5}, ProjectChannel: {0.85, 1.5}, CommitmentChannel: {0.40, 1.5}, ReferenceChannel: {0.30, 1.5},
		InstitutionChannel: {0.30, 3}, ThemeChannel: {0.20, 3},
	}}
}

// Custom reports whether p differs from Defaults.
func (p Parameters) Custom() bool { return p != Defaults() }

// Names lists the names that Set takes, in order.
func (p Parameters) Names() []string {
	names := []string{"scoring.half_life"}
	for _, c := range Channels {
		names = append(names, "scoring."+c.String()+".h", "scoring."+c.String()+".r")
	}
	sort.Strings(names)
	return names
}

// Ranges of parameters: r may not reach 1, where one channel would say all; times and masses are no smaller than what
// leaves weights that can be told from nothing.
const (
	minParameter = 0.01
	maxR         = 0.99
	maxH         = 1000
)

// Set changes one parameter by name, such as scoring.session.r. Errors wrap graph.ErrInvalid and name the
// parameter, the range, or all known names, with the nearest one.
func (p *Parameters) Set(name string, value float64) error {
	field, high := p.field(name)
	if field == nil {
		hint := ""
		if near := graph.Nearest(name, p.Names()); near != "" {
			hint = "did you mean " + near + "? "
		}
		return fmt.Errorf("parameter %q is unknown; %sknown: %s: %w", name, hint, strings.Join(p.Names(), ", "), graph.ErrInvalid)
	}
	if !(value >= minParameter && value <= high) { // NaN too
		return fmt.Errorf("parameter %s is %v; it must lie in %v to %v: %w", name, value, minParameter, high, graph.ErrInvalid)
	}
	*field = value
	return nil
}

// field is where a parameter of that name is held, and the greatest value it may have; nil where there is none.
func (p *Parameters) field(name string) (*float64, float64) {
	if name == "scoring.half_life" {
		return &p.HalfLife, maxH
	}
	for _, c := range Channels {
		switch name {
		case "scoring." + c.String() + ".r":
			return &p.Channel[c].R, maxR
		case "scoring." + c.String() + ".h":
			return &p.Channel[c].H, maxH
		}
	}
	return nil, 0
}

// MarshalJSON writes {"half_life":3,"session":{"r":0.9,"h":1.5},…} in the order of Channels.
func (p Parameters) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `{"half_life":%v`, p.HalfLife)
	for _, c := range Channels {
		w, err := json.Marshal(p.Channel[c])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, `,%q:%s`, c.String(), w)
	}
	b.WriteString("}")
	return []byte(b.String()), nil
}

// ParseSettings reads settings such as scoring.session.r=0.8 over the defaults; nil where there are none, or where one is
// wrong. All that is wrong is named at once; errors wrap graph.ErrInvalid.
func ParseSettings(settings []string) (*Parameters, error) {
	if len(settings) == 0 {
		return nil, nil
	}
	p := Defaults()
	set := map[string]bool{}
	var errs []error
	for _, s := range settings {
		name, text, ok := strings.Cut(s, "=")
		name = strings.TrimSpace(name)
		v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		switch {
		case !ok || err != nil:
			errs = append(errs, fmt.Errorf("setting %q is not name=number: %w", s, graph.ErrInvalid))
		case set[name]:
			errs = append(errs, fmt.Errorf("parameter %s is set twice; keep one of them: %w", name, graph.ErrInvalid))
		default:
			set[name] = true
			if err := p.Set(name, v); err != nil {
				errs = append(errs, err)
			}
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return &p, nil
}
