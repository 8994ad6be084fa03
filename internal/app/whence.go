package app

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/project"
	"briefing/internal/whence"
)

// Derivations as window and command line share them.
type (
	// Derivation is a value with whence it is.
	Derivation = whence.Node
	// DerivationLine is one line of a printed derivation.
	DerivationLine = whence.Line
)

// Roles of lines of derivations.
const (
	WhenceValue   = whence.OfValue
	WhenceFormula = whence.OfFormula
	WhencePeriod  = whence.OfPeriod
	WhenceNote    = whence.OfNote
	WhenceClaim   = whence.OfClaim
	WhenceFile    = whence.OfFile
	WhenceRow     = whence.OfRow
	WhenceMore    = whence.OfMore
)

// derive looks derivations up in the project as it is; rows is how many rows
// of each sum are told, −1 all. own chooses the observations, nil takes all.
func (p *Project) derive(rows int, own func(*project.Project) *figure.Set, find func(*whence.World)) {
	p.Read(func(pr *project.Project) {
		w := &whence.World{Figures: pr.Figures, Facts: pr.Facts, Imports: pr.Imports, Rows: rows}
		if own != nil {
			w.Figures = own(pr)
		}
		if w.Figures == nil {
			w.Figures = figure.NewSet()
		}
		find(w)
	})
}

// WhenceFact is the derivation of a fact: its formula over its parents, and
// what sources say. Not ok when there is no such fact.
func (p *Project) WhenceFact(id briefing.ID, rows int) (d Derivation, ok bool) {
	p.derive(rows, nil, func(w *whence.World) { d, ok = w.OfFact(id) })
	return d, ok
}

// WhenceCell is the derivation of a cell of an answer: the n-th measure of a
// line of a table.
func (p *Project) WhenceCell(a *Answer, table, line, n, rows int) (d Derivation) {
	own := func(pr *project.Project) *figure.Set {
		if key := a.Tables[table].Lines[line].Results[n].Measure; OfRecords(a.Question) || Related(key) {
			return pr.Figures // what it is held against may be of others
		}
		set, _ := askedRows(pr, a.Question)
		return set
	}
	p.derive(rows, own, func(w *whence.World) { d = w.OfCell(a, &a.Tables[table], line, n) })
	return d
}

// DerivationLines prints a derivation in the language; window is for fonts of
// the window.
func (p *Project) DerivationLines(d Derivation, l briefing.Lang, window bool) []DerivationLine {
	return whence.Lines(l, d, whence.Names{
		Key:     func(k whence.Key) string { return p.keyName(k, l) },
		Caption: func(r briefing.Ref) string { return p.Caption(r, l) },
		Style:   whence.Style{Window: window},
	})
}

// keyName puts a key of an answer or a derivation into words: a code with its
// name, a group by its own.
func (p *Project) keyName(k whence.Key, l briefing.Lang) string {
	switch k.Dimension {
	case figure.ByGroup:
		return p.GroupName(k.Value, l)
	case "hs2", "hs4", "hs6", "code":
		if k.Value == figure.HiddenCode || k.Value == figure.TotalCode || k.Value == "" {
			break
		}
		if name, ok := p.CodeName(l, cmp.Or(k.Class, string(classification.TNVED)), k.Value); ok && name.Of == k.Value && figure.Harmonised(k.Class) {
			return k.Value + " " + name.Name
		}
	}
	return whence.KeyName(l, k)
}

// AnswerKey names the i-th key of a line of a table in the language.
func (p *Project) AnswerKey(t *AnswerTable, line AnswerLine, i int, l briefing.Lang) string {
	return p.keyName(whence.Key{Dimension: t.By[i], Value: line.Keys[i], Class: t.Split.Classification}, l)
}

// AnswerRecordName names a line that is of a record: the plan, the facility's
// limit, with the period of what is held against it.
func (p *Project) AnswerRecordName(line AnswerLine, l briefing.Lang) string {
	name := p.Caption(line.Of, l)
	if line.At.Kind == briefing.NoPeriod {
		return name
	}
	return lang.T(l, "whence.of", name, whence.Period(l, line.At))
}

// AnswerLineName names a line of an answer that has no keys of its own: the
// total, the rest, what is confidential.
func AnswerLineName(line AnswerLine, l briefing.Lang) string {
	switch {
	case line.Kind == LineRest:
		return lang.Plural(l, "whence.kind.rest", line.Count)
	case line.Kind == LineTotal && line.Stated:
		return lang.T(l, "whence.kind.total.stated")
	}
	return lang.T(l, "whence.kind."+string(line.Kind))
}

// AnswerTitle names a table of an answer: flow, reporter, period and base.
func AnswerTitle(t *AnswerTable, l briefing.Lang) string {
	if t.OfRecords {
		return lang.T(l, "whence.records")
	}
	flow := lang.T(l, "whence.balance")
	if t.Flow != "" {
		flow = lang.Enum(l, "flow", string(t.Flow))
	}
	text := lang.T(l, "whence.title", capital(flow), whose(t, l), whence.Period(l, t.Period))
	if t.Base.Kind != briefing.NoPeriod {
		text += lang.T(l, "whence.against", whence.Period(l, t.Base))
	}
	return text
}

// whose names whose trade a table is of: the country's, or of few regions theirs.
func whose(t *AnswerTable, l briefing.Lang) string {
	const most = 3
	country := lang.Country(l, t.Split.Reporter)
	switch n := len(t.Regions); {
	case n == 0:
		return country
	case n > most:
		return lang.Plural(l, "whence.regions", n, country)
	}
	var names []string
	for _, code := range t.Regions {
		names = append(names, lang.Region(l, t.Split.Reporter, code))
	}
	return strings.Join(names, ", ")
}

// AnswerRefusal says why a table has no answer.
func AnswerRefusal(t *AnswerTable, l briefing.Lang) string {
	if t.Why == "" {
		return ""
	}
	return whence.Refusal(l, []string{t.Why})
}

// AnswerCell prints a cell of an answer; empty where the measure means nothing
// for the line.
func AnswerCell(r measure.Result, l briefing.Lang, window bool) string {
	return whence.Value(l, r, whence.Style{Window: window, Bare: window})
}

// AnswerPlain is the number of a cell with all its digits, for other programs;
// empty where there is none.
func AnswerPlain(r measure.Result) briefing.MaybeNumber { return r.Figure.Value }

// ColumnShort is the name of a column of an answer in the head of a table.
func ColumnShort(key string, l briefing.Lang) string { return whence.Short(l, key) }

// ColumnName names a column of an answer.
func ColumnName(key string, l briefing.Lang) string { return whence.Name(l, key) }

// ColumnFormula is how a column of an answer is computed; empty for a sum.
func ColumnFormula(key string, l briefing.Lang) string { return whence.Formula(l, key) }

// Reasons puts reasons or notes of measures into words.
func Reasons(keys []string, l briefing.Lang) string { return whence.Joined(l, keys) }

// AnswerShortTitle names a table by its flow and period.
func AnswerShortTitle(t *AnswerTable, l briefing.Lang) string {
	if t.OfRecords {
		return lang.T(l, "whence.records")
	}
	flow := lang.T(l, "whence.balance")
	if t.Flow != "" {
		flow = lang.Enum(l, "flow", string(t.Flow))
	}
	return lang.T(l, "whence.of", capital(flow), whence.Period(l, t.Period))
}

// capital begins a heading.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
