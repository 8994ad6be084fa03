package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func published(facts []*briefing.Fact, body briefing.Text) *project.Project {
	p := &project.Project{
		Pack:     briefing.Pack{Title: all("Пакет"), AsOf: "2026-12-08T20:00:00+07:00"},
		Sources:  []*briefing.Source{{ID: "s", Title: all("Пресс-релиз"), Published: "2026-11-20"}},
		Messages: []*briefing.Message{{ID: "m", Kind: "talking-point", Title: all("m"), Body: body, Use: briefing.Aloud}},
	}
	for _, f := range facts {
		f.Statement, f.Nature = all(string(f.ID)), briefing.NatureFact
		for i := range f.Claims {
			f.Claims[i].ID, f.Claims[i].Source = briefing.ID(string(rune('a'+i))), "s"
		}
		p.Facts = append(p.Facts, f)
	}
	return p
}

func claimed(id, value string, unit briefing.Unit) *briefing.Fact {
	return &briefing.Fact{ID: briefing.ID(id), Claims: []briefing.Claim{{Period: briefing.Per("2026-01..2026-10"), Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: unit}}}}
}

// said is the first talking point as it is printed, empty where there is none.
func said(t *testing.T, p *project.Project, o pack.Options, a briefing.Audience) string {
	t.Helper()
	d := build(t, p, a, o)
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if points, ok := b.(document.Points); ok && len(points.Items) > 0 {
				return plain(document.RunsText(points.Items[0].Runs))
			}
		}
	}
	return ""
}

func TestTheAnnexHasAmountsInWordsAndChangesInPoints(t *testing.T) {
	words := &briefing.Fact{ID: "words", Claims: []briefing.Claim{{Period: briefing.Per("2025"), Figure: briefing.Figure{Precision: briefing.HundredsOf, Unit: "thousand-t"}}}}
	points := claimed("points", "12.5", "percent")
	points.Claims[0].Change, points.Claims[0].ChangeUnit, points.Claims[0].ChangeBase = briefing.SomeNum("1.5"), "pp", briefing.Per("2025-01..2025-10")
	p := published([]*briefing.Fact{words, points}, briefing.Text{})
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"words | 2025 | | сотни тысяч тонн", "+1,5 п. п."},
		briefing.EN: {"words | 2025 | | hundreds of thousand", "+1.5"},
		briefing.ZH: {"words |", "增长1.5个百分点"},
	} {
		var got []string
		tables(build(t, p, briefing.Leader, pack.Options{Lang: l}), func(_ document.Section, table document.Table) {
			for _, r := range table.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, c.Text+document.RunsText(c.Runs))
				}
				got = append(got, strings.Join(cells, " | "))
			}
			got = append(got, table.Notes...)
		})
		text := plain(strings.ReplaceAll(strings.Join(got, "\n"), "|  |", "| |"))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: without %q:\n%s", l, w, text)
			}
		}
	}
}

// A text that names a figure which is not there stands in the draft with a
// mark; those for other readers and issues leave it out.
func TestADraftMarksAFigureThatIsNotThere(t *testing.T) {
	p := published([]*briefing.Fact{claimed("A1", "3", "t")}, all("Мука {A1}, масло {A8}."))
	if got := said(t, p, pack.Options{Lang: briefing.RU, Draft: true}, briefing.Leader); got != "Мука 3 т, масло [нет величины A8]." {
		t.Errorf("the draft says %q", got)
	}
	if got := said(t, p, pack.Options{Lang: briefing.RU}, briefing.Leader); got != "" {
		t.Errorf("the issue says %q", got)
	}
	if got := said(t, p, pack.Options{Lang: briefing.RU, Draft: true}, briefing.Partner); got != "" {
		t.Errorf("the partner's draft says %q", got)
	}
}

func TestADraftShowsNothingOfAFigureAfterTheMoment(t *testing.T) {
	late := claimed("A8", "7", "t")
	p := published([]*briefing.Fact{late}, all("Масло {A8}."))
	p.Sources = append(p.Sources, &briefing.Source{ID: "late", Title: all("late"), Published: "2026-12-20"})
	late.Claims[0].Source = "late"
	if got := said(t, p, pack.Options{Lang: briefing.RU, Draft: true}, briefing.Leader); got != "" {
		t.Errorf("the draft says %q", got)
	}
}

