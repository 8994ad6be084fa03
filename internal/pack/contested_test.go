package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// contested makes a fact of the demo one of which a second source says
// something else and nobody has chosen.
func contested(t *testing.T, p *project.Project, id briefing.ID, value string) *briefing.Fact {
	t.Helper()
	for _, f := range p.Facts {
		if f.ID != id {
			continue
		}
		c, ok := f.Claim()
		if !ok {
			t.Fatalf("%s has no claim", id)
		}
		other := c
		other.ID, other.Figure.Value = "other", briefing.SomeNum(value)
		for _, s := range p.Sources {
			if s.ID != c.Source {
				other.Source = s.ID
				break
			}
		}
		f.Chosen, f.Claims = "", []briefing.Claim{c, other}
		f.NameClaims()
		return f
	}
	t.Fatalf("no fact %s", id)
	return nil
}

// A fact of which no claim was chosen is printed with all of them: in the
// annex a row each, in texts side by side, and no text goes with it.
func TestAllClaimsArePrintedWhereNoneIsChosen(t *testing.T) {
	p := demoProject(t)
	f := contested(t, p, "S30", "191.5")
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "both", Kind: "key-message",
		Title: briefing.Text{RU: "Оборот назван по-разному", EN: "Turnover differs", ZH: "贸易额不一"},
		Body:  briefing.Text{RU: "Товарооборот — {S30}.", EN: "Turnover was {S30}.", ZH: "贸易额{S30}。"},
	})
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"190,271", "191,5 млрд долл. США [", "Сведения источников расходятся", "сведения расходятся", "Оборот назван по-разному"},
		briefing.EN: {"190.271", "191.5 billion [", "Sources differ", "Turnover differs"},
		briefing.ZH: {"1902.71", "1915亿美元", "各来源说法不一", "贸易额不一"},
	} {
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Draft: true})))
		for _, s := range want {
			if !strings.Contains(out, s) {
				t.Errorf("%s: the pack lacks %q", l, s)
			}
		}
	}
	for _, finding := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if finding.Number == 34 && finding.Ref.ID == "both" {
			t.Error("says there is nothing to print:", finding.Evidence.RU)
		}
	}
	// Two sources that state the same are no conflict: one value, both sources.
	f.Claims[1].Figure = f.Claims[0].Figure
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	if strings.Contains(out, "расходятся") || !strings.Contains(out, "190,271 млрд долл. США") {
		t.Error("claims that agree are not printed as one")
	}
}

// The compiler is told what really stands in the pack.
func TestCompilerIsToldWhatDoesNotStandInThePack(t *testing.T) {
	p := demoProject(t)
	for _, s := range p.Sources {
		if s.ID == p.Facts[0].Claims[0].Source {
			s.Published = "2030-01-01"
		}
	}
	p.Facts[1].Claims = nil
	id := string(p.Facts[0].ID)
	p.Facts[0].Claims = p.Facts[0].Claims[:1]
	p.Facts[0].Chosen = ""
	out := plain(dump(build(t, p, briefing.Compiler, pack.Options{Lang: briefing.RU, Form: pack.FormCompiler})))
	row := func(id string) string {
		for line := range strings.Lines(out) {
			if strings.Contains(line, id+" |") {
				return line
			}
		}
		return ""
	}
	if s := row(id); !strings.Contains(s, "в пакет не входит: опубликовано позже момента") {
		t.Error("a late fact:", s)
	}
	if s := row(string(p.Facts[1].ID)); !strings.Contains(s, "печатать нечего") {
		t.Error("a fact of nothing:", s)
	}
}

