package pack

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// madeAtImport are the notes of an import on how a file was read: they are for
// who checks the data, and say nothing of the numbers that a reader sees.
func madeAtImport() []string {
	return []string{
		"zero-weight", "flow", "region", "repeated", "padded", "world", "world-only", "whole", "rare-letters", "no-codes", "colour", "unseen",
		"mixed-basis", "mixed-currency", "one-money", "units-confirmed",
	}
}

// caveats are the notes of an import that concern the rows of a table, each a
// sentence. The compiler gets them all; other readers neither how the file was
// read, nor what is true of other rows of it.
func (b *builder) caveats(imp *briefing.Import, rows figure.Filter) []string {
	var out []string
	for line := range strings.Lines(imp.Note.In(b.l)) {
		line = strings.TrimSpace(line)
		if line == "" || b.saysMirrored(line) { // the annex says it once
			continue
		}
		if total, ok := lang.Filled(b.l, "importer.note.rounded", line); ok && !b.isTotalOf(rows, total) {
			continue
		}
		if b.s.Audience != briefing.Compiler && !b.concerns(line, imp, rows) {
			continue
		}
		out = append(out, b.closed(line))
	}
	return out
}

// saidTogether are notes with what the files say of themselves in one sentence,
// behind the others.
func (b *builder) saidTogether(notes []string) []string {
	return b.saidIn(notes, func(string) bool { return true })
}

// onceSaid is the same of what this section has not said before: it would else
// stand under each of its exhibits.
func (b *builder) onceSaid(notes []string) []string {
	return b.saidIn(notes, func(remark string) bool {
		key := b.current + "\x00" + remark
		had := b.remarked[key]
		b.remarked[key] = true
		return !had || b.o.Alone
	})
}

func (b *builder) saidIn(notes []string, tell func(remark string) bool) (out []string) {
	said, foreign := "", ""
	for _, n := range notes {
		remark, ok := lang.Filled(b.l, "importer.remark", n)
		switch {
		case !ok:
			out = append(out, n)
		case !tell(remark):
		case b.foreign(remark):
			foreign = b.semis(foreign, b.t("word.remark", remark))
		default:
			said = b.semis(said, b.t("word.remark", remark))
		}
	}
	if said != "" {
		out = append(out, b.closed(b.t("word.remarks", said)))
	}
	if foreign != "" {
		out = append(out, b.closed(b.t("word.remarks_original", foreign)))
	}
	return out
}

// foreign reports whether a text is in the letters of another language.
func (b *builder) foreign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return b.l != briefing.RU && unicode.Is(unicode.Cyrillic, r) || b.l != briefing.ZH && unicode.Is(unicode.Han, r)
	})
}

// concerns reports whether a note is for the reader of a table of these rows:
// not how the file was read, nor which import took the place of which.
// What somebody wrote by hand always is.
func (b *builder) concerns(note string, imp *briefing.Import, rows figure.Filter) bool {
	is := func(key string) bool { return note == lang.T(b.l, "importer.note."+key) }
	switch {
	case slices.ContainsFunc(madeAtImport(), is):
		return false
	case is("hidden"):
		return b.hasHidden(rows)
	}
	if period, ok := lang.Filled(b.l, "importer.note.lost", note); ok {
		return b.isOf(rows, period)
	}
	if _, ok := lang.Filled(b.l, "importer.note.wholes", note); ok {
		return false
	}
	if remark, ok := lang.Filled(b.l, "importer.remark", note); ok && saysProvisional(remark) {
		return b.provisionalAmong(rows, imp)
	}
	return !lang.OfImports(b.l, note)
}

// saysProvisional reports whether a file's remark says that figures are preliminary.
func saysProvisional(remark string) bool {
	f := strings.ToLower(remark)
	return slices.ContainsFunc([]string{"предварительн", "preliminary", "provisional", "初步"}, func(w string) bool { return strings.Contains(f, w) })
}

// provisionalAmong reports whether a file's remark on preliminary figures is for the
// reader of these rows: some of its rows among them are such, or none of its rows is
// marked and the remark is of all.
func (b *builder) provisionalAmong(rows figure.Filter, imp *briefing.Import) bool {
	marked := func(in figure.Filter) bool {
		in.Imports = []briefing.ID{imp.ID}
		for _, o := range b.s.Figures.Where(in).All() {
			if o.Status == briefing.Provisional {
				return true
			}
		}
		return false
	}
	return marked(rows) || !marked(figure.Filter{})
}

// lostNote says of which periods of the rows some were not imported.
func (b *builder) lostNote(rows figure.Filter) string {
	return b.notesWith(rows, "importer.note.lost", "importer.note.lost.any", b.isOf)
}

// isOf reports whether some of the rows are of a period, or of a part of it.
func (b *builder) isOf(rows figure.Filter, period string) bool {
	for p := range b.s.Figures.Where(rows).Periods() {
		if lang.Period(b.l, p) == period || lang.Period(b.l, briefing.Year(p.From.Year)) == period {
			return true
		}
	}
	return false
}

// isTotalOf reports whether a total that the source states, as the note of its
// import tells it, is of the flow of the rows and of one of their periods.
func (b *builder) isTotalOf(rows figure.Filter, total string) bool {
	for p := range b.s.Figures.Where(rows).Periods() {
		for _, partner := range []string{"", rows.Partner} {
			for _, flow := range []figure.Flow{figure.Export, figure.Import} {
				if (rows.Flow == "" || rows.Flow == flow) && strings.HasPrefix(total, lang.StatedTotal(b.l, string(flow), partner, p)) {
					return true
				}
			}
		}
	}
	return false
}

// totalsNote tells the totals that the source states of rows whose rounding sets
// their sum apart from it.
func (b *builder) totalsNote(rows figure.Filter) string {
	return b.notesWith(rows, "importer.note.rounded", "importer.note.rounded.many", b.isTotalOf)
}

// notesWith are the notes of the rows' imports that one text makes, of what concerns
// the rows, and those that another text is, which concerns all.
func (b *builder) notesWith(rows figure.Filter, filled, plain string, concerns func(figure.Filter, string) bool) string {
	var notes []string
	for _, imp := range b.importsOf(rows) {
		for line := range strings.Lines(imp.Note.In(b.l)) {
			line = strings.TrimSpace(line)
			what, ok := lang.Filled(b.l, filled, line)
			if ok && concerns(rows, what) || line == lang.T(b.l, plain) {
				notes = with(notes, b.closed(line))
			}
		}
	}
	return join(b.gap(), notes...)
}

// hasHidden reports whether there are rows whose code is confidential.
func (b *builder) hasHidden(rows figure.Filter) bool {
	groups, err := b.s.Figures.Aggregate(rows, []figure.Dimension{"code"})
	return err == nil && slices.ContainsFunc(groups, func(g figure.Group) bool { return g.Keys[0] == figure.HiddenCode })
}