// A figure fits the words around it.
func TestAFigureDoesNotRepeatWhatStandsBeside(t *testing.T) {
	f := claimed("F", "8", "t")
	f.Claims[0].Figure.Precision = briefing.MoreThan
	f.Claims[0].Change, f.Claims[0].ChangeUnit = briefing.SomeNum("15.1"), "percent"
	for _, tt := range []struct {
		l          briefing.Lang
		text, want string
	}{
		{briefing.RU, "за {F:period}.", "за январь–октябрь 2026 г."},
		{briefing.RU, "за {F:period}, и", "за январь–октябрь 2026 г., и"},
		{briefing.RU, "Более {F}", "Более 8 т"},
		{briefing.RU, "не более {F}", "не более 8 т"},
		{briefing.RU, "рост {F:change}", "рост 15,1 %"},
		{briefing.RU, "вырос на {F:change}", "вырос на 15,1 %"},
		{briefing.RU, "прирост составил {F:change}", "прирост составил 15,1 %"},
		{briefing.RU, "на {F:change} больше", "на 15,1 % больше"},
		{briefing.RU, "снижение {F:change}", "снижение +15,1 %"}, // check 45 tells of it
		{briefing.RU, "экспорт ({F:change})", "экспорт (+15,1 %)"},
		{briefing.RU, "рост экспорта: {F:change}", "рост экспорта: +15,1 %"},
		{briefing.RU, "сократился на {D:change}", "сократился на 5 %"},
		{briefing.RU, "рост {D:change}", "рост −5 %"},
		{briefing.RU, "вырос {N:change}", "вырос в 2,3 раза"},
		{briefing.RU, "вырос в {N:change}", "вырос в 2,3 раза"},
		{briefing.RU, "сократился {M:change}", "сократился в 2 раза"},
		{briefing.RU, "стоимость — {M:change}", "стоимость — в 2 раза меньше"},
		{briefing.EN, "up {F:change}", "up 15.1%"},
		{briefing.EN, "an increase of {F:change}", "an increase of 15.1%"},
		{briefing.EN, "exports: {F:change}", "exports: +15.1%"},
		{briefing.EN, "grew {N:change}", "grew 2.3-fold"},
		{briefing.EN, "fell {M:change}", "fell 2-fold"},
		{briefing.EN, "a {F:change} increase", "a 15.1% increase"},
		{briefing.EN, "higher by {F:change}", "higher by 15.1%"},
		{briefing.EN, "a {D:change} drop", "a 5% drop"},
		{briefing.RU, "выше на {F:change}", "выше на 15,1 %"},
		{briefing.RU, "ниже на {D:change}", "ниже на 5 %"},
		{briefing.RU, "ниже на {M:change}", "ниже в 2 раза"},
		{briefing.RU, "снизился на {M:change}", "снизился в 2 раза"},
		{briefing.RU, "вырос на {N:change}", "вырос в 2,3 раза"},
		{briefing.ZH, "增长了{N:change}", "增长了1.3倍"},
		{briefing.ZH, "增幅为{N:change}", "增幅为1.3倍"},
		{briefing.ZH, "提高{N:change}", "提高到2.3倍"},
		{briefing.ZH, "下降了{M:change}", "下降了50%"},
		{briefing.ZH, "减少{M:change}", "减少到原来的1/2"},
		{briefing.ZH, "扩大{F:change}", "扩大15.1%"},
		{briefing.ZH, "回落{D:change}", "回落5%"},
		{briefing.RU, "стало на {N:change} больше", "стало в 2,3 раза больше"},
		{briefing.RU, "стало на {F:change} больше", "стало на 15,1 % больше"},
		{briefing.RU, "в {F:period} было", "в январе–октябре 2026 г. было"},
		{briefing.ZH, "上升{F:change}", "上升15.1%"},
		{briefing.ZH, "增长了{F:change}", "增长了15.1%"},
		{briefing.ZH, "下降{D:change}", "下降5%"},
		{briefing.ZH, "增长{N:change}", "增长到2.3倍"},
		{briefing.ZH, "增长{F:change}", "增长15.1%"},
		{briefing.ZH, "同比{F:change}", "同比增长15.1%"},
	} {
		var body briefing.Text
		*body.At(tt.l) = tt.text
		down, many, few := claimed("D", "8", "t"), claimed("N", "8", "t"), claimed("M", "8", "t")
		down.Claims[0].Change = briefing.SomeNum("-5")
		many.Claims[0].Change, many.Claims[0].ChangeUnit = briefing.SomeNum("2.3"), briefing.Times
		few.Claims[0].Change, few.Claims[0].ChangeUnit = briefing.SomeNum("-2"), briefing.Times
		if got := said(t, published([]*briefing.Fact{f, down, many, few}, body), pack.Options{Lang: tt.l}, briefing.Leader); got != tt.want {
			t.Errorf("%q is printed %q, want %q", tt.text, got, tt.want)
		}
	}
}
