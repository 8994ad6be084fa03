package app

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Insight writes what the observations that the filter lets through say: a
// paragraph for each flow, reporter, currency, basis and classification. It
// changes nothing.
func (p *Project) Insight(f figure.Filter) ([][]insight.Sentence, error) {
	var subjects []insight.Subject
	var err error
	p.Read(func(pr *project.Project) { subjects, err = insight.OfSet(pr.Figures, f, insightNames) })
	if err != nil {
		return nil, err
	}
	var out [][]insight.Sentence
	for _, s := range subjects {
		if sentences := insight.Write(s); len(sentences) > 0 {
			out = append(out, sentences)
		}
	}
	return out, nil
}

// insightNames names countries and chapters; a key without a name is shown as
// a code.
func insightNames(d figure.Dimension, key string) briefing.Text {
	var t briefing.Text
	for _, l := range briefing.Langs() {
		if d == "partner" {
			*t.At(l) = lang.Country(l, key)
		} else {
			*t.At(l) = lang.Chapter(l, key)
		}
	}
	return t
}
