package check

import (
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check30: the day of the week is that of the date beside it, and a person
// holds the post that is printed on the day it is printed for.
func check30() Check { return Check{Number: 30, texts: daysAndPosts} }

func daysAndPosts(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		out = append(out, r.weekdaysIn(p, s)...)
		out = append(out, r.datesIn(p, s)...)
		out = append(out, r.namesIn(p, s)...)
		if f, bad := r.lengthsIn(p, s); bad {
			out = append(out, f)
		}
	}
	for _, p := range r.s.People {
		if f, bad := r.postOver(p); bad {
			out = append(out, f)
		}
		if f, bad := misaddressed(p); bad {
			out = append(out, f)
		}
	}
	return out
}

// misaddressed holds the form of address against the patronymic, which alone
// tells surely: «г-н … Ивановна», «г-жа … угли».
func misaddressed(p *briefing.Person) (Finding, bool) {
	means := ""
	for i, w := range prose.Read(p.Name.RU).List {
		for _, sign := range []struct {
			means string
			ends  []string // of a patronymic
			words []string // that stand for one
		}{
			{"ms", []string{"овна", "евна"}, []string{"кизи", "кызы", "гызы"}},
			{"mr", []string{"ович", "евич"}, []string{"угли", "ўғли", "оглы", "оглу", "уулу"}},
		} {
			long := len([]rune(w.Text)) > 6
			if i == 0 { // a surname: «Петрович»
				continue
			}
			if slices.Contains(sign.words, w.Text) || long && slices.ContainsFunc(sign.ends, func(end string) bool { return strings.HasSuffix(w.Text, end) }) {
				if means != "" && means != sign.means {
					return Finding{}, false
				}
				means = sign.means
			}
		}
	}
	if means == "" || p.Address == "" || p.Address == means {
		return Finding{}, false
	}
	return Finding{
		Severity: Warning, Ref: p.Ref(), Field: "address",
		Evidence: text("check.30.address", func(l briefing.Lang) []any { return []any{lang.Enum(l, "address", p.Address), p.Name.Any(l)} }),
		Mend:     text("check.30.address.mend", nil),
	}, true
}

// weekdaysIn compares each day of the week with the date directly beside it.
func (r *reading) weekdaysIn(p *passage, s *sentence) []Finding {
	l := p.field.Lang
	days := s.named()
	if len(days) == 0 {
		return nil
	}
	weekdays := prose.Weekdays(l, s.text)
	var out []Finding
	for _, d := range days {
		date, ok := r.dated(d)
		if !ok {
			continue
		}
		for _, w := range weekdays {
			if !beside(s.text, w, d) || w.Day == weekday(date) {
				continue
			}
			written := s.text[min(w.Start, d.Start):max(w.End, d.End)]
			out = append(out, Finding{
				Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
				Evidence: text("check.30.weekday", func(l briefing.Lang) []any {
					day := briefing.Day(date.Year(), int(date.Month()), date.Day())
					return []any{written, lang.Period(l, day), weekdayName(l, weekday(date))}
				}),
				Mend: text("check.30.weekday.mend", nil),
			})
		}
	}
	return out
}

func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func weekdayName(l briefing.Lang, day int) string {
	names := strings.Split(lang.T(l, "check.30.weekdays"), "|")
	if day < 1 || day > len(names) {
		return ""
	}
	return names[day-1]
}

