package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// dataNotes are the caveats that were kept with imported figures: which may be
// read from the partner's side, and by which rates amounts are converted.
func (b *builder) dataNotes() []document.Block {
	var out []document.Block
	for _, imp := range b.s.Imports {
		for _, country := range imp.Said("mirror") {
			out = append(out, document.Note{
				Title: b.t("annex.mirror", lang.Country(b.l, country), imp.File),
				Runs:  document.Plain(lang.T(b.l, "importer.note.read-mirror")),
			})
		}
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
				Title: b.t("annex.rate", imp.File),
				Runs:  document.Plain(lang.T(b.l, "app.rate", r.From, r.To, lang.Number(b.l, r.Per, lang.NumberStyle{Decimals: -1}), lang.Period(b.l, r.Date), words)),
			})
		}
	}
	return out
}
