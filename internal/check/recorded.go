package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// Dates and names in texts against the records of the project: a day that no month
// has, a stretch that ends before it begins, another date than that of the agreement
// or the event named right before it, another length of the visit, a person’s name
// of which one part differs.

// datesIn tells the dates of a sentence that can't be, or that differ from the
// record they are of.
func (r *reading) datesIn(p *passage, s *sentence) []Finding {
	l := p.field.Lang
	var out []Finding
	for _, d := range prose.Impossible(l, s.text) {
		out = append(out, r.inText(p, s, Warning, "check.30.noday", strings.TrimSpace(s.text[d.Start:d.End])))
	}
	days := s.named()
	for _, d := range days {
		if written, ok := backwards(s.text, d); ok {
			out = append(out, r.inText(p, s, Warning, "check.30.backwards", written))
		}
	}
	if len(days) == 1 && !p.quoted {
		if f, ok := r.otherDay(p, s, days[0]); ok {
			out = append(out, f)
		}
	}
	return out
}

var (
	dayBefore = regexp.MustCompile(`(?:^|[^\d.,])(\d{1,2})\s?[–—-]\s?$`)
	dayAfter  = regexp.MustCompile(`^(?:至|到|—|–|-)(\d{1,2})[日号]`)
)

// backwards finds a stretch of days of one month that ends before it begins.
func backwards(s string, d prose.Day) (written string, ok bool) {
	first, last, from, to := 0, 0, d.Start, d.End
	if m := dayBefore.FindStringSubmatchIndex(s[:d.Start]); m != nil {
		first, _ = strconv.Atoi(s[m[2]:m[3]])
		last, from = d.Day, m[2]
	} else if m := dayAfter.FindStringSubmatchIndex(s[d.End:]); m != nil {
		last, _ = strconv.Atoi(s[d.End+m[2] : d.End+m[3]])
		first, to = d.Day, d.End+m[1]
	}
	return strings.TrimSpace(s[from:to]), first > last && first <= 31 && last > 0
}

// otherDay holds the only day of a sentence against the record whose name stands
// right before it.
func (r *reading) otherDay(p *passage, s *sentence, d prose.Day) (Finding, bool) {
	l := p.field.Lang
	type dated struct {
		record briefing.Record
		when   briefing.Period
	}
	var named []dated
	for _, a := range r.s.Agreements {
		if r.namedBefore(l, s, a.Title.In(l), d, "check.30.signed") {
			named = append(named, dated{a, a.Signed})
		}
	}
	for _, e := range r.s.Events {
		if r.namedBefore(l, s, e.Title.In(l), d, "check.30.held") {
			named = append(named, dated{e, e.When})
		}
	}
	if len(named) != 1 || named[0].record.Ref() == p.record.Ref() || named[0].when.Kind != briefing.DayPeriod {
		return Finding{}, false
	}
	is := named[0].when.From
	if is.Month == d.Month && is.Day == d.Day && (d.Year == 0 || d.Year == is.Year) {
		return Finding{}, false
	}
	record, when := named[0].record, named[0].when
	written := strings.TrimSpace(s.text[d.Start:d.End])
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text("check.30.record", func(l briefing.Lang) []any { return []any{written, name(record, l), lang.Period(l, when)} }),
		Mend:     text("check.30.record.mend", nil),
	}, true
}

// namedBefore reports whether all long words of a name stand in a sentence before a
// day, and nothing but what links the two behind the last of them.
func (r *reading) namedBefore(l briefing.Lang, s *sentence, title string, d prose.Day, links string) bool {
	if title == "" {
		return false
	}
	before := prose.Unbound(s.text[:d.Start])
	if l == briefing.ZH {
		i := strings.LastIndex(before, title)
		if i < 0 || len([]rune(title)) < 4 {
			return false
		}
		rest := before[i+len(title):]
		for _, w := range strings.Split(lang.T(l, links), "|") {
			rest = strings.ReplaceAll(rest, w, "")
		}
		return strings.Trim(rest, " 》”」，,") == ""
	}
	of := subjectOf(l, prose.Read(title))
	if len(of) < 2 {
		return false
	}
	words := prose.Read(before).List
	last := -1
	for _, w := range of {
		at := -1
		for i, x := range words {
			if sameStem(x.Text, w) {
				at = i
			}
		}
		if at < 0 {
			return false
		}
		last = max(last, at)
	}
	link := r.vocabulary(l, links)
	for _, w := range words[last+1:] {
		if !link.In(prose.Read(w.Text)) {
			return false
		}
	}
	return len(words)-last <= 5
}

// lengthsIn holds «трёхдневный визит» against the days of the only visit that the
// pack has.
func (r *reading) lengthsIn(p *passage, s *sentence) (Finding, bool) {
	l := p.field.Lang
	of := r.visit.get(func() soleVisit { return visitOf(r.s) })
	if of.event == nil || of.days > 10 || p.record.Ref() == of.event.Ref() || l != briefing.ZH && !r.has(l, "check.30.days", s) {
		return Finding{}, false
	}
	for i, list := range of.words[l] {
		for _, w := range list {
			if word, _, ok := w.Find(s.words); ok && i+1 != of.days {
				return r.inTextWith(p, s, "check.30.length", word, of.event), true
			}
		}
	}
	return Finding{}, false
}

