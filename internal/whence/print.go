package whence

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// Role tells what a line of a printed derivation is.
type Role string

// Roles of lines.
const (
	OfValue   Role = "value"   // a node: what it is, and its value
	OfFormula Role = "formula" // how it is computed
	OfPeriod  Role = "period"  // its period and base
	OfNote    Role = "note"    // what a reader has to know; what was left out
	OfClaim   Role = "claim"   // what a source says
	OfFile    Role = "file"    // rows of a file
	OfRow     Role = "row"     // an imported row
	OfMore    Role = "more"    // what is not told one by one
)

// Line is one line of a printed derivation.
type Line struct {
	Depth int
	Role  Role
	Text  string
	Value string
	Ref   briefing.Ref // of the record that the line is about
}

// Names put what is known by a key into words.
type Names struct {
	Key     func(Key) string
	Caption func(briefing.Ref) string
	Style   Style
}

// Lines prints a derivation, a value before what it was made of.
func Lines(l briefing.Lang, n Node, names Names) []Line {
	p := &printing{l: l, names: names}
	p.node(n, 0)
	return p.out
}

type printing struct {
	l     briefing.Lang
	names Names
	out   []Line
}

func (p *printing) t(key string, args ...any) string { return lang.T(p.l, "whence."+key, args...) }

func (p *printing) add(depth int, role Role, text, value string, ref briefing.Ref) {
	if text != "" || value != "" {
		p.out = append(p.out, Line{depth, role, text, value, ref})
	}
}

// base is what a result is measured against: the years between of a yearly rate,
// «2019 = 100» of an index.
func (p *printing) base(r measure.Result) string {
	text := p.t("base", Period(p.l, r.Period), Period(p.l, r.Base))
	switch {
	case r.Measure == "index":
		return p.t("base.index", text, Period(p.l, r.Base))
	case r.Years > 0:
		return p.t("base.years", text, r.Years)
	}
	return text
}

func (p *printing) node(n Node, depth int) {
	text := p.about(n)
	if n.Symbol != "" {
		text = p.t("symbol", n.Symbol, text)
	}
	r := n.Result
	value := Value(p.l, r, p.names.Style)
	if r.Planned && value != "" {
		value = p.t("plan", value)
	}
	p.add(depth, OfValue, text, value, n.Ref)
	depth++
	if n.Circle {
		p.add(depth, OfMore, p.t("circle"), "", n.Ref)
		return
	}
	formula := n.Formula
	if n.Kind == Measured {
		formula = Formula(p.l, n.Measure)
	}
	if formula != "" {
		p.add(depth, OfFormula, p.t("formula", formula), "", briefing.Ref{})
	}
	if n.Kind == Measured && r.Base.Kind != briefing.NoPeriod && r.Base != r.Period {
		p.add(depth, OfPeriod, p.base(r), "", briefing.Ref{})
	}
	p.add(depth, OfNote, p.lacks(n), "", n.Ref)
	if r.Sample {
		p.add(depth, OfNote, p.t("sample"), "", briefing.Ref{})
	}
	if len(r.Notes) > 0 {
		p.add(depth, OfNote, p.t("note", Joined(p.l, r.Notes)), "", briefing.Ref{})
	}
	p.rows(n, depth)
	p.claims(n, depth)
	for _, parent := range n.Parents {
		p.node(parent, depth)
	}
	switch {
	case n.Kind == Rest && n.More > 0:
		p.add(depth, OfMore, p.t("rest", n.More), "", briefing.Ref{})
	case n.Kind == Rest:
		p.add(depth, OfMore, p.t("residual"), "", briefing.Ref{})
	case n.Kind == Fact && n.More > 0:
		p.add(depth, OfMore, p.t("lost", n.More), "", briefing.Ref{})
	case n.More > 0:
		p.add(depth, OfMore, p.t("more", n.More), "", briefing.Ref{})
	}
}

// lacks says of what was derived by no measure what it is, and what of its
// derivation is not told.
func (p *printing) lacks(n Node) string {
	switch {
	case n.Kind == Words && n.Words.Empty():
		return ""
	case n.Kind == Words && len(n.Parents) > 0:
		return p.t("words.from")
	case n.Kind == Words:
		return p.t("words.bare")
	case n.Kind != Fact || !n.Result.Figure.HasNumber():
		return ""
	case n.Formula != "" && len(n.Parents)+n.More == 0:
		return p.t("no_parents")
	case n.Formula == "" && len(n.Parents)+n.More > 0:
		return p.t("no_formula")
	case n.Concluded && n.Formula == "":
		return p.t("no_derivation")
	}
	return ""
}

// Period is a period in short, as derivations and answers name it: «янв.–окт.
// 2022 г.».
func Period(l briefing.Lang, p briefing.Period) string { return lang.PeriodShort(l, p) }

