package check

import (
	"iter"
	"slices"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// reading is what the checks of one run share: the texts of the records, taken
// apart once, and the words that are looked for. Checks run beside each other: what
// is read when it is asked for is guarded.
type reading struct {
	s        *project.Snapshot
	passages []*passage
	of       map[briefing.Ref][]*passage
	digits   map[string][]*briefing.Fact // by the digits of their figures
	words    wordLists
	compared once[[]pair]
	visit    once[soleVisit]
	mu       sync.Mutex
	subjects map[subjectKey]*factSaid // of facts, read when asked for
}

// passage is one text of a record in one language.
type passage struct {
	record  briefing.Record
	field   *briefing.Field
	text    string
	spoken  bool // to be said, or answered
	quoted  bool // somebody else's words
	printed bool // readers get it; otherwise it is the compiler's own note
	list    []*sentence
}

// kindsOfProse are the kinds whose texts are written for the pack. Titles of
// sources, names of goods and of bodies are the words of others.
var kindsOfProse = []briefing.Kind{
	briefing.KindPack, briefing.KindEvent, briefing.KindPerson, briefing.KindAgreement,
	briefing.KindFacility, briefing.KindFact, briefing.KindSeries, briefing.KindMessage,
}

// proseFields are the fields of a kind that hold prose.
var proseFields = sync.OnceValue(func() map[briefing.Kind][]briefing.Field {
	out := map[briefing.Kind][]briefing.Field{}
	names := map[string]bool{"name": true, "short_name": true, "organisation": true, "city": true, "region_name": true, "partner_name": true}
	for _, kind := range kindsOfProse {
		d, _ := briefing.Describe(kind)
		for _, f := range d.Fields {
			if f.Lang != "" && !names[f.Label] {
				out[kind] = append(out[kind], f)
			}
		}
	}
	return out
})

// HoldsFigures reports whether figures in a text field of a record of the kind
// are looked into by the checks.
func HoldsFigures(k briefing.Kind, f briefing.Field) bool {
	return slices.ContainsFunc(proseFields()[k], func(x briefing.Field) bool { return x.Key == f.Key })
}

func read(s *project.Snapshot) *reading {
	r := &reading{s: s, of: map[briefing.Ref][]*passage{}, digits: digitsOf(s), subjects: map[subjectKey]*factSaid{}}
	for _, kind := range kindsOfProse {
		for _, rec := range s.Records(kind) {
			spoken, quoted := manner(rec)
			fields := proseFields()[kind]
			for i := range fields {
				f := &fields[i]
				t := f.Get(rec)
				if t == "" {
					continue
				}
				p := &passage{record: rec, field: f, text: t, spoken: spoken, quoted: quoted, printed: f.For&briefing.Leader != 0 && briefing.Prints(rec, *f)}
				r.passages = append(r.passages, p)
				r.of[rec.Ref()] = append(r.of[rec.Ref()], p)
			}
		}
	}
	together(len(r.passages), func(i int) {
		p := r.passages[i]
		p.list = cut(p.field.Lang, p.text)
	})
	return r
}

// sentences goes through the sentences that are printed, each with its passage.
func (r *reading) sentences() iter.Seq2[*passage, *sentence] {
	return func(yield func(*passage, *sentence) bool) {
		for _, p := range r.passages {
			if !p.printed {
				continue
			}
			for _, s := range p.list {
				if !yield(p, s) {
					return
				}
			}
		}
	}
}

// manner tells whether a record is said aloud and whether it is somebody
// else's words.
func manner(r briefing.Record) (spoken, quoted bool) {
	m, ok := r.(*briefing.Message)
	if !ok {
		return false, false
	}
	switch m.Kind {
	case "quotation":
		return true, true
	case "talking-point", "press-line", "qa":
		return true, false
	}
	return false, false
}

// vocabulary is a list of words that the texts hold under a key.
func (r *reading) vocabulary(l briefing.Lang, key string) *prose.Vocabulary {
	return r.words.of(l, key)
}

// has reports whether words of the key stand in the sentence.
func (r *reading) has(l briefing.Lang, key string, s *sentence) bool {
	return r.vocabulary(l, key).In(s.words)
}

// said finds words of the key in the sentence outside quotation marks.
func (r *reading) said(l briefing.Lang, key string, s *sentence) (string, bool) {
	w, _, ok := r.vocabulary(l, key).Find(s.open)
	return w, ok
}

// shown is a sentence with its figures in the language it is written in, cut
// to a line or two.
func (r *reading) shown(l briefing.Lang, s *sentence) string {
	return shorten(unbound(r.s, s.text, l))
}

// bound lists the facts whose value, not only change or period, the sentence
// prints, in their order.
func (r *reading) bound(s *sentence) []*briefing.Fact {
	var out []*briefing.Fact
	for _, b := range s.bindings {
		if f, ok := r.s.Fact(b.Fact); ok && b.Form != "change" && b.Form != "period" {
			out = append(out, f)
		}
	}
	return out
}

// inText makes a finding on a sentence of a text: what was said where.
func (r *reading) inText(p *passage, s *sentence, severity Severity, key string, more ...any) Finding {
	sentence := r.shown(p.field.Lang, s)
	return Finding{
		Severity: severity, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text(key, func(l briefing.Lang) []any {
			args := []any{sentence, lang.T(l, "check.language."+string(p.field.Lang))}
			for _, m := range more {
				if in, ok := m.(func(briefing.Lang) string); ok { // in the language of the finding
					m = in(l)
				}
				args = append(args, m)
			}
			return args
		}),
		Mend: text(key+".mend", nil),
	}
}
