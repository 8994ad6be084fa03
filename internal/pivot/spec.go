package pivot

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Spec is the definition of a pivot.
type Spec struct {
	Rows    figure.Dimension
	Columns figure.Dimension // empty: one column
	Of      string           // the measure, see Measures
	Flow    figure.Flow      // empty of a balance
	// Split is the one set of rows that may be added to each other, all its
	// attributes told but the span.
	Split   figure.Split
	Partner string
	Code    string          // a commodity code or its first digits
	Import  briefing.ID     // rows of this import only
	Set     string          // of product groups; empty: the first one
	Group   *string         // key of one product group of the set
	Period  briefing.Period // a year; none: all there are, or the latest
	Top     int             // rows, or of times in rows columns, before the rest; 0: all
}

// prefix begins the key of a pivot in a text.
const prefix = "pivot/"

// most is how many bytes the definition of a pivot has at most.
const most = 2000

// part is one named part of a definition.
type part struct {
	name string
	get  func(*Spec) string
	set  func(s *Spec, v string) bool
}

// plain is a part that is a text.
func plain[T ~string](name string, of func(*Spec) *T) part {
	return part{name, func(s *Spec) string { return string(*of(s)) }, func(s *Spec, v string) bool {
		*of(s) = T(v)
		return v != ""
	}}
}

// parts lists the parts in the order they are written.
func parts() []part {
	return []part{
		plain("rows", func(s *Spec) *figure.Dimension { return &s.Rows }),
		plain("columns", func(s *Spec) *figure.Dimension { return &s.Columns }),
		plain("of", func(s *Spec) *string { return &s.Of }),
		plain("flow", func(s *Spec) *figure.Flow { return &s.Flow }),
		plain("reporter", func(s *Spec) *string { return &s.Split.Reporter }),
		plain("partner", func(s *Spec) *string { return &s.Partner }),
		plain("code", func(s *Spec) *string { return &s.Code }),
		plain("import", func(s *Spec) *briefing.ID { return &s.Import }),
		plain("set", func(s *Spec) *string { return &s.Set }),
		{"group", func(s *Spec) string {
			if s.Group == nil {
				return ""
			}
			return "=" + *s.Group // the key of the remainder may be empty
		}, func(s *Spec, v string) bool {
			key, ok := strings.CutPrefix(v, "=")
			s.Group = &key
			return ok
		}},
		{"period", func(s *Spec) string { return s.Period.String() }, func(s *Spec, v string) (ok bool) {
			p, err := briefing.ParsePeriod(v)
			s.Period = p
			return err == nil && p.Kind == briefing.YearPeriod
		}},
		plain("currency", func(s *Spec) *string { return &s.Split.Currency }),
		plain("basis", func(s *Spec) *string { return &s.Split.Basis }),
		plain("classification", func(s *Spec) *string { return &s.Split.Classification }),
		plain("frequency", func(s *Spec) *string { return &s.Split.Frequency }),
		plain("area", func(s *Spec) *string { return &s.Split.Area }),
		{"top", func(s *Spec) string {
			if s.Top == 0 {
				return ""
			}
			return strconv.Itoa(s.Top)
		}, func(s *Spec, v string) bool {
			n, err := strconv.Atoi(v)
			s.Top = n
			return err == nil && n > 0 && n <= MaxRows
		}},
	}
}

// Key is the definition as the reference of a text holds it:
// «pivot/rows.partner/columns.year/of.value/flow.export/…».
func (s Spec) Key() string {
	out := prefix[:len(prefix)-1]
	for _, p := range parts() {
		if v := p.get(&s); v != "" {
			out += "/" + p.name + "." + escaped(v)
		}
	}
	return out
}

// escaped keeps only signs that the key of a reference may hold.
func escaped(s string) string {
	return strings.NewReplacer("+", "%20", "~", "%7E").Replace(url.QueryEscape(s))
}

// Binding is the reference to the pivot with a chart of the form beside it, as
// a line of a text holds it.
func (s Spec) Binding(f Form) briefing.Binding {
	return briefing.Binding{Data: s.Key(), Form: string(f)}
}

