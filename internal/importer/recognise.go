package importer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/sniff"
)

// MappedColumn is a column as the preview shows it.
type MappedColumn struct {
	Index  int // from 1
	Header string
	Role   string        // empty: seen and not used
	Field  string        // of a record
	Unit   briefing.Unit // stated by the header
}

// Mapping is how one table will be read.
type Mapping struct {
	File      string
	Sheet     string
	Encoding  string
	Delimiter string
	HeaderRow int
	Profile   string
	Score     int    // of 100
	Title     string // what a table of free form is called above its header
	Columns   []MappedColumn
	First     [][]string // the first rows as they stand
}

// Recognition is what the file is taken for, before anything is read in.
type Recognition struct {
	Mapping           // of the first table
	Tables  []Mapping // all that are recognised
	Skipped []string  // tables in the file that are not
	Hidden  []string  // sheets that the workbook does not show, not read; see Options.Hidden
	Needs   []string  // what has to be chosen, see Needed
	About   map[string]string
	Unsaid  []string
	Implied []Implied
	Worth   Worth
	// RegionOf is the country a part of which the file may be of, when no column
	// tells which; Region is the one that title, shape or answer tell, by its code.
	RegionOf, Region string
	ProvinceOf       string // the partner of a free table, when its province has to be chosen
	Hash             string // SHA-256 of the file, hex
	Repeated         bool   // Options.Known knows the hash
}

// lowestScore is the score below which a table is not taken for what fits best.
const lowestScore = 60

// recogniser holds what is looked for.
type recogniser struct {
	profiles []Profile
	shapes   []NamedShape // of free tables
	only     string       // profile named by the user
	against  string       // the title for which a shape that fits was not taken
	code     string       // of the goods, as the user said
}

// fold puts the names of all profiles in the form they are compared in.
func (g *recogniser) fold() {
	for i := range g.profiles {
		p := &g.profiles[i]
		p.Columns = slices.Clone(p.Columns)
		for n := range p.Columns {
			c := &p.Columns[n]
			c.folded = foldAll(c.Names)
		}
	}
}

// words counts headers that some profile knows in a decoded text.
func (g *recogniser) words(text string) int {
	n := 0
	folded := codes.Fold(text)
	for _, p := range g.profiles {
		for _, c := range p.Columns {
			for _, name := range c.Names {
				// Short and plain names stand in any text.
				if f := codes.Fold(name); utf8.RuneCountInString(f) >= 3 && !asciiOnly(f) && strings.Contains(folded, f) {
					n++
				}
			}
		}
	}
	return n
}

func asciiOnly(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// all recognises the tables of all parts. Each part is read in the variant
// that fits best.
func (g *recogniser) all(ctx context.Context, name string, parts []part) (fs []found, skipped []string, err error) {
	var seen []string
	var tied []string
	for i := range parts {
		p := &parts[i]
		best, bestScore := []found(nil), 0
		var none []string
		for j := range p.variants {
			v := &p.variants[j]
			found, without, err := g.variant(ctx, p, v, &seen, &tied)
			if err != nil {
				return nil, nil, readError(p.file, err)
			}
			sum := 0
			for _, f := range found {
				sum += f.score
			}
			if sum > bestScore {
				best, bestScore, none = found, sum, without
			}
		}
		if best == nil {
			skipped = append(skipped, p.file)
		}
		none = slices.DeleteFunc(none, func(name string) bool { // what our template's columns offer
			return slices.ContainsFunc(listSheets(), func(lists string) bool { return name == place(p.file, lists) })
		})
		fs, skipped = append(fs, best...), append(skipped, none...)
	}
	if len(fs) > 0 {
		return fs, skipped, nil
	}
	return nil, nil, g.unrecognised(name, seen, tied)
}

// unrecognised says what was seen instead of a known header.
func (g *recogniser) unrecognised(name string, seen, tied []string) error {
	switch {
	case g.only != "" && g.against != "":
		return &briefing.Error{Code: briefing.CodeProfileTitle, Op: "recognise " + name, Path: cutText(g.against)}
	case g.only != "":
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "recognise " + name, Path: g.only, Err: &UnknownTable{Seen: seen}}
	case len(seen) == 0 && len(tied) == 0:
		return &briefing.Error{Code: briefing.CodeNoHeader, Op: "recognise", Path: name}
	}
	const most = 6
	shown := strings.Join(seen[:min(len(seen), most)], ", ")
	if len(seen) > most {
		shown += ", …"
	}
	if len(tied) > 0 {
		shown = strings.Join(tied, " = ")
	}
	return &briefing.Error{Code: briefing.CodeUnknownTable, Op: "recognise", Path: name + " (" + shown + ")", Err: &UnknownTable{Seen: seen, Tied: tied}}
}

func (g *recogniser) variant(ctx context.Context, p *part, v *variant, seen, tied *[]string) (fs []found, without []string, err error) {
	for i, t := range v.tables {
		h, err := readHead(ctx, t)
		if err != nil {
			return nil, nil, err
		}
		if m, err := g.mended(ctx, p, v, t, h); err != nil || m != nil {
			if err != nil {
				return nil, nil, err
			}
			fs = append(fs, *m)
			continue
		}
		f, ties := g.table(p, h, t.Name())
		if f == nil {
			around, err := surroundings(ctx, p.file, v.tables, i)
			if err != nil {
				return nil, nil, err
			}
			shaped, others, err := g.shapedTables(ctx, t, h, around)
			if err != nil {
				return nil, nil, err
			}
			for _, s := range shaped {
				fs = append(fs, s.fit.found(p, v, s.table))
			}
			if len(shaped) > 0 {
				fs[len(fs)-1].others = others
				continue
			}
			if s := headerSeen(h); len(s) > len(*seen) {
				*seen = s
			}
			*tied = append(*tied, ties...)
			if t.Name() != "" {
				without = append(without, place(p.file, t.Name()))
			}
			continue
		}
		f.part, f.variant, f.table = p, v, t
		if err := f.fillMerged(ctx, h); err != nil {
			return nil, nil, err
		}
		fs = append(fs, *f)
	}
	return fs, without, nil
}

