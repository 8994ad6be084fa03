package importer

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/clipboard"
)

// Fields of pasted columns beside those of the template's sheets.
const (
	pastedNote   = "note"   // the record's note
	pastedNames  = "name"   // a name in whatever scripts
	pastedFigure = "figure" // precision, number, unit and change of a claim
	pastedHours  = "hours"  // the clock or the part of a day
)

// own lists the fields that a kind has beside its sheet's.
func (p *paster) own() []string {
	switch p.out.Kind {
	case briefing.KindFact:
		return []string{pastedFigure, pastedNote}
	case briefing.KindEvent:
		return []string{pastedHours, pastedNote}
	case briefing.KindPerson:
		return []string{pastedNames, pastedNote}
	}
	return []string{pastedNote}
}

func (p *paster) knows(field string) bool {
	return slices.Contains(p.own(), field) || p.field(field) != nil
}

// field finds a field of the sheet by its key.
func (p *paster) field(key string) *sheetField {
	i := slices.IndexFunc(p.fields, func(f sheetField) bool { return f.key() == key })
	if i < 0 {
		return nil
	}
	return &p.fields[i]
}

// FieldOfColumn is the field of a record in which the form shows what a column of
// pasted rows gives: the value for a figure, the clock for hours.
func FieldOfColumn(kind briefing.Kind, column string) string {
	switch {
	case kind == briefing.KindFact && column == pastedFigure:
		return "claims.value"
	case kind == briefing.KindEvent && column == pastedHours:
		return "clock"
	}
	return column
}

// label names a field for the user.
func (p *paster) label(field string) string {
	if f := p.field(field); f != nil {
		return f.header(p.o.Lang, p.out.Kind)
	}
	if field == "" {
		return ""
	}
	return p.t("field." + field)
}

// choices are what a column of the kind may be taken for.
func (p *paster) choices() []PastedChoice {
	var out []PastedChoice
	for _, key := range p.own() {
		if key != pastedNote {
			out = append(out, PastedChoice{key, p.label(key)})
		}
	}
	for _, f := range p.fields {
		out = append(out, PastedChoice{f.key(), p.label(f.key())})
	}
	return append(out, PastedChoice{pastedNote, p.label(pastedNote)})
}

// texts names the fields of texts in the order in which columns without a
// header are taken for them.
func (p *paster) texts() []string {
	switch p.out.Kind {
	case briefing.KindFact:
		return []string{"statement", "claims.source"}
	case briefing.KindEvent:
		return []string{"title", "place"}
	case briefing.KindPerson:
		return []string{"posts.title"}
	case briefing.KindAgreement:
		return []string{"title", "subject"}
	case briefing.KindMessage:
		return []string{"title", "body"}
	case briefing.KindSource:
		return []string{"title", "publisher"}
	}
	return []string{"name"}
}

// main is the field without which a record is none.
func (p *paster) main() string {
	if p.out.Kind == briefing.KindPerson {
		return pastedNames
	}
	return p.texts()[0]
}

// headerRow finds the row whose cells name fields: most of them, or at least
// two, among the first rows.
func (p *paster) headerRow(rows []clipboard.Row) (at int, ok bool) {
	const search = 6
	for i, r := range rows[:min(len(rows), search)] {
		named := 0
		for _, c := range r.Cells {
			if f, _, _ := p.named(c); len(f) > 0 {
				named++
			}
		}
		if n := filled(r); named > 0 && (named*2 >= n) && (n > 1 || len(r.Cells) == 1) || named > 1 {
			return i, true
		}
	}
	return 0, false
}

// fitting is the first of the fields that a column's cells can be: a header
// «Показатель» names a kind of measure only over such kinds.
func (p *paster) fitting(fields []string, rows []clipboard.Row, column int) string {
	for _, field := range fields {
		f := p.field(field)
		if f == nil || f.field.Type != briefing.EnumField {
			return field
		}
		k, fit := look{}, 0
		for _, r := range rows {
			if s := r.Cells[column]; s != "" {
				k.filled++
				if _, reason := enumOf(f.field, s); reason == "" {
					fit++
				}
			}
		}
		if len(fields) == 1 || k.mostly(fit) {
			return field
		}
	}
	return ""
}

