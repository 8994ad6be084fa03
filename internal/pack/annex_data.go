package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// dataNotes are the caveats that were kept with imported figures: which may be
// read from the partner's side, and by which rates amounts are converted.
func (b *builder) dataNotes() []document.Block {
	out := b.mirrorNotes()
	for _, imp := range b.s.Imports {
		for _, text := range imp.Said("rate") {
			r, err := briefing.ParseStoredRate(text)
			if err != nil {
				continue // it was written by another version
			}
			words := b.t("annex.rate_unnamed")
			if s, ok := b.s.Source(r.Source); ok {
				words = s.Title.Any(b.l)
			}
			out = append(out, document.Note{
				Title: b.closed(b.t("annex.rate", imp.File)),
				Runs:  document.Plain(lang.T(b.l, "app.rate", r.From, r.To, lang.Number(b.l, r.Per, lang.NumberStyle{Decimals: -1}), lang.Period(b.l, r.Date), words)),
			})
		}
	}
	return out
}

// notes are what is said under a table of goods by months of those that have no
// rows.
func (m *monthTable) notes() (out []string) {
	if m.gaps {
		out = append(out, m.b.closed(m.b.t("mark.dash_under", m.b.t("annex.no_rows"))))
	}
	if note := m.b.thinNote(m.v.thin); note != "" {
		out = append(out, note)
	}
	return out
}

// mirrorNotes says once of what is known from the other side's returns how they
// count: the compiler which files may be read from that side, others what that
// means for the numbers they see.
func (b *builder) mirrorNotes() []document.Block {
	if b.s.Audience == briefing.Compiler {
		return b.readMirrored()
	}
	var reporters []string
	var sources []briefing.ID
	for _, imp := range b.s.Imports { // how it was read is not theirs to see, the note is
		if !slices.ContainsFunc(strings.Split(imp.Note.In(b.l), "\n"), b.saysMirrored) {
			continue
		}
		groups, err := b.s.Figures.Aggregate(figure.Filter{Imports: []briefing.ID{imp.ID}}, []figure.Dimension{"reporter"})
		if err != nil || len(groups) == 0 {
			continue
		}
		for _, r := range keysOf(groups) {
			reporters = with(reporters, lang.Country(b.l, r))
		}
		sources = with(sources, b.s.SourcesOf(imp.Ref())...)
	}
	if len(reporters) == 0 {
		return nil
	}
	slices.Sort(reporters)
	runs := append(document.Plain(b.t("annex.partner_returns_text")), b.tail(sources)...)
	return []document.Block{document.Note{Title: b.closed(b.t("annex.partner_returns", b.commas(reporters...))), Runs: runs}}
}

// readMirrored names the files that may be read from the other side.
func (b *builder) readMirrored() (out []document.Block) {
	var countries []string
	files := map[string][]string{}
	for _, imp := range b.s.Imports {
		for _, c := range imp.Said("mirror") {
			countries, files[c] = with(countries, c), with(files[c], imp.File)
		}
	}
	for i, c := range countries {
		text := lang.T(b.l, "importer.note.read-mirror")
		if i > 0 {
			text = b.t("annex.mirror_same")
		}
		out = append(out, document.Note{Title: b.closed(b.t("annex.mirror", lang.Country(b.l, c), b.commas(files[c]...))), Runs: document.Plain(text)})
	}
	return out
}

// saysMirrored reports whether a note of an import is that its rows may be read
// from the other side.
func (b *builder) saysMirrored(note string) bool {
	return strings.TrimSpace(note) == lang.T(b.l, "importer.note.read-mirror")
}
