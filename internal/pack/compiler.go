package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// compilerFacts lists every fact with its status, sources and what is done
// with it. The wrong wording of a rejected fact is not repeated: its statement
// names the subject, the reason says what was wrong. On a page the figure
// stands under the statement, so that the reasons have a column that can be
// read; a workbook gives it one of its own.
func (b *builder) compilerFacts() *document.Section {
	figure := document.Column{Key: "figure", Title: b.t("col.value"), Weight: 1}
	t := document.Table{
		Title: b.t("compiler.facts"),
		Columns: []document.Column{
			{Key: "fact", Title: b.t("col.fact"), Weight: 0.4},
			{Key: "statement", Title: b.t("compiler.statement_figure"), Weight: 1.9},
			{Key: "status", Title: b.t("col.status"), Weight: 0.9},
			{Key: "source", Title: b.t("col.source"), Weight: 0.6},
			{Key: "decision", Title: b.t("col.decision"), Weight: 1.9},
		},
	}
	sheet := document.Table{Columns: slices.Insert(slices.Clone(t.Columns), 2, figure)}
	sheet.Columns[1].Title = b.t("col.statement")
	for _, f := range b.everyFact() {
		ref := f.Ref()
		row := document.Row{Origin: &ref, Cells: []document.Cell{
			document.Txt(string(f.ID)), b.statementCell(f),
			b.statusCell(f),
			{Runs: b.refs(b.allSources(f)...)},
			document.Txt(b.decision(f)),
		}}
		sheet.Rows = append(sheet.Rows, document.Row{Origin: &ref, Cells: slices.Insert(slices.Clone(row.Cells), 2, document.Txt(b.allFigures(f)))})
		row.Cells[1] = b.withFigure(row.Cells[1], f)
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Source, t.Sheet = b.sourceLine(nil), &sheet
	return &document.Section{
		Title: b.t("section.compiler"), Deck: b.t("compiler.deck"), NewPage: true,
		Blocks: []document.Block{b.table(t)},
	}
}

// everyFact lists the facts by number, those that the moment keeps out too.
func (b *builder) everyFact() []*briefing.Fact {
	all := slices.Clone(b.s.Facts)
	for _, h := range b.s.Held {
		f, ok := h.Record.(*briefing.Fact)
		if ok && !slices.ContainsFunc(all, func(g *briefing.Fact) bool { return g.ID == f.ID }) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(x, y *briefing.Fact) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return all
}

// differ reports whether the sources say different things of the fact.
func differ(f *briefing.Fact) bool {
	for _, c := range f.Claims {
		if c.Figure != f.Claims[0].Figure || c.Period != f.Claims[0].Period || !c.Note.Empty() {
			return true
		}
	}
	return false
}

// plainText is a text for the compiler, who may see what the pack leaves out.
func (b *builder) plainText(t briefing.Text) string {
	s := t.Any(b.l)
	if runs, ok := b.bound(s); ok {
		return document.RunsText(runs)
	}
	return s
}

// statementCell is the statement for the compiler, who may see one in another
// language where his has none.
func (b *builder) statementCell(f *briefing.Fact) document.Cell {
	c := document.Txt(b.plainText(f.Statement))
	if f.Statement.In(b.l) == "" {
		return c
	}
	return b.shows(c, f, "statement")
}

// statusCell is the word of a status behind its sign, which is no part of the
// field.
func (b *builder) statusCell(f *briefing.Fact) document.Cell {
	word := document.Run{Text: lang.Enum(b.l, "status", f.Status), Tone: statusTone(f.Status)}
	c := b.shows(document.Cell{Runs: []document.Run{word}}, f, "status")
	word.Shows = c.Shows
	c.Runs = []document.Run{{Sign: statusSign(f.Status)}, word}
	return c
}

// statusSign is drawn before the word of a status: a print in grey shows it.
func statusSign(status string) document.Sign {
	switch status {
	case briefing.Confirmed:
		return document.SignConfirmed
	case briefing.Caveat:
		return document.SignQualified
	case briefing.Conflicting:
		return document.SignConflict
	case briefing.Rejected:
		return document.SignRejected
	}
	return document.SignUnchecked
}

// withFigure puts what the sources state of the fact under its statement: a
// figure in bold, a date as what it is.
func (b *builder) withFigure(c document.Cell, f *briefing.Fact) document.Cell {
	value := document.Run{Text: b.allFigures(f), Bold: slices.ContainsFunc(f.Claims, func(c briefing.Claim) bool { return c.Figure.Says() })}
	if value.Text == "" {
		return c
	}
	if !value.Bold {
		value.Tone = document.Secondary
	}
	says := document.Run{Text: c.Text, Shows: c.Shows}
	c.Runs, c.Text = []document.Run{says, {Text: "\n"}, value}, ""
	return c
}

func statusTone(status string) document.Tone {
	switch status {
	case briefing.Confirmed:
		return document.Good
	case briefing.Caveat:
		return document.Warn
	case briefing.Conflicting, briefing.Rejected:
		return document.Bad
	}
	return document.Ink
}

func (b *builder) allFigures(f *briefing.Fact) string {
	if c, ok := f.Claim(); ok {
		return b.claimText(c)
	}
	var out []string
	for _, c := range f.Claims {
		if s := b.claimText(c); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return join(" / ", out...)
}

// claimText is what a claim states: its figure, or its date when it has none.
func (b *builder) claimText(c briefing.Claim) string {
	if c.Figure.Says() {
		return lang.Figure(b.l, c.Figure)
	}
	return lang.Period(b.l, c.Period)
}

func (b *builder) allSources(f *briefing.Fact) []briefing.ID {
	var ids []briefing.ID
	for _, c := range f.Claims {
		if c.Source != "" {
			ids = append(ids, c.Source)
		}
	}
	if len(ids) == 0 {
		return b.sourcesOf(f)
	}
	return ids
}

// decision is where the fact goes and why.
func (b *builder) decision(f *briefing.Fact) string {
	place := b.t("place." + first(f.Place, briefing.PlacePack))
	switch {
	case first(f.Place, briefing.PlacePack) != briefing.PlacePack:
	case b.afterMoment(f):
		place = b.t("place.after")
	case !b.inPack(f):
		place = b.t("place.compiler")
	case !says(f):
		place = b.t("place.empty")
	}
	return b.semis(place, b.plainText(f.Reason), b.plainText(f.Note))
}

// afterMoment reports whether the fact was kept out whole, being published
// after the moment.
func (b *builder) afterMoment(f *briefing.Fact) bool {
	return slices.ContainsFunc(b.s.Held, func(h project.Held) bool {
		return h.Ref == f.Ref() && h.Why == project.AfterMoment && !h.Part
	})
}

// says reports whether a claim of the fact has anything to print.
func says(f *briefing.Fact) bool {
	return slices.ContainsFunc(f.Printed(), func(c briefing.Claim) bool {
		return c.Figure.Says() || c.Period.Kind != briefing.NoPeriod
	})
}

// compilerConflicts shows what sources say differently of one fact, and the
// choice with its reason.
func (b *builder) compilerConflicts() *document.Section {
	var blocks []document.Block
	for _, f := range b.s.Facts {
		if len(f.Claims) < 2 || !differ(f) {
			continue
		}
		t := document.Table{
			Title: join(". ", string(f.ID), b.plainText(f.Statement)),
			Columns: []document.Column{
				{Key: "source", Title: b.t("col.source"), Weight: 1.6},
				{Key: "says", Title: b.t("col.says"), Weight: 1.2},
				{Key: "period", Title: b.t("col.period"), Weight: 0.8},
				{Key: "choice", Title: b.t("col.choice"), Weight: 1.6},
			},
		}
		for _, c := range f.Claims {
			choice := ""
			switch {
			case c.ID == f.Chosen && f.Chosen != "":
				choice = b.colon(b.t("compiler.chosen"), b.plainText(f.Reason))
			case c.Role == briefing.RoleVerification:
				choice = b.t("compiler.verification_only")
			case f.Chosen == "":
				choice = b.t("compiler.both")
			default:
				choice = b.t("compiler.not_chosen")
			}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				{Runs: append(b.refs(c.Source), document.Run{Text: " " + b.sourceName(c.Source)})},
				document.Txt(b.claimText(c)), document.Txt(lang.Period(b.l, c.Period)),
				document.Txt(b.semis(choice, b.plainText(c.Note))),
			}})
		}
		blocks = append(blocks, b.table(t))
	}
	if len(blocks) == 0 {
		return nil
	}
	return &document.Section{Blocks: blocks}
}

