package importer

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// ProfileTemplate is the key of the profiles of our own workbook.
const ProfileTemplate = "template"

// TemplateKind tells a writer how to format a column of the template.
type TemplateKind uint8

// Kinds of template column.
const (
	TemplateText TemplateKind = iota
	TemplateNumber
	TemplateDate // a date or a period, kept as text
	TemplateList // one of Options
)

// TemplateColumn is a column to be filled in.
type TemplateColumn struct {
	Key      string // "title_ru", "posts.from", "value-unit"
	Header   string
	Hint     string // what may stand there, for a cell note
	Kind     TemplateKind
	Options  []string // of a list, in the language of the template
	Required bool
	Example  string // the example row; an import sets it aside
}

// TemplateSheet is one sheet of the template, without looks: a header row, the
// example row under it, empty rows.
type TemplateSheet struct {
	Key     string // "trade", "facts", …
	Name    string // of the tab
	About   string // a line above the header
	Kind    briefing.Kind
	Columns []TemplateColumn
}

// Template describes our own input workbook in a language: one sheet of trade
// observations and one for each kind of record. A workbook written from it in
// any of the languages is recognised by Read as the profile ProfileTemplate.
func Template(l briefing.Lang) []TemplateSheet {
	out := []TemplateSheet{tradeSheet(l)}
	for _, s := range recordSheets() {
		d, ok := briefing.Describe(s.kind)
		if !ok {
			continue
		}
		sheet := TemplateSheet{Key: s.key, Name: lang.T(l, "importer.sheet."+s.key), About: lang.T(l, "importer.about."+s.key), Kind: s.kind}
		sheet.Columns = append(sheet.Columns, TemplateColumn{
			Key: idField, Header: lang.T(l, "importer.id"), Hint: lang.T(l, "importer.hint.id"), Example: lang.T(l, "importer.example"),
		})
		for _, f := range s.fields(d) {
			sheet.Columns = append(sheet.Columns, f.column(l, s))
		}
		out = append(out, sheet)
	}
	return out
}

// TemplateLists names the sheet that holds what the columns offer.
func TemplateLists(l briefing.Lang) string { return lang.T(l, "importer.sheet.lists") }

// idField is the key of the column with the record's ID.
const idField = "id"

// sheetSpec is a sheet of records as data: keys of fields, list fields with
// their list before a point; texts in three languages by their label.
type sheetSpec struct {
	key     string
	kind    briefing.Kind
	keys    string
	example map[string]string
}

// sheetField is a field of a record or of a row of one of its lists.
type sheetField struct {
	list  string // key of the list, empty for the record's own
	field briefing.Field
}

func (f sheetField) key() string {
	if f.list != "" {
		return f.list + "." + f.field.Key
	}
	return f.field.Key
}

func recordSheets() []sheetSpec {
	return []sheetSpec{
		{"facts", briefing.KindFact, "statement nature status use measure product codes flow reporter region partner basis " +
			"claims.source claims.value claims.low claims.high claims.unit claims.precision claims.period claims.wording claims.change claims.change_unit claims.change_base place sample", map[string]string{
			"claims.value": "12.5", "claims.period": "2022", "claims.unit": "thousand-t",
		}},
		{"events", briefing.KindEvent, "title kind status when clock place outcome format parent participants.person participants.role use sources", map[string]string{
			"kind": "meeting", "status": "planned", "when": "2023-03-21", "clock": "10:00",
		}},
		{"people", briefing.KindPerson, "name address rank country posts.title posts.organisation posts.from posts.to sources", map[string]string{
			"rank": "1", "country": "CN", "posts.from": "2021-09",
		}},
		{"organisations", briefing.KindOrganisation, "name kind country address sources", map[string]string{"kind": "company", "country": "CN"}},
		{"agreements", briefing.KindAgreement, "title kind status signed parties signatories subject milestones.title milestones.due milestones.done milestones.responsible use sources", map[string]string{
			"kind": "memorandum", "status": "signed", "signed": "2022-06", "milestones.due": "2024",
		}},
		{"messages", briefing.KindMessage, "kind title body answer speaker original original_lang quoted use order published sources", map[string]string{
			"kind": "talking-point", "use": "aloud", "order": "1",
		}},
		{"sources", briefing.KindSource, "title publisher kind address published retrieved", map[string]string{
			"kind": "official", "published": "2023-03-20",
		}},
	}
}

// fields lists the fields of the sheet in the order of its keys.
func (s sheetSpec) fields(d briefing.Description) []sheetField {
	var out []sheetField
	for key := range strings.FieldsSeq(s.keys) {
		list, label, nested := strings.Cut(key, ".")
		if !nested {
			list, label = "", key
		}
		from := d.Fields
		for _, l := range d.Lists {
			if nested && l.Key == list {
				from = l.Fields
			}
		}
		for _, f := range from {
			if f.Label == label {
				out = append(out, sheetField{list, f})
			}
		}
	}
	return out
}