// soleVisit is the only visit of a pack, with its days and the words for one of so
// many days.
type soleVisit struct {
	event *briefing.Event
	days  int
	words map[briefing.Lang][][]*prose.Vocabulary
}

func visitOf(s *project.Snapshot) soleVisit {
	v := soleVisit{words: map[briefing.Lang][][]*prose.Vocabulary{}}
	for _, e := range s.Events {
		if e.Kind != "visit" {
			continue
		}
		a, b := e.When.Start(), e.When.End()
		if v.event != nil || a.IsZero() || b.IsZero() {
			return soleVisit{}
		}
		v.event, v.days = e, int(b.Sub(a).Hours()/24)
	}
	if v.event == nil {
		return v
	}
	for _, l := range briefing.Langs() {
		for list := range strings.SplitSeq(lang.T(l, "check.30.days"), "|") {
			var words []*prose.Vocabulary
			for w := range strings.SplitSeq(list, "/") {
				words = append(words, prose.NewVocabulary(l, w))
			}
			v.words[l] = append(v.words[l], words)
		}
	}
	return v
}

func (r *reading) inTextWith(p *passage, s *sentence, key, word string, e *briefing.Event) Finding {
	sentence := r.shown(p.field.Lang, s)
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text(key, func(l briefing.Lang) []any { return []any{word, name(e, l), lang.Period(l, e.When), sentence} }),
		Mend:     text(key+".mend", nil),
	}
}

// namesIn tells Russian names of three words of which two are those of a person of
// the project and the third is not: a letter more in the surname, another patronymic.
func (r *reading) namesIn(p *passage, s *sentence) []Finding {
	if p.field.Lang != briefing.RU {
		return nil
	}
	var out []Finding
	words := s.words.List
	for i := 0; i+2 < len(words); i++ {
		if !capitals(s.words.Source, words[i:i+3]) {
			continue
		}
		written := s.words.Source[words[i].Start:words[i+2].End]
		var like *briefing.Person
		for _, person := range r.s.People {
			of := prose.Read(person.Name.RU).List
			same, near := sharedName(words[i:i+3], of)
			if s2, n2 := sharedName([]prose.Word{words[i+2], words[i], words[i+1]}, of); s2 || n2 && !same { // the surname last
				same, near = s2, n2
			}
			if same {
				like = nil
				break
			}
			if near && like == nil {
				like = person
			}
		}
		if like != nil {
			person := like
			out = append(out, Finding{
				Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
				Evidence: text("check.30.name_differs", func(briefing.Lang) []any { return []any{written, person.Name.RU} }),
				Mend:     text("check.30.name_differs.mend", nil),
			})
		}
	}
	return out
}

// capitals reports whether words begin with capitals and stand beside each other.
func capitals(src string, words []prose.Word) bool {
	for i, w := range words {
		letters := []rune(src[w.Start:w.End])
		if len(letters) < 3 || !unicode.IsUpper(letters[0]) || unicode.IsUpper(letters[1]) || i > 0 && strings.TrimSpace(src[words[i-1].End:w.Start]) != "" {
			return false
		}
	}
	return true
}

// sharedName compares a name of three words with a person's: the same, in whatever
// case, or near: one word differs, by so little that it is no other person.
func sharedName(words, of []prose.Word) (same, near bool) {
	if len(of) != 3 {
		return false, false
	}
	differs := -1
	for i := range words {
		if !sameName(words[i].Text, of[i].Text) {
			if differs >= 0 {
				return false, false
			}
			differs = i
		}
	}
	switch differs {
	case -1:
		return true, false
	case 0: // a letter of the surname; its end is that of the same case
		x, y := words[0].Text, of[0].Text
		return false, distance(x, y) == 1 && x[len(x)-2:] == y[len(y)-2:]
	case 2: // another patronymic
		return false, womans(words[2].Text) || mans(words[2].Text)
	}
	return false, false
}

// sameName reports whether two words are one name in whatever case; patronymics of a
// man and of a woman are two.
func sameName(a, b string) bool {
	if womans(a) && mans(b) || mans(a) && womans(b) {
		return false
	}
	if short := min(len([]rune(a)), len([]rune(b))); short < 4 {
		return a == b
	}
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= min(len(x), len(y))-1 && n >= max(len(x), len(y))-3
}

// womans and mans report whether a word ends as a patronymic of a woman, of a man.
func womans(s string) bool {
	return endsIn(s, []string{"вна", "вны", "вне", "вну", "вной"})
}

func mans(s string) bool {
	return endsIn(s, []string{"вич", "вича", "вичу", "вичем", "виче"})
}