func (b *builder) sourceName(id briefing.ID) string {
	src, ok := b.s.Source(id)
	if !ok {
		return ""
	}
	return b.commas(src.Publisher.Any(b.l), lang.Stamp(b.l, src.Published))
}

// compilerUse lists the facts by their order of use, each by what it says.
func (b *builder) compilerUse() *document.Section {
	t := document.Table{
		Title: b.t("compiler.use"),
		Columns: []document.Column{
			{Key: "fact", Title: b.t("col.fact"), Weight: 0.4},
			{Key: "statement", Title: b.t("col.statement"), Weight: 2.6},
			{Key: "figure", Title: b.t("col.value"), Weight: 1},
		},
	}
	for _, u := range []briefing.Use{briefing.Aloud, briefing.Reference, briefing.Internal} {
		head := document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(b.sentence(lang.Enum(b.l, "use", string(u))))}}
		for _, f := range b.s.Facts {
			if f.Use != u {
				continue
			}
			if head.Cells != nil {
				t.Rows, head.Cells = append(t.Rows, head), nil
			}
			ref := f.Ref()
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
				document.Txt(string(f.ID)), b.statementCell(f), document.Txt(b.figureOnly(f)),
			}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}

// figureOnly is the figures of a fact, empty where it states none: its period
// is not what it says.
func (b *builder) figureOnly(f *briefing.Fact) string {
	for _, c := range f.Claims {
		if c.Figure.Says() {
			return b.allFigures(f)
		}
	}
	return ""
}

// compilerVerification lists what was published after the moment: kept to
// check the pack by, never cited in it.
func (b *builder) compilerVerification() *document.Section {
	t := document.Table{
		Title: b.t("compiler.verification"),
		Columns: []document.Column{
			{Key: "record", Title: b.t("col.record"), Weight: 0.5},
			{Key: "source", Title: b.t("col.source"), Weight: 1.6},
			{Key: "says", Title: b.t("col.says"), Weight: 1.4},
			{Key: "note", Title: b.t("col.note"), Weight: 1.8},
		},
	}
	for _, f := range b.everyFact() {
		for _, c := range f.Claims {
			if c.Role == briefing.RoleVerification || !b.citable(c) {
				t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
					document.Txt(string(f.ID)),
					{Runs: append(b.refs(c.Source), document.Run{Text: " " + b.sourceName(c.Source)})},
					document.Txt(b.claimText(c)), document.Txt(b.plainText(c.Note)),
				}})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Source = b.t("compiler.verification_note")
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}