// about says what a node is.
func (p *printing) about(n Node) string {
	switch n.Kind {
	case Words:
		if words := strings.Trim(n.Words.In(p.l), " ,;，；()（）"); words != "" {
			return p.t("words", words)
		}
		return p.t("words.none")
	case Fact:
		return p.names.Caption(n.Ref)
	case Measured:
		text := Name(p.l, n.Measure)
		if n.Result.Period.Kind != briefing.NoPeriod {
			text = p.t("of", text, Period(p.l, n.Result.Period))
		}
		return text
	}
	var parts []string
	for _, k := range n.Keys {
		if word := p.names.Key(k); word != "" {
			parts = append(parts, word)
		}
	}
	if n.Kind == Rest || n.Of > 0 {
		parts = append(parts, p.t("rest.name"))
	}
	if n.Result.Period.Kind != briefing.NoPeriod {
		parts = append(parts, Period(p.l, n.Result.Period))
	}
	return p.t("sum", Name(p.l, n.Measure), strings.Join(parts, " · "))
}

// rows tells how many rows a sum is of, their files and the rows themselves.
func (p *printing) rows(n Node, depth int) {
	if n.Kind != Sum || n.All == 0 {
		return
	}
	text := lang.Plural(p.l, "whence.rows", n.All)
	if n.With < n.All {
		text = p.t("rows.with", text, n.With)
	}
	p.add(depth, OfNote, text, "", briefing.Ref{})
	for _, f := range n.Files {
		source := ""
		if f.Source != "" {
			source = p.names.Caption(briefing.Ref{Kind: briefing.KindSource, ID: f.Source})
		}
		lines := p.t("lines", f.First, f.Last)
		if f.First == f.Last {
			lines = p.t("line", f.First)
		}
		text := p.t("file", f.Name, lang.Plural(p.l, "whence.rows.in", f.Rows), lines)
		if source != "" {
			text = p.t("file.source", text, source)
		}
		p.add(depth, OfFile, text, "", briefing.Ref{Kind: briefing.KindImport, ID: f.Import})
	}
	for _, r := range n.Rows {
		parts := []string{p.t("row", r.File, r.Line), lang.PeriodShort(p.l, r.Period)}
		for _, k := range []Key{{"partner", r.Partner, ""}, {"code", r.Code, r.Classification}} {
			if word := p.names.Key(k); word != "" {
				parts = append(parts, word)
			}
		}
		res := n.Result
		res.Measure, res.Notes = n.Measure, nil
		res.Figure.Value, res.Figure.Status = r.Amount(n.Measure), r.Status
		res.Defined = res.Figure.Value.Valid
		value := Value(p.l, res, p.names.Style)
		if !res.Defined {
			value = "—"
		}
		p.add(depth+1, OfRow, strings.Join(parts, " · "), value, briefing.Ref{Kind: briefing.KindImport, ID: r.Import})
	}
	if rest := n.All - len(n.Rows); rest > 0 && len(n.Rows) > 0 {
		p.add(depth+1, OfMore, p.t("rows.more", rest), "", briefing.Ref{})
	}
}

// claims tells what sources say of a fact, the chosen one first.
func (p *printing) claims(n Node, depth int) {
	for _, chosen := range []bool{true, false} {
		for _, c := range n.Claims {
			if c.Chosen != chosen {
				continue
			}
			ref := briefing.Ref{Kind: briefing.KindSource, ID: c.Source}
			key := "claim.other"
			switch {
			case c.Chosen && len(n.Parents) > 0:
				key = "claim.derived" // the source has what it was derived from, not the number
			case c.Chosen:
				key = "claim.chosen"
			case c.Verification:
				key = "claim.later"
			}
			source := p.names.Caption(ref)
			if c.Source == "" || source == "" {
				source, ref = p.t("claim.none"), n.Ref
				if len(n.Parents) > 0 {
					continue // a derived fact has its parents for a source
				}
			}
			text := p.t(key, source)
			if c.Wording != "" {
				text = p.t("claim.wording", text, c.Wording)
			}
			value := lang.FigureIn(p.l, c.Figure, lang.NumberStyle{Decimals: -1, Column: true, Window: p.names.Style.Window})
			if key == "claim.derived" {
				value = "" // the source does not say it: it stands above, as derived
			} else if c.Period.Kind != briefing.NoPeriod {
				value = strings.TrimLeft(p.t("of", value, Period(p.l, c.Period)), ", ")
			}
			p.add(depth, OfClaim, text, value, ref)
		}
	}
}

// KeyName names a key where nothing better is known.
func KeyName(l briefing.Lang, k Key) string {
	switch k.Dimension {
	case "flow":
		return lang.Enum(l, "flow", k.Value)
	case "reporter", "partner": // of several together, one after the other
		var names []string
		for code := range strings.FieldsSeq(k.Value) {
			names = append(names, lang.Country(l, code))
		}
		return strings.Join(names, lang.T(l, "insight.list.comma_gap"))
	case "region", "province":
		country := "RU"
		if k.Dimension == "province" {
			country = "CN"
		}
		if name := lang.Region(l, country, k.Value); name != "" {
			return name
		}
	case "hs2", "hs4", "hs6", "code", figure.ByProduct:
		switch k.Value {
		case figure.HiddenCode:
			return lang.T(l, "app.group.hidden")
		case figure.TotalCode:
			return lang.T(l, "app.group.total")
		}
	}
	return k.Value
}