// dated gives a day of a text its year: its own, or the one in which it lies
// nearest to the pack's moment.
func (r *reading) dated(d prose.Day) (time.Time, bool) {
	at := func(year int) time.Time {
		return time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	if d.Year != 0 {
		return at(d.Year), true
	}
	if r.s.AsOf.IsZero() {
		return time.Time{}, false
	}
	best := at(r.s.AsOf.Year())
	for _, year := range []int{r.s.AsOf.Year() - 1, r.s.AsOf.Year() + 1} {
		if at(year).Sub(r.s.AsOf).Abs() < best.Sub(r.s.AsOf).Abs() {
			best = at(year)
		}
	}
	return best, true
}

// beside reports whether nothing but spaces, commas, brackets and «число» stands
// between a day of the week and a date.
func beside(s string, w prose.Weekday, d prose.Day) bool {
	between := ""
	switch {
	case w.End <= d.Start:
		between = s[w.End:d.Start]
	case d.End <= w.Start:
		between = s[d.End:w.Start]
	default:
		return false
	}
	between = strings.NewReplacer("года", "", "г.", "", "the", "", "（", "", "）", "", "，", "", "、", "").Replace(between)
	return strings.Trim(between, " ,.()[]\u00a0\u202f") == ""
}

// postOver finds a person none of whose posts holds on the day that the pack
// prints it for: that of an event, of a signature, or the moment itself.
func (r *reading) postOver(p *briefing.Person) (Finding, bool) {
	held := func(from, to time.Time) bool {
		for _, post := range p.Posts {
			begin, _ := post.From.Bounds(time.UTC)
			_, end := post.To.Bounds(time.UTC)
			if (begin.IsZero() || begin.Before(to)) && (end.IsZero() || end.After(from)) {
				return true
			}
		}
		return len(p.Posts) == 0
	}
	if !r.s.AsOf.IsZero() && !held(r.s.AsOf, r.s.AsOf) {
		return r.notHeld(p, "check.30.post", func(l briefing.Lang) string { return lang.Moment(l, r.s.AsOf) }, ""), true
	}
	for _, e := range r.s.Events {
		for _, who := range e.Participants {
			from, to := e.When.Start(), e.When.End()
			if who.Person != p.ID || from.IsZero() || to.IsZero() {
				continue
			}
			if !held(from, to) {
				return r.notHeld(p, "check.30.event", func(l briefing.Lang) string { return lang.Period(l, e.When) }, string(e.ID)), true
			}
			if f, bad := r.anotherPost(p, e); bad {
				return f, true
			}
		}
	}
	return Finding{}, false
}

// anotherPost finds a person who holds another office on the day of an event to
// come than at the moment, whose posts the pack prints.
func (r *reading) anotherPost(p *briefing.Person, e *briefing.Event) (Finding, bool) {
	day := e.When.Start()
	if r.s.AsOf.IsZero() || !day.After(r.s.AsOf) {
		return Finding{}, false
	}
	var printed, then *briefing.Post
	for i := range p.Posts {
		post := &p.Posts[i]
		now, later := post.HeldAt(r.s.AsOf), post.HeldAt(day)
		switch {
		case now && later:
			return Finding{}, false
		case now:
			printed = post
		case later:
			then = post
		}
	}
	if printed == nil || then == nil {
		return Finding{}, false
	}
	return Finding{
		Severity: Warning, Ref: p.Ref(), Field: "posts",
		Evidence: text("check.30.changed", func(l briefing.Lang) []any {
			return []any{name(p, l), printed.Title.Any(l), then.Title.Any(l), lang.Period(l, e.When), name(e, l)}
		}),
		Mend: text("check.30.changed.mend", nil),
	}, true
}

func (r *reading) notHeld(p *briefing.Person, key string, on func(briefing.Lang) string, event string) Finding {
	last := p.Posts[len(p.Posts)-1]
	return Finding{
		Severity: Warning, Ref: p.Ref(), Field: "posts",
		Evidence: text(key, func(l briefing.Lang) []any {
			named := ""
			if e, ok := r.s.Event(briefing.ID(event)); ok {
				named = name(e, l)
			}
			return []any{name(p, l), last.Title.Any(l), stampOrNone(l, last.From), stampOrNone(l, last.To), on(l), named}
		}),
		Mend: text("check.30.post.mend", nil),
	}
}

func stampOrNone(l briefing.Lang, s briefing.Stamp) string {
	if s == "" {
		return "…"
	}
	return lang.Stamp(l, s)
}
