package app

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Sentence is a sentence written from the data, with the numbers in it.
type Sentence = insight.Sentence

// Insight writes what the observations that the filter lets through say: a
// paragraph for each flow, reporter, currency, basis, classification and
// stretch of time. It changes nothing.
func (p *Project) Insight(f figure.Filter) ([][]Sentence, error) {
	var subjects []insight.Subject
	var err error
	p.Read(func(pr *project.Project) {
		rows, _ := ownRows(pr)
		subjects, err = insight.Source{Set: rows, Names: insightNames, Facts: pr.Facts, Maker: pr.MakerOf}.Subjects(f)
	})
	if err != nil {
		return nil, err
	}
	var out [][]Sentence
	for _, s := range subjects {
		if sentences := insight.Write(s); len(sentences) > 0 {
			out = append(out, sentences)
		}
	}
	return out, nil
}

// RowsOf counts the observations that a filter lets through, and those of them
// that are invented.
func (p *Project) RowsOf(f figure.Filter) (all, invented int) {
	p.Read(func(pr *project.Project) {
		if pr.Figures == nil {
			return
		}
		all = pr.Figures.Where(f).Len()
		sample := true
		f.Sample = &sample
		invented = pr.Figures.Where(f).Len()
	})
	return all, invented
}

// insightSource is what sentences of a snapshot are written from.
func insightSource(s *project.Snapshot) insight.Source {
	rows, _ := ownRows(s.Project)
	return insight.Source{Set: rows, Names: insightNames, Facts: s.Facts, Maker: s.MakerOf}
}

// insightNames names countries and chapters; a key without a name is shown as
// a code.
func insightNames(d figure.Dimension, key string) briefing.Text {
	var t briefing.Text
	for _, l := range briefing.Langs() {
		if d == "partner" {
			*t.At(l) = lang.Country(l, key)
		} else {
			*t.At(l) = lowered(lang.Chapter(l, key))
		}
	}
	return t
}