// What is no range is not printed as one, and a bound in the text takes the claim
// that goes with it.
func TestClaimsWithWordsOfPrecisionAreNoRange(t *testing.T) {
	both := func(words ...briefing.Precision) *briefing.Fact {
		f := claimed("F2", "7.5", "thousand-t")
		other := f.Claims[0]
		other.Figure.Value = briefing.SomeNum("8.1")
		f.Claims = append(f.Claims, other)
		for i, w := range words {
			f.Claims[i].Figure.Precision = w
		}
		return f
	}
	for _, tt := range []struct {
		l          briefing.Lang
		text, want string
		words      []briefing.Precision
	}{
		{briefing.RU, "Поставим {F2}.", "Поставим 7,5 тыс. т [1] – 8,1 тыс. т [1].", nil},
		{briefing.RU, "Поставим {F2}.", "Поставим более 7,5 тыс. т [1] или 8,1 тыс. т [1].", []briefing.Precision{briefing.MoreThan, ""}},
		{briefing.RU, "Нарастим до {F2}.", "Нарастим до 8,1 тыс. т [1] (по другим данным — более 7,5 тыс. т [1]).", []briefing.Precision{briefing.MoreThan, ""}},
		{briefing.RU, "Нарастим до {F2}.", "Нарастим до 7,5 тыс. т [1] – 8,1 тыс. т [1].", []briefing.Precision{briefing.UpTo, ""}},
		{briefing.EN, "We ship {F2}.", "We ship more than 7.5 thousand tonnes [1] or 8.1 thousand tonnes [1].", []briefing.Precision{briefing.MoreThan, ""}},
		{briefing.ZH, "达到{F2}。", "达到超过7500吨 [1]或8100吨 [1]。", []briefing.Precision{briefing.MoreThan, ""}},
	} {
		p := published([]*briefing.Fact{both(tt.words...)}, briefing.Text{RU: tt.text, EN: tt.text, ZH: tt.text})
		if got := said(t, p, pack.Options{Lang: tt.l, Draft: true}, briefing.Leader); got != tt.want {
			t.Errorf("%q %v: %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}

func TestAFigureThatBeginsASentenceBeginsItWithACapital(t *testing.T) {
	words := &briefing.Fact{ID: "W", Claims: []briefing.Claim{{Period: briefing.Per("2025"), Figure: briefing.Figure{Precision: briefing.HundredsOf, Unit: "thousand-t"}}}}
	rough := claimed("R", "90", "thousand-t")
	rough.Claims[0].Figure.Precision = briefing.About
	rough.Claims[0].Change, rough.Claims[0].ChangeUnit = briefing.SomeNum("2.3"), briefing.Times
	for _, tt := range []struct {
		l          briefing.Lang
		text, want string
	}{
		{briefing.RU, "{W} отгружены.", "Сотни тысяч тонн отгружены."},
		{briefing.RU, "Порт работает. {W} отгружены, план — {R}.", "Порт работает. Сотни тысяч тонн отгружены, план — около 90 тыс. т."},
		{briefing.RU, "{R} отгружено. {R:change} больше.", "Около 90 тыс. т отгружено. В 2,3 раза больше."},
		{briefing.RU, "По 5 т. {W} не бывает.", "По 5 т. сотни тысяч тонн не бывает."}, // «т.» ends nothing for certain
		{briefing.RU, "Отгружены {W}.", "Отгружены сотни тысяч тонн."},
		{briefing.RU, "{R}, закончено вечером", "около 90 тыс. т, закончено вечером"}, // a phrase
		{briefing.RU, "{R} [отгружено].", "Около 90 тыс. т [отгружено]."},
		{briefing.EN, "The plan is out. {W} shipped.", "The plan is out. Hundreds of thousands of tonnes shipped."},
		{briefing.EN, "{R:value} shipped.", "90 thousand tonnes shipped."},
	} {
		p := published([]*briefing.Fact{words, rough}, briefing.Text{RU: tt.text, EN: tt.text, ZH: tt.text})
		if got := said(t, p, pack.Options{Lang: tt.l, Draft: true}, briefing.Leader); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// The partner is not told that a choice is still to be made; figures of two
// periods in one fact are no disagreement for anybody.
func TestOnlyADisputeIsTold(t *testing.T) {
	words := []string{"выбор не сделан", "сведения расходятся"}
	for name, c := range map[string]struct {
		who    briefing.Audience
		period string
		told   bool
	}{
		"two values":             {briefing.Leader, "", true},
		"two periods":            {briefing.Leader, "2019", false},
		"two values, to partner": {briefing.Partner, "", false},
	} {
		p := demoProject(t)
		f := contested(t, p, "S30", "191.5")
		f.Use = briefing.Aloud
		for _, s := range p.Sources {
			s.Kind = "official"
		}
		if c.period != "" {
			f.Claims[len(f.Claims)-1].Period = briefing.Per(c.period)
		}
		out := plain(dump(build(t, p, c.who, pack.Options{Lang: briefing.RU})))
		if !strings.Contains(out, "191,5") {
			t.Fatalf("%s: the second figure is not printed\n%s", name, out)
		}
		for _, w := range words {
			if strings.Contains(out, w) != c.told {
				t.Errorf("%s: %q", name, w)
			}
		}
	}
}

// The card has no register: contested figures stand on it without numbers of
// sources, and not with a dash between them, which would make a range.
func TestTheCardHasNoNumbersOfSources(t *testing.T) {
	p := demoProject(t)
	contested(t, p, "S30", "191.5")
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "both", Kind: "talking-point", Use: briefing.Aloud, Order: -1,
		Body: briefing.Text{RU: "Товарооборот — {S30}.", EN: "Turnover was {S30}.", ZH: "贸易额{S30}。"},
	})
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "190,271 млрд долл. США или 191,5 млрд долл. США", briefing.EN: "US$190.271 billion or US$191.5 billion", briefing.ZH: "1902.71亿美元或1915亿美元",
	} {
		d := build(t, p, briefing.Leader, pack.Options{Lang: l, Form: pack.FormCard, Draft: true})
		if out := plain(dump(d)); !strings.Contains(out, want) || strings.Contains(out, "[1]") || strings.Contains(out, "[9]") {
			t.Errorf("%s: %s", l, out)
		}
	}
}
