package insights_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/insights"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
)

// trading is a project with five years and ten months of four chapters.
func trading(t *testing.T) *project.Project {
	t.Helper()
	set := figure.NewSet()
	add := func(code, period string, value int) {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: code, Level: 2, Period: briefing.Per(period),
			Currency: "USD", Classification: "HS2017", Import: "i-1",
			Value: briefing.SomeNum(fmt.Sprint(value * 1000000)), NetWeight: briefing.SomeNum(fmt.Sprint(value * 1000)),
		}
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	for i, code := range []string{"02", "03", "10", "15"} {
		for y := 2018; y <= 2021; y++ {
			add(code, fmt.Sprint(y), 100*(i+1)+(y-2017)*(i+2))
		}
		for y := 2021; y <= 2022; y++ {
			for m := 1; m <= 10; m++ {
				add(code, fmt.Sprintf("%d-%02d", y, m), 10*(i+1)+(y-2021)*(i-1))
			}
		}
	}
	return &project.Project{Figures: set, Imports: []*briefing.Import{{ID: "i-1", File: "a.csv"}}}
}

func press(t *testing.T, d *desktest.Desk, text string) {
	t.Helper()
	desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Text == text && !b.Disabled() }).OnPress()
}

func bodies(d *desktest.Desk) (out []briefing.Text) {
	d.Opened.ReadRecords(func(p *project.Project) {
		for _, s := range p.Series {
			out = append(out, s.Body)
		}
	})
	return out
}

func TestSentencesAreAcceptedEditedAndDropped(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, trading(t), 1280, 800)
	insights.Show(d)
	d.Wants(t, "Экспорт, Россия — Китай: 2021 год", "Экспорт, Россия — Китай: январь–октябрь 2022 г.", "Экспорт, Россия — Китай: октябрь 2022 г.")
	d.Picture(t, "insight-offers")
	offers, err := d.Opened.InsightOffers(figure.Filter{})
	if err != nil || len(offers) < 6 {
		t.Fatalf("%d offers, %v", len(offers), err)
	}

	begun := func(text string) { // the hands go on where they were
		t.Helper()
		if b, ok := d.Win.Canvas().Focused().(*kit.Button); !ok || b.Text != text {
			t.Errorf("the focus is on %T, not on %q", d.Win.Canvas().Focused(), text)
		}
	}
	begun("Принять")
	press(t, d, "Принять")
	begun("Принять")
	if b := bodies(d); len(b) != 1 || b[0] != offers[0].Bound {
		t.Fatalf("%+v, want %+v", b, offers[0].Bound)
	}

	press(t, d, "Изменить слова")
	if _, ok := d.Win.Canvas().Focused().(*kit.Button); ok {
		t.Error("the cursor is not in the words")
	}
	field := desktest.Find(t, d.Top(), func(*kit.LangField) bool { return true })
	d.Picture(t, "insight-edit")
	was := field.Text("ru")
	type1 := func(s string) {
		desktest.Find(t, field, func(*kit.TextField) bool { return true }).SetText(s)
		field.OnChange("ru", s)
	}
	type1(strings.Replace(was, "{", "{1", 1))
	press(t, d, "Принять с правкой")
	d.Wants(t, "данным не соответствует")
	if len(bodies(d)) != 1 || bodies(d)[0] != offers[0].Bound {
		t.Fatal("a number of one's own was taken")
	}
	type1("Отметим: " + was)
	press(t, d, "Принять с правкой")
	if b := bodies(d); len(b) != 1 || !strings.Contains(b[0].RU, " Отметим: ") || !strings.HasSuffix(b[0].EN, offers[1].Bound.EN) {
		t.Fatalf("%+v", b)
	}

	press(t, d, "Не предлагать")
	left, err := d.Opened.InsightOffers(figure.Filter{})
	if err != nil || len(left) != len(offers)-3 {
		t.Fatalf("%d are left of %d, %v", len(left), len(offers), err)
	}
	press(t, d, "Принять все")
	d.Wants(t, "Предложений нет")
	if len(bodies(d)) != 3 || len(d.Failed) != 0 {
		t.Errorf("%d texts, %v", len(bodies(d)), d.Failed)
	}
}

// Each offer tells whence its numbers are, before it is taken.
func TestAnOfferTellsWhenceItsNumbersAre(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, trading(t), 1280, 800)
	insights.Show(d)
	press(t, d, "Откуда это")
	d.Wants(t, "Формула: (V1 / V0 − 1) · 100", "a.csv")
	d.Picture(t, "insight-whence")
}