// Is reports whether a reference of a text means a pivot, well made or not.
func Is(b briefing.Binding) bool { return b.Data+"/" == prefix || strings.HasPrefix(b.Data, prefix) }

// Parse reads Key. ok is false for a definition that says something unknown,
// something twice, or what can't be asked for.
func Parse(key string) (s Spec, ok bool) {
	rest, is := strings.CutPrefix(key, prefix)
	if !is || len(key) > most {
		return Spec{}, false
	}
	all := parts()
	var seen []string
	for _, word := range strings.Split(rest, "/") {
		name, value, _ := strings.Cut(word, ".")
		value, err := url.PathUnescape(value)
		i := slices.IndexFunc(all, func(p part) bool { return p.name == name })
		if err != nil || i < 0 || slices.Contains(seen, name) || !all[i].set(&s, value) {
			return Spec{}, false
		}
		seen = append(seen, name)
	}
	return s, s.valid()
}

// valid reports whether the parts go together.
func (s Spec) valid() bool {
	known := func(d figure.Dimension) bool { return slices.Contains(Dimensions(), d) }
	switch {
	case !known(s.Rows), s.Columns != "" && !known(s.Columns), s.Rows == s.Columns:
		return false
	case Timed(s.Rows) && (s.Columns == "" || Timed(s.Columns)):
		return false
	case !slices.Contains(Measures(), s.Of):
		return false
	}
	return (s.Of == Balance) == (s.Flow == "")
}

// Dimensions lists what rows and columns may be, in the order offered.
func Dimensions() []figure.Dimension {
	return []figure.Dimension{"partner", "province", "region", "hs2", "hs4", "code", figure.ByProduct, figure.ByGroup, "year", "quarter", "month"}
}

// Timed reports whether a dimension is one of time.
func Timed(d figure.Dimension) bool { return d == "year" || d == "quarter" || d == "month" }

// Balance is the measure that sets exports against imports.
const Balance = "balance"

// Measures lists what a pivot may show, in the order offered.
func Measures() []string {
	return []string{"value", "weight", "unit-value", "share", "growth", "absolute-change", "contribution", Balance}
}

// Form is the chart beside the table.
type Form string

// Forms of charts.
const (
	NoChart Form = "table"
	Ranking Form = "ranking" // rows of the last column, the largest first
	Lines   Form = "lines"   // the first rows over the columns
	Pair    Form = "pair"    // the last two columns as two dots a row
	Stacked Form = "stacked" // rows over one another in each column
	Shares  Form = "shares"  // the same as parts of 100 %
)

// Forms lists the charts that say something true of the pivot: only amounts
// that are parts of a sum are stacked.
func (s Spec) Forms() []Form {
	out := []Form{Ranking}
	if s.Columns != "" {
		out = append(out, Pair)
		if Timed(s.Columns) || Timed(s.Rows) {
			out = append(out, Lines)
		}
		if s.Of == "value" || s.Of == "weight" {
			out = append(out, Stacked, Shares)
		}
	}
	return append(out, NoChart)
}

// Split takes the pivots of a text apart: a reference to one stands on a line
// of its own. What is before the first, between them and after the last is
// given as texts, one more than there are pivots.
func Split(text string) (texts []string, bindings []briefing.Binding) {
	var sb strings.Builder
	for line := range strings.Lines(text) {
		b, ok := Alone(line)
		if !ok {
			sb.WriteString(line)
			continue
		}
		texts, bindings = append(texts, strings.TrimSpace(sb.String())), append(bindings, b)
		sb.Reset()
	}
	return append(texts, strings.TrimSpace(sb.String())), bindings
}

// Alone is the pivot that a line of a text is.
func Alone(line string) (b briefing.Binding, ok bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "{="+prefix[:len(prefix)-1]) {
		return b, false
	}
	all := briefing.BindingsOf(line)
	if len(all) != 1 || all[0].Start != 0 || all[0].End != len(line) {
		return b, false
	}
	return all[0], Is(all[0])
}