// lowered begins the name of a kind of goods with a small letter, as within a
// sentence; an abbreviation stays what it is.
func lowered(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 { // no name: the lack of a letter is a sign of its own
		return ""
	}
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// Offer is a sentence written from the observations that the pack may take in.
type Offer struct {
	insight.Sentence
	About insight.Key
	Title briefing.Text // of what it is about
	// Number counts all sentences that the data bear, those that were taken in
	// or dropped too: it stays when others are taken in.
	Number int
}

// InsightOffers lists the sentences that the leader's pack can take in: of what
// is known at its moment and was not invented, and not those that a text holds
// already or that were dropped. A dropped one is offered again when the data say
// something else.
func (p *Project) InsightOffers(f figure.Filter) ([]Offer, error) {
	s := p.Snapshot(time.Time{}, briefing.Leader)
	f.Sample = new(bool)
	subjects, err := insightSource(s).Subjects(f)
	if err != nil {
		return nil, err
	}
	taken := boundData(s.Project)
	dropped := map[string]string{}
	p.ReadRecords(func(pr *project.Project) {
		for _, t := range pr.Tasks {
			if strings.HasPrefix(t.Lack, "offer:") && t.Done {
				dropped[t.Lack] = t.What
			}
		}
	})
	var out []Offer
	n := 0
	for _, subject := range subjects {
		for _, sentence := range insight.Write(subject) {
			if len(briefing.BindingsOf(sentence.Bound.RU)) == 0 {
				continue // what can't be computed, or is to be minded, is no text of a pack by itself
			}
			n++
			o := Offer{sentence, subject.Key, insight.Heading(subject), n}
			if !holdsAll(taken, sentence) && dropped[o.dropped()] != o.Text.RU {
				out = append(out, o)
			}
		}
	}
	return out, nil
}

// DropInsight takes an offer away until the data say something else. That is
// kept in the project, among what is to be done and was done, and can be undone.
func (p *Project) DropInsight(o Offer) error {
	task := p.task(o.dropped())
	if task == nil {
		task = &briefing.Task{ID: p.World.NewID(briefing.KindTask), Lack: o.dropped()}
	}
	task.What, task.Done = o.Text.RU, true
	return p.commit("drop-insight", store.Change{Put: task})
}

// dropped is the key of the task that keeps an offer dropped; its words are
// those that were offered.
func (o Offer) dropped() string { return "offer:" + o.About.String() + ":" + o.Key }

// TakeInsight puts offers into the text of the section on trade, with the
// figures bound, as one action: each into the text about its subject, a series
// without facts of its own, which is made where there is none. Bound may have
// been edited in any language. It gives the texts that took them.
func (p *Project) TakeInsight(offers ...Offer) ([]briefing.Ref, error) {
	if len(offers) == 0 {
		return nil, nil
	}
	var texts []*briefing.Series
	abouts := map[insight.Key]*briefing.Series{}
	p.ReadRecords(func(pr *project.Project) {
		d, _ := briefing.Describe(briefing.KindSeries)
		for _, o := range offers {
			s := abouts[o.About]
			if s == nil {
				if s = textAbout(pr, o.About); s != nil {
					s = d.Copy(s).(*briefing.Series)
				} else {
					s = &briefing.Series{Title: o.Title, Section: "trade"}
				}
				abouts[o.About] = s
				texts = append(texts, s)
			}
			for _, l := range briefing.Langs() {
				at := s.Body.At(l)
				if *at != "" && l != briefing.ZH {
					*at += " "
				}
				*at += o.Bound.In(l)
			}
		}
	})
	records := make([]briefing.Record, len(texts))
	for i, s := range texts {
		records[i] = s
	}
	if err := p.Put(records...); err != nil {
		return nil, err
	}
	refs := make([]briefing.Ref, len(texts))
	for i, s := range texts {
		refs[i] = s.Ref()
	}
	return refs, nil
}

// textAbout is the text that holds sentences about the subject, nil where there
// is none.
func textAbout(pr *project.Project, about insight.Key) *briefing.Series {
	for _, s := range pr.Series {
		for _, l := range briefing.Langs() {
			for _, b := range briefing.BindingsOf(s.Body.In(l)) {
				if b.Data == about.String() {
					return s
				}
			}
		}
	}
	return nil
}

// boundData lists what the texts of the project hold of the observations.
func boundData(pr *project.Project) map[string]bool {
	out := map[string]bool{}
	for _, d := range briefing.Descriptions() {
		for _, r := range pr.Records(d.Kind) {
			boundIn(out, d.Fields, r)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					boundIn(out, l.Fields, l.At(r, i))
				}
			}
		}
	}
	return out
}

func boundIn(out map[string]bool, fields []briefing.Field, row any) {
	for _, f := range fields {
		if f.Lang == "" {
			continue
		}
		for _, b := range briefing.BindingsOf(f.Get(row)) {
			if b.Data != "" {
				out[b.String()] = true
			}
		}
	}
}

// keysOf are the subjects among bindings to the observations, each once and in
// order.
func keysOf(data map[string]bool) []insight.Key {
	var out []insight.Key
	for _, s := range slices.Sorted(maps.Keys(data)) {
		k, ok := insight.ParseKey(briefing.BindingsOf(s)[0].Data)
		if ok && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// holdsAll reports whether what a sentence says that is its own stands in a
// text already. Pieces without words, and what it is about, are in others too.
func holdsAll(taken map[string]bool, s insight.Sentence) bool {
	for _, b := range briefing.BindingsOf(s.Bound.RU) {
		i := slices.IndexFunc(s.Pieces, func(p insight.Piece) bool { return p.Form == b.Form })
		if b.Form != "about" && s.Pieces[i].Text.RU != "" && !taken[b.String()] {
			return false
		}
	}
	return true
}
