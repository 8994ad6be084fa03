package importer

import (
	"context"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// NamedShape is a shape with the name that imports record as their profile.
type NamedShape struct {
	Name  string
	Shape Shape
}

// surround is what stands around a table and may tell what its header does not.
type surround struct {
	file   string // its name
	sheet  string
	titles []string // texts above the header, and of the tables before it
	// portion: it is one of several tables of a sheet, for which a shape is asked
	// whether it is for a table of such a title, even if the user has just made it.
	portion bool
	label   string // what it is chosen by
}

// shaped finds a shape that fits the table: one the user gave or saved, or one
// of a source whose headers change from file to file.
func (g *recogniser) shaped(h head, around *surround) *fitted {
	for i := range g.shapes {
		n := &g.shapes[i]
		if g.only != "" && g.only != n.Name || !n.Shape.chosen(around) {
			continue
		}
		if f, ok := n.Shape.fit(h); ok {
			f.key = n.Name
			above := around.with(h, f.from)
			f.title, f.titles = above.title(), above.titles
			if n.Name != ProfileTable || around.portion && n.Shape.table == "" {
				if t := n.Shape.against(above.titles); t != "" {
					g.against = t
					continue
				}
			}
			f.readTitle(above)
			f.keptPlaces(above.titles)
			f.shape.readPart(above.titles, f.first)
			return f
		}
	}
	if g.only == "" || strings.HasPrefix(g.only, "trademap-") {
		if s, key, ok := tradeMap(h, around); ok && (g.only == "" || g.only == key) {
			if g.code != "" && s.codeOpen {
				s.Constants.Code, s.codeOpen = g.code, false
			}
			if f, ok := s.fit(h); ok {
				f.key = key
				return f
			}
		}
	}
	return nil
}

// chosen reports whether the shape is to be tried on a table.
func (s *Shape) chosen(t *surround) bool {
	return s.table == "" || s.table == t.sheet || s.table == t.label
}

// with adds the title rows of the table itself: the nearest to the header, as
// many as titles can be.
func (s surround) with(h head, from int) *surround {
	const most, long = 24, 300
	var above []string
	for i := len(h.rows) - 1; i >= 0; i-- {
		if h.lines[i] >= from {
			continue
		}
		for _, text := range h.rows[i] {
			if text != "" && len(text) <= long && len(above) < most {
				above = append(above, text)
			}
		}
	}
	s.titles = append(s.titles[:len(s.titles):len(s.titles)], above...)
	return &s
}

// title is what the table is called: the longest of the texts around it that
// speaks of trade.
func (s *surround) title() string {
	const least, most = 12, 200 // letters
	best := ""
	for _, t := range s.titles {
		t = strings.Join(strings.Fields(t), " ")
		f := codes.Fold(t)
		n := len([]rune(t))
		trade := flowIn(f) != "" || strings.Contains(f, "торговл") || strings.Contains(f, "товарооборот") || strings.Contains(f, "trade") || strings.Contains(f, "贸易")
		if trade && n >= least && n <= most && n > len([]rune(best)) {
			best = t
		}
	}
	return best
}

// readTitle takes constants anew from what stands around the table.
func (f *fitted) readTitle(around *surround) {
	if !f.shape.ReadTitle {
		return
	}
	c := &f.shape.Constants
	told := titleConstants(around)
	if (told.Period == "" && c.Period != "" && !periods.IsPart(c.Period)) || told.Flow == "" && c.Flow != "" || told.ValueUnit == "" && c.ValueUnit != "" {
		f.shape.Notes = append(slices.Clone(f.shape.Notes), NoteKept)
	}
	if told.Period != "" && !periods.IsPart(c.Period) {
		c.Period = told.Period
	}
	if told.Flow != "" {
		c.Flow = told.Flow
	}
	if told.ValueUnit != "" {
		c.ValueUnit = told.ValueUnit
	}
	if told.WeightUnit != "" && c.WeightUnit != "" {
		c.WeightUnit = told.WeightUnit
	}
	if other := otherSide(around.titles, c.Reporter); other != "" && c.Partner != "" {
		c.Partner = other
	}
	// The file of another region, read by the same profile.
	if region := regionIn(around.titles, c.Reporter); region != "" && !f.shape.regionSaid && !f.shape.Tells(RoleRegion) {
		c.Region = region
	}
	if province := regionIn(around.titles, c.Partner); province != "" && !f.shape.provinceSaid && !f.shape.Tells(RoleProvince) {
		c.Province = province
	}
}

// surroundings reads the small tables of words right before the table at, and the
// names. One with figures has titles of its own, and what stands before it is not
// about this one.
func surroundings(ctx context.Context, file string, tables []cells.Table, at int) (*surround, error) {
	s := &surround{file: file, sheet: tables[at].Name()}
	var before []head
	for i := at - 1; i >= max(0, at-8); i-- {
		h, err := readHead(ctx, tables[i])
		if err != nil {
			return nil, err
		}
		if len(h.rows) > 20 || slices.ContainsFunc(h.rows, figuresRow) {
			break // a table of its own
		}
		before = append(before, h)
	}
	slices.Reverse(before)
	for _, h := range before {
		for _, row := range h.rows {
			for _, text := range row {
				if text != "" && len(text) <= 300 && len(s.titles) < 100 {
					s.titles = append(s.titles, text)
				}
			}
		}
	}
	return s, nil
}

// figuresRow reports whether a row holds a name and a number that is no year.
func figuresRow(row []string) bool {
	filled, numbers := 0, 0
	for _, s := range row {
		if s != "" {
			filled++
		}
		if numeric(s) && !periods.IsYear(s) {
			numbers++
		}
	}
	return filled > 1 && numbers > 0
}

// recogniser is what files are recognised by under the options.
func (o Options) recogniser() (*recogniser, error) {
	g := &recogniser{profiles: append(slices.Clone(o.Extra), Profiles()...), shapes: slices.Clone(o.Shapes), only: o.Profile, code: o.Units.Code}
	for i := range g.shapes {
		g.shapes[i].Shape = g.shapes[i].Shape.between(o.Units)
	}
	if o.Shape != nil {
		if err := o.Shape.Check(); err != nil {
			return nil, err
		}
		name := o.Profile
		if name == "" {
			name = ProfileTable
		}
		return &recogniser{shapes: []NamedShape{{Name: name, Shape: o.Shape.between(o.Units)}}, only: name}, nil
	}
	known := slices.ContainsFunc(g.profiles, func(p Profile) bool { return p.Key == o.Profile }) ||
		slices.ContainsFunc(g.shapes, func(n NamedShape) bool { return n.Name == o.Profile })
	if o.Profile != "" && o.Profile != ProfileBook && !asNames(o.Profile) && !known {
		return nil, &briefing.Error{Code: briefing.CodeBadProfile, Op: "choose profile", Path: o.Profile}
	}
	for _, n := range g.shapes {
		if err := n.Shape.Check(); err != nil {
			return nil, err
		}
	}
	g.fold()
	return g, nil
}

// between gives the shape with the countries and the goods that the user stated,
// where it has none itself.
func (s Shape) between(u Units) Shape {
	if s.Constants.Partner == "" && !s.names(RolePartner, RolePartnerISO, RolePartnerName) && !s.seriesSay(RolePartner) {
		s.Constants.Partner = u.Partner
	}
	if s.Constants.Reporter == "" && !s.names(RoleReporter, RoleReporterISO, RoleReporterName) {
		s.Constants.Reporter = u.Reporter
	}
	if u.Region != "" && !s.hasRole(RoleRegion) && s.Sheet != RoleRegion {
		s.Constants.Region, _ = partOf(s.Constants.Reporter, u.Region)
		s.Said(RoleRegion)
	}
	if u.Province != "" && !s.hasRole(RoleProvince) {
		s.Constants.Province, _ = partOf(s.Constants.Partner, u.Province)
		s.Said(RoleProvince)
	}
	if u.Code != "" && !s.Tells(RoleCode) && (s.Constants.Code == "" || s.Constants.Code == figure.TotalCode) {
		if s.Constants.Code = u.Code; u.Code != figure.TotalCode {
			s.Notes = slices.DeleteFunc(slices.Clone(s.Notes), func(n string) bool { return n == NoteNoCodes })
		}
	}
	return s
}

// Said notes that a constant (RoleRegion, RoleProvince) is the user's word: the
// titles of a file that names another are not asked. It is not kept in files.
func (s *Shape) Said(r Role) {
	switch r {
	case RoleRegion:
		s.regionSaid = true
	case RoleProvince:
		s.provinceSaid = true
	}
}

// Only has no other table of the file read than the one chosen: a sheet, or one of
// several on it, see Guessed.Place. It is not kept in files.
func (s *Shape) Only(table string) { s.table = table }

// OnlyOf is the table that alone is to be read, empty where none is named.
func (s *Shape) OnlyOf() string { return s.table }

// Seen notes that the user has looked at the columns beside their heads. It is not
// kept in files.
func (s *Shape) Seen() { s.columnsSeen = true }

func (s *Shape) names(roles ...Role) bool { return slices.ContainsFunc(roles, s.hasRole) }

// ProfileTable is what an import by a shape without a name records.
const ProfileTable = "table"
