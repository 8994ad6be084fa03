package check_test

import (
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// repairOf is the repair of the one finding of check 35 that has one.
func repairOf(t *testing.T, p *project.Project) (r check.Repair, mend string) {
	t.Helper()
	for _, f := range check.Data(compiler(p)) {
		if f.Number == 35 && f.Repair.Any() {
			if r.Any() {
				t.Errorf("two repairs: %+v and %+v", r, f.Repair)
			}
			r, mend = f.Repair, f.Mend.RU
		} else if f.Repair.Any() {
			t.Errorf("check %d has a repair", f.Number)
		}
	}
	return r, mend
}

// bare is a project whose series has only a caveat, with one fact that is known
// by its number.
func bare(caveat briefing.Text) *project.Project {
	p := clean()
	p.Series[0].Caveat = caveat
	f := number("meat", "829", "2022")
	f.Claims[0].Figure.Unit = "million-usd"
	p.Facts = append(p.Facts, f)
	return p
}

func TestATypedNumberIsBoundWhereThePageStaysWhatItIs(t *testing.T) {
	about := func(p *project.Project) { fact(p, "meat").Claims[0].Figure.Precision = briefing.About }
	tests := map[string]struct {
		is     briefing.Text
		change func(p *project.Project)
		want   briefing.Text // empty: no repair
	}{
		"the whole figure":  {is: briefing.Text{RU: "За год — 829 млн долл. США, не больше."}, want: briefing.Text{RU: "За год — {meat}, не больше."}},
		"no-break spaces":   {is: briefing.Text{RU: "За год — 829\u00a0млн долл.\u00a0США."}, want: briefing.Text{RU: "За год — {meat}."}},
		"a unit in a case":  {is: briefing.Text{RU: "До 829 миллионов долларов за год."}, want: briefing.Text{RU: "До {meat:number} миллионов долларов за год."}},
		"twice":             {is: briefing.Text{RU: "Было 829 млн долл. США. Да, 829 млн долл. США!"}, want: briefing.Text{RU: "Было {meat}. Да, {meat}!"}},
		"with its word":     {is: briefing.Text{RU: "Это около 829 млн долл. США."}, change: about, want: briefing.Text{RU: "Это {meat}."}},
		"a capital letter":  {is: briefing.Text{RU: "Около 829 млн долл. США."}, change: about, want: briefing.Text{RU: "Около {meat:value}."}},
		"English":           {is: briefing.Text{EN: "It was US$829 million in 2022."}, want: briefing.Text{EN: "It was {meat} in 2022."}},
		"Chinese":           {is: briefing.Text{ZH: "2022年为8.29亿美元。"}, want: briefing.Text{ZH: "2022年为{meat}。"}},
		"all the languages": {is: briefing.Text{RU: "Это 829 млн долл. США.", EN: "It is US$829 million.", ZH: "为8.29亿美元。"}, want: briefing.Text{RU: "Это {meat}.", EN: "It is {meat}.", ZH: "为{meat}。"}},
		"bound in a language already": {
			is: briefing.Text{RU: "Это 829 млн долл. США.", EN: "It is {meat}."}, want: briefing.Text{RU: "Это {meat}."},
		},
		"beside another figure": {is: briefing.Text{RU: "{total}, из них 829 млн долл. США."}, want: briefing.Text{RU: "{total}, из них {meat}."}},
		"a stated change": {
			is:     briefing.Text{RU: "Изменение: +29,3 %."},
			change: func(*project.Project) {},
			want:   briefing.Text{RU: "Изменение: {total:change}."},
		},

		"a language without the number": {is: briefing.Text{RU: "Это 829 млн долл. США.", EN: "It is a lot."}},
		"another scale":                 {is: briefing.Text{RU: "Это 0,829 млрд долл. США."}},
		"another year":                  {is: briefing.Text{RU: "В 2019 году — 829 млн долл. США."}},
		"two facts with the number": {is: briefing.Text{RU: "Это 829 млн долл. США."}, change: func(p *project.Project) {
			f := number("fish", "829", "2021")
			f.Claims[0].Figure.Unit = "million-usd"
			p.Facts = append(p.Facts, f)
		}},
		"a fact outside the pack": {is: briefing.Text{RU: "Это 829 млн долл. США."}, change: func(p *project.Project) { fact(p, "meat").Place = briefing.PlaceCompiler }},
		"too common a number": {is: briefing.Text{RU: "Доля — 5 %."}, change: func(p *project.Project) {
			f := number("share", "5", "2022")
			f.Claims[0].Figure.Unit = "percent"
			p.Facts = append(p.Facts, f)
		}},
		"a fact that is told": {is: briefing.Text{RU: "Без чисел."}, change: func(p *project.Project) {
			fact(p, "meat").Statement.RU = "Импорт на 829 млн долл. США"
		}},
		"a number of no fact":  {is: briefing.Text{RU: "Это 831 млн долл. США."}},
		"a minus or a dash":    {is: briefing.Text{RU: "Сальдо: −829 млн долл. США."}},
		"bound as it is":       {is: briefing.Text{RU: "Это {meat}."}},
		"a part of the number": {is: briefing.Text{RU: "Это 1 829 млн долл. США."}},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			p := bare(c.is)
			if c.change != nil {
				c.change(p)
			}
			r, mend := repairOf(t, p)
			if r.New != c.want {
				t.Fatalf("%+v, want %+v (%s)", r.New, c.want, mend)
			}
			if !r.Any() {
				return
			}
			for _, l := range briefing.Langs() {
				if old := r.Old.In(l); old != "" && old != c.is.In(l) || old == "" != (r.New.In(l) == "") {
					t.Errorf("%s: old %q", l, old)
				}
				printsLike(t, p, l, r.Old.In(l), r.New.In(l))
			}
			p.Series[0].Caveat = merged(c.is, r.New)
			for _, f := range check.Data(compiler(p)) {
				if f.Number == 35 || f.Number == 18 || f.Number == 34 {
					t.Errorf("after it: %d %s", f.Number, f.Evidence.RU)
				}
			}
		})
	}
}

// merged is a text with the languages that changed.
func merged(was, now briefing.Text) briefing.Text {
	for _, l := range briefing.Langs() {
		if s := now.In(l); s != "" {
			*was.At(l) = s
		}
	}
	return was
}

// printsLike fails when the page would read otherwise.
func printsLike(t *testing.T, p *project.Project, l briefing.Lang, was, now string) {
	t.Helper()
	out, at := "", 0
	for _, b := range briefing.BindingsOf(now) {
		c, _ := fact(p, b.Fact).Claim()
		out += now[at:b.Start] + lang.Bound(l, c, b.Form)
		at = b.End
	}
	out += now[at:]
	before := ""
	at = 0
	for _, b := range briefing.BindingsOf(was) {
		c, _ := fact(p, b.Fact).Claim()
		before += was[at:b.Start] + lang.Bound(l, c, b.Form)
		at = b.End
	}
	before += was[at:]
	if a, b := plainSpaces(before), plainSpaces(out); a != b {
		t.Errorf("%s: %q would read %q", l, a, b)
	}
}

func plainSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}