// header names the column in a language.
func (f sheetField) header(l briefing.Lang, kind briefing.Kind) string {
	h := lang.Label(l, kind, f.field.Label)
	if f.list != "" {
		h = lang.ListLabel(l, kind, f.list, f.field.Label)
	}
	if f.field.Lang != "" {
		h += lang.T(l, "importer.in."+string(f.field.Lang))
	}
	return h
}

// column describes the field for the template.
func (f sheetField) column(l briefing.Lang, s sheetSpec) TemplateColumn {
	c := TemplateColumn{Key: f.key(), Header: f.header(l, s.kind), Required: f.field.Required, Example: s.example[f.key()]}
	if f.field.Lang == l && f.field.Required {
		example := s.key
		if f.list != "" {
			example += "." + f.list
		}
		c.Example = lang.T(l, "importer.example."+example)
	}
	switch f.field.Type {
	case briefing.EnumField:
		c.Kind = TemplateList
		for _, o := range f.field.Options {
			c.Options = append(c.Options, lang.Enum(l, f.field.Group, o))
		}
		c.Example = lang.Enum(l, f.field.Group, c.Example)
	case briefing.BoolField:
		c.Kind, c.Options = TemplateList, []string{lang.T(l, "importer.yes"), lang.T(l, "importer.no")}
	case briefing.NumberField, briefing.IntField:
		c.Kind = TemplateNumber
	case briefing.PeriodField:
		c.Kind, c.Hint = TemplateDate, lang.T(l, "importer.hint.period")
	case briefing.StampField:
		c.Kind, c.Hint = TemplateDate, lang.T(l, "importer.hint.stamp")
	case briefing.ClockField:
		c.Hint = lang.T(l, "importer.hint.clock")
	case briefing.UnitField:
		c.Kind = TemplateList
		for _, u := range briefing.Units() {
			if u != "" {
				c.Options = append(c.Options, lang.Unit(l, u))
			}
		}
		c.Example = lang.Unit(l, briefing.Unit(c.Example))
	case briefing.RefField, briefing.RefsField:
		c.Hint = lang.T(l, "importer.hint.reference")
	case briefing.CountryField:
		c.Hint = lang.T(l, "importer.hint.country")
	}
	return c
}

// templateProfiles are the profiles of the sheets, with the headers of all
// three languages.
func templateProfiles() []Profile {
	out := []Profile{tradeProfile()}
	for _, s := range recordSheets() {
		d, ok := briefing.Describe(s.kind)
		if !ok {
			continue
		}
		p := Profile{Key: ProfileTemplate, Record: s.kind, Sheet: s.key}
		id := Column{Role: RoleField, Field: idField, Optional: true, Names: []string{idField}}
		for _, l := range briefing.Langs() {
			id.Names = append(id.Names, lang.T(l, "importer.id"))
		}
		p.Columns = append(p.Columns, id)
		for _, f := range s.fields(d) {
			c := Column{Role: RoleField, Field: f.key(), Required: f.field.Required && f.list == "", Names: []string{f.key()}}
			for _, l := range briefing.Langs() {
				c.Names = append(c.Names, f.header(l, s.kind))
			}
			p.Columns = append(p.Columns, c)
		}
		out = append(out, p)
	}
	return out
}

// baseField is the key of a field without the language of a text.
func baseField(key string) string {
	for _, l := range briefing.Langs() {
		if base, ok := strings.CutSuffix(key, "_"+string(l)); ok {
			return base
		}
	}
	return key
}

// namedLike reports whether a tab bears the name of the profile's sheet.
func (p *Profile) namedLike(tab string) bool {
	for _, l := range briefing.Langs() {
		if codes.Fold(tab) == codes.Fold(lang.T(l, "importer.sheet."+p.Sheet)) {
			return true
		}
	}
	return false
}

// exampleRows are the example rows of the profile's sheet in all languages, by
// folded texts.
func (p *Profile) exampleRows() [][]string {
	if p.Sheet == "" {
		return nil
	}
	var out [][]string
	for _, l := range briefing.Langs() {
		for _, s := range Template(l) {
			if s.Key != p.Sheet {
				continue
			}
			var row []string
			for _, c := range s.Columns {
				if c.Example != "" {
					row = append(row, codes.Fold(c.Example))
				}
			}
			out = append(out, row)
		}
	}
	return out
}

// isExample reports whether the row is one of the example rows, untouched.
func isExample(examples [][]string, r *cells.Row) bool {
	if len(examples) == 0 {
		return false
	}
	var row []string
	for _, c := range r.Cells {
		if t := codes.Fold(string(c.Text)); t != "" {
			row = append(row, t)
		}
	}
	for _, e := range examples {
		if len(e) > 0 && strings.Join(e, "\x00") == strings.Join(row, "\x00") {
			return true
		}
	}
	return false
}
