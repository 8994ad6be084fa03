package importer

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang/prose"
)

// cite takes a cell that names sources.
func (p *paster) cite(d *draft, column int, f *sheetField, text string) {
	if f.field.Type == briefing.RefsField {
		ids := briefing.SplitIDs(f.field.Get(d.rec))
		for _, title := range parted(text) {
			ids = append(ids, p.source(title))
		}
		p.refer(d.rec, f, ids)
		return
	}
	to := any(d.rec)
	if f.list != "" {
		to = rowOf(p.desc, d.rec, f.list, d.lists)
	}
	if f.field.Get(to) != "" {
		p.keep(d, column, text, RejectTwice)
		return
	}
	_ = f.field.Set(to, string(p.source(oneLine(text))))
}

var webAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:https?://|www\.)[^\s,;()]+`) })

// source finds a source by its caption or title, or makes it.
func (p *paster) source(title string) briefing.ID {
	if id, ok := p.o.Find(briefing.KindSource, title); ok {
		return id
	}
	key := codes.Fold(title)
	if id, ok := p.sources[key]; ok {
		return id
	}
	s := &briefing.Source{ID: p.o.NewID(briefing.KindSource), Address: webAddress().FindString(title)}
	*s.Title.At(scriptOf(webAddress().ReplaceAllString(title, ""), p.o.Lang)) = title
	if p.sources == nil {
		p.sources = map[string]briefing.ID{}
	}
	p.sources[key] = s.ID
	p.out.Sources = append(p.out.Sources, s)
	return s.ID
}

// organisation makes an organisation that a cell names, or finds the one that an
// earlier row has made.
func (p *paster) organisation(column int, f *sheetField, name string) (briefing.ID, bool) {
	if f.field.Target != briefing.KindOrganisation || !strings.ContainsFunc(name, unicode.IsLetter) {
		return "", false
	}
	key := codes.Fold(name)
	org, ok := p.organisations[key]
	if !ok {
		org = &briefing.Organisation{ID: p.o.NewID(briefing.KindOrganisation)}
		*org.Name.At(p.nameLang(column, name)) = name
		if p.organisations == nil {
			p.organisations = map[string]*briefing.Organisation{}
		}
		p.organisations[key] = org
		p.out.Organisations = append(p.out.Organisations, org)
	}
	return org.ID, !p.o.FewerOrganisations
}

// nameLang is the language of a name: that of the column's header, else that of
// its script.
func (p *paster) nameLang(column int, name string) briefing.Lang {
	if l := p.columns[column].said; l != "" {
		return l
	}
	return scriptOf(name, p.o.Lang)
}

// manyNames tells whether several columns may give one field: the name of an
// organisation in a column for each language.
func (p *paster) manyNames(field string, said briefing.Lang) bool {
	f := p.field(field)
	return f != nil && f.field.Target == briefing.KindOrganisation && f.field.Type == briefing.RefField && said != ""
}

// otherName takes the name of the row's organisation in a further language.
func (p *paster) otherName(d *draft, column int, f *sheetField, text string) bool {
	said := p.columns[column].said
	if said == "" || f.field.Type != briefing.RefField || f.list == "" {
		return false
	}
	id := f.field.Get(rowOf(p.desc, d.rec, f.list, d.lists))
	if id == "" {
		return false
	}
	if same, ok := p.o.Find(briefing.KindOrganisation, oneLine(text)); ok && string(same) == id {
		return true
	}
	for _, org := range p.organisations {
		if at := org.Name.At(said); string(org.ID) == id && (*at == "" || *at == oneLine(text)) {
			*at = oneLine(text)
			return true
		}
	}
	return false
}

// settleCountry gives a new organisation the country of the first of its people.
func (p *paster) settleCountry(person *briefing.Person) {
	for _, post := range person.Posts {
		for _, org := range p.out.Organisations {
			if org.ID == post.Organisation && org.Country == "" {
				org.Country = person.Country
			}
		}
	}
}

// entitle gives a message without a title one: a question is its own text, any
// other begins with the words that tell it apart in lists.
func (p *paster) entitle(m *briefing.Message) {
	for _, c := range p.out.Columns {
		if baseField(c.Field) == nameField(briefing.KindMessage) {
			return // the table has titles, and this row misses its own
		}
	}
	for _, l := range briefing.Langs() {
		body := m.Body.At(l)
		if *body == "" {
			continue
		}
		p.out.Titled = true
		if m.Kind == "qa" {
			*m.Title.At(l), *body = oneLine(*body), ""
			continue
		}
		*m.Title.At(l) = beginning(*body)
	}
}

// beginning is the first sentence of a text, cut between words where it is long.
func beginning(text string) string {
	const longest = 70 // letters: a line of a list
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if s := prose.Sentences(line); len(s) > 0 {
		line = s[0]
	}
	line = strings.TrimRight(line, ".。 ")
	if utf8.RuneCountInString(line) <= longest {
		return line
	}
	cut := string([]rune(line)[:longest])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	if at := strings.LastIndexByte(cut, '{'); at > strings.LastIndexByte(cut, '}') { // a bound figure is taken whole or not at all
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
