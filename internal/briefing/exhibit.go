package briefing

import "strings"

// Forms in which a text shows a series.
const (
	ShowChart = "exhibit" // its chart with the table, as in its own section
	ShowTable = "table"   // the table alone
)

// exhibitPrefix begins the key of a series in a text.
const exhibitPrefix = "series/"

// Exhibit is the reference by which a section written by hand shows a series,
// on a line of its own: {=series/s-abc:exhibit}.
func Exhibit(id ID, form string) Binding {
	return Binding{Data: exhibitPrefix + string(id), Form: form}
}

// Exhibits is the series that a reference of a text shows; not ok of one that
// is no such reference.
func (b Binding) Exhibits() (id ID, ok bool) {
	rest, ok := strings.CutPrefix(b.Data, exhibitPrefix)
	return ID(rest), ok
}

// ExhibitLine is the reference to a series that a line of a text is.
func ExhibitLine(line string) (Binding, bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "{="+exhibitPrefix) {
		return Binding{}, false
	}
	all := BindingsOf(line)
	if len(all) != 1 || all[0].Start != 0 || all[0].End != len(line) {
		return Binding{}, false
	}
	return all[0], true
}