// place names a table for the user.
func place(file, sheet string) string {
	if sheet == "" {
		return file
	}
	return file + " [" + sheet + "]"
}

// table finds the profile and header row of the highest score; nil when none
// is high enough or two profiles share it.
func (g *recogniser) table(p *part, h head, sheet string) (best *found, tied []string) {
	rows := h.rows[:min(len(h.rows), searchRows)]
	folded := make([][]string, len(rows)) // once for all profiles
	for i, row := range rows {
		folded[i] = foldAll(row)
	}
	for i := range g.profiles {
		profile := &g.profiles[i]
		if g.only != "" && profile.Key != g.only || profile.Container != "" && profile.Container != p.kind {
			continue
		}
		var mine *found
		for j, row := range rows {
			if !profile.Script.fits(row) {
				continue
			}
			as := profile.withUnits(row, folded[j])
			binding, score := as.bindFolded(as.compared(row, folded[j]))
			if profile.Sheet != "" && score > 0 && profile.namedLike(sheet) {
				score++ // our own sheets share many headers
			}
			if !profile.Periods.holds(h.rows[j+1:min(len(h.rows), j+11)], as.at(binding, RolePeriod)) {
				continue
			}
			if score >= lowestScore && (mine == nil || score > mine.score) {
				mine = &found{profile: as, score: score, line: h.lines[j], header: row, binding: binding, titles: surround{}.with(h, h.lines[j]).titles}
				mine.first = h.rows[j+1 : min(len(h.rows), j+11)]
			}
		}
		switch {
		case mine == nil || best != nil && mine.score < best.score:
		case best != nil && mine.score == best.score:
			tied = append(tied, profile.Key)
		default:
			best, tied = mine, nil
		}
	}
	if len(tied) > 0 {
		return nil, append([]string{best.profile.Key}, tied...)
	}
	return best, nil
}

// bind finds the profile's columns in a header row and scores the fit: half
// for how much of the header is known, half for how much of what the profile
// knows is there; 0 when a required role is missing.
func (p *Profile) bind(row []string) (binding []int, score int) {
	return p.bindFolded(p.compared(row, foldAll(row)))
}

// at is the cell that holds the role, −1 where none does.
func (p *Profile) at(binding []int, r Role) int {
	for i, c := range p.Columns {
		if c.Role == r && binding[i] >= 0 {
			return binding[i]
		}
	}
	return -1
}

// compared is a header row as the profile compares it; the row comes folded too.
func (p *Profile) compared(row, folded []string) []string {
	if !p.Long {
		return folded
	}
	folded = make([]string, len(row))
	for i, s := range row {
		folded[i] = codes.Fold(unlabelled(s))
	}
	return folded
}

// bindFolded is bind for a row that has been made ready to be compared.
func (p *Profile) bindFolded(folded []string) (binding []int, score int) {
	filled := 0
	for _, s := range folded {
		if s != "" {
			filled++
		}
	}
	binding = make([]int, len(p.Columns))
	taken := map[int]bool{}
	for i := range p.Columns {
		binding[i] = -1
		for _, name := range p.Columns[i].foldedNames() {
			at := slices.Index(folded, name)
			if at >= 0 && !taken[at] {
				binding[i], taken[at] = at, true
				break
			}
		}
	}
	if len(taken) == 0 && slices.ContainsFunc(p.Columns, func(c Column) bool { return c.Required && !c.Optional }) {
		return binding, 0
	}
	need, have := map[string]bool{}, map[string]bool{}
	for i, c := range p.Columns {
		role := c.Role
		switch role {
		case RoleOrigin, RoleDestination:
			role = RolePartnerISO // either will do
		case RoleYear, RoleMonth:
			role = RolePeriod
		}
		id := fmt.Sprint(role, " ", baseField(c.Field))
		if c.Role == RoleKeep || c.Role == RoleAxis {
			id += c.Names[0]
		}
		if binding[i] >= 0 {
			have[id] = true
		}
		if !c.Optional {
			need[id] = need[id] || c.Required
		}
	}
	known := 0
	for id, required := range need {
		if have[id] {
			known++
		} else if required {
			return binding, 0
		}
	}
	if filled == 0 || len(need) == 0 {
		return binding, 0
	}
	for _, name := range p.Ignored {
		if at := slices.Index(folded, codes.Fold(name)); at >= 0 {
			taken[at] = true
		}
	}
	return binding, 50*len(taken)/filled + 50*known/len(need)
}

// mapping describes the table for the preview.
func (f *found) mapping() Mapping {
	m := Mapping{
		File: f.part.file, Sheet: f.table.Name(), Encoding: string(f.part.encoding),
		HeaderRow: f.line, Profile: f.profile.Key, Score: min(f.score, 100), First: f.first,
	}
	if f.part.kind == sniff.Text {
		m.Delimiter = string(rune(f.variant.delimiter))
	}
	if f.shape != nil {
		f.shape.describe(&m)
		m.Title = f.shape.title
		return m
	}
	for i, h := range f.header {
		c := MappedColumn{Index: i + 1, Header: h}
		if at := slices.Index(f.binding, i); at >= 0 {
			b := f.profile.Columns[at]
			c.Role, c.Field, c.Unit = b.Role.String(), b.Field, b.Unit
		}
		m.Columns = append(m.Columns, c)
	}
	return m
}