// nameField is the text field, without its language, that tells records of a
// kind apart.
func nameField(kind briefing.Kind) string {
	switch kind {
	case briefing.KindFact:
		return "statement"
	case briefing.KindPerson, briefing.KindOrganisation:
		return "name"
	}
	return "title"
}

// typedTogether turns a field into the one that reads more of what people type
// into its column.
func typedTogether(kind briefing.Kind, field string) string {
	switch {
	case kind == briefing.KindPerson && field == "name":
		return pastedNames
	case kind == briefing.KindFact && field == "claims.value":
		return pastedFigure
	case kind == briefing.KindEvent && field == "clock":
		return pastedHours
	}
	return field
}

// numbering is a column that counts the rows.
const numbering = "number"

// choose decides what each column is: by its header, else by its cells.
func (p *paster) choose(rows []clipboard.Row) {
	choices := p.choices()
	taken := map[string]bool{}
	looks := make([]look, len(p.out.Columns))
	for i := range p.out.Columns {
		c := &p.out.Columns[i]
		c.Choices = choices
		looks[i] = p.look(rows, i)
		p.columns[i].lang = looks[i].lang
		fields, said, unit := p.named(c.Header)
		p.columns[i].named, p.columns[i].said = unit, said
		if p.columns[i].original = slices.Contains(fields, originalName); p.columns[i].original {
			continue // when it is known which languages have columns of their own
		}
		field := p.fitting(fields, rows, i)
		if field == numbering {
			field = p.numbered(looks[i])
		}
		field = p.inLang(field, looks[i].lang)
		if field == pastedNames && taken[field] { // a column for each script
			field = "name_" + string(looks[i].lang)
		}
		if field != "" && (!taken[field] || p.manyNames(field, p.columns[i].said)) {
			c.Field, taken[field] = field, true
		}
	}
	for i := range p.out.Columns {
		field := nameField(p.out.Kind) + "_" + string(looks[i].lang)
		if p.columns[i].original && !taken[field] && p.knows(field) {
			p.out.Columns[i].Field, taken[field] = field, true
		}
	}
	header := slices.ContainsFunc(p.out.Columns, func(c PastedColumn) bool { return c.Header != "" })
	for i := range p.out.Columns {
		c := &p.out.Columns[i]
		if c.Field == "" && looks[i].filled > 0 && !(header && p.mainTaken(taken)) {
			c.Field = p.guess(looks[i], taken, header)
			taken[c.Field] = c.Field != ""
		}
	}
	for i := range p.out.Columns {
		c := &p.out.Columns[i]
		counts := looks[i].running && (c.Header == "" || slices.Contains(p.exactly(c.Header), numbering))
		if c.Field == "" && looks[i].filled > 0 && !counts {
			c.Field = pastedNote
			c.Unknown = c.Header != "" && !slices.Contains(p.exactly(c.Header), pastedNote)
		}
	}
}

func (p *paster) mainTaken(taken map[string]bool) bool {
	for f := range taken {
		if baseField(f) == p.main() {
			return true
		}
	}
	return false
}

// inLang adds to the name of a text its language.
func (p *paster) inLang(field string, l briefing.Lang) string {
	if field == "" || p.knows(field) {
		return field
	}
	if in := field + "_" + string(l); p.knows(in) {
		return in
	}
	return ""
}

// numbered is what a column of running numbers says of the kind.
func (p *paster) numbered(k look) string {
	switch {
	case p.out.Kind == briefing.KindPerson && k.running:
		return "rank"
	case p.out.Kind == briefing.KindMessage && k.running:
		return "order"
	}
	return ""
}
