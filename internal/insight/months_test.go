package insight_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
)

// monthly are rows of one code for the months of a year, each of the value.
func monthly(year, first, last int, value string) []figure.Observation {
	var out []figure.Observation
	for m := first; m <= last; m++ {
		out = append(out, row("02", fmt.Sprintf("%d-%02d", year, m), value, ""))
	}
	return out
}

func join(lists ...[]figure.Observation) (out []figure.Observation) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func TestMonthsAreComparedWithTheSameMonths(t *testing.T) {
	for _, tt := range []struct {
		outcome string
		rows    []figure.Observation
		want    []string // openings
	}{
		{"year to date and last month", join(monthly(2021, 1, 12, "10000000"), monthly(2022, 1, 10, "12000000")), []string{
			"За январь–октябрь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 120 млн долл. США, что на 20,0 % больше, чем за январь–октябрь 2021 г. (+20 млн долл. США).",
			"За октябрь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 12 млн долл. США, что на 20,0 % больше, чем за октябрь 2021 г. (+2 млн долл. США).",
		}},
		{"a whole year of months", join(monthly(2021, 1, 12, "10000000"), monthly(2022, 1, 12, "10000000")), []string{
			"В 2022 году экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 120 млн долл. США, столько же, сколько в 2021 году.",
			"За декабрь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 10 млн долл. США, столько же, сколько за декабрь 2021 г.",
		}},
		{"a month of the year before is missing", join(monthly(2021, 1, 8, "10000000"), monthly(2022, 1, 10, "12000000")), []string{
			"За январь–октябрь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 120 млн долл. США. Темп прироста не вычисляется: ",
			"За октябрь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 12 млн долл. США. Темп прироста не вычисляется: база сравнения отсутствует.",
		}},
		{"a gap: no year to date", join(monthly(2022, 1, 3, "12000000"), monthly(2022, 5, 6, "12000000")), []string{
			"За июнь 2022 г. экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 12 млн долл. США. Темп прироста не вычисляется: база сравнения отсутствует.",
		}},
		{"months of a stated year say nothing new", join([]figure.Observation{row("02", "2022", "120000000", "")}, monthly(2022, 1, 12, "10000000")), []string{
			"В 2022 году экспорт России в Китай (группа 02 ТН ВЭД — товар 02) составил 120 млн долл. США. Темп прироста не вычисляется: база сравнения отсутствует.",
		}},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			subjects, err := insight.OfSet(setOf(t, tt.rows...), figure.Filter{}, code)
			if err != nil {
				t.Fatal(err)
			}
			if len(subjects) != len(tt.want) {
				t.Fatalf("%d subjects, want %d", len(subjects), len(tt.want))
			}
			for i, s := range subjects {
				if got := plain(insight.Opening(insight.Write(s), briefing.RU)); !strings.Contains(got, tt.want[i]) {
					t.Errorf("%q\ndoes not hold\n%q", got, tt.want[i])
				}
			}
		})
	}
}

func TestARecordOfMonthsIsOfTheSameMonths(t *testing.T) {
	set := setOf(t, join(monthly(2019, 1, 12, "9"), monthly(2020, 1, 12, "8"), monthly(2021, 1, 12, "7"), monthly(2022, 1, 3, "10"))...)
	subjects, err := insight.OfSet(set, figure.Filter{}, code)
	if err != nil || len(subjects) != 2 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	for i, want := range []string{
		"Это наибольшее значение для этих месяцев в 2019–2022 годах.", "Это наибольшее значение для этого месяца в 2019–2022 годах.",
	} {
		if got := sentence(t, subjects[i], insight.KeyRecord, briefing.RU); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAPlanAmongTheFactsGivesThePace(t *testing.T) {
	plan := &briefing.Fact{
		ID: "p", Nature: briefing.NaturePlan, Flow: "export", Reporter: "RU", Partner: "CN", Measure: "value",
		Claims: []briefing.Claim{{ID: "c1", Figure: briefing.Figure{Value: briefing.SomeNum("150"), Unit: "million-usd"}, Period: briefing.Year(2022)}},
	}
	src := insight.Source{Set: setOf(t, monthly(2022, 1, 10, "12000000")...), Names: code, Facts: []*briefing.Fact{plan}}
	subjects, err := src.Subjects(figure.Filter{})
	if err != nil || len(subjects) != 2 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	got := plain(insight.Opening(insight.Write(subjects[0]), briefing.RU))
	for _, want := range []string{
		"План на 2022 год (150 млн долл. США): выполнение за январь–октябрь 2022 г. — 80,0 %.",
		"в каждый из оставшихся 2 месяцев требуется в среднем 15 млн долл. США; при равномерном выполнении к этому сроку было бы 125 млн долл. США.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not hold %q", got, want)
		}
	}
	two := *plan
	two.ID = "q"
	src.Facts = append(src.Facts, &two)
	if subjects, err = src.Subjects(figure.Filter{}); err != nil || subjects[0].Plan != nil {
		t.Errorf("of two plans one was chosen (%v)", err)
	}
}

// bound prints a bound text as a page would; "" when a piece is not borne.
func bound(r *insight.Reader, text string, l briefing.Lang) string {
	out, at := "", 0
	for _, b := range briefing.BindingsOf(text) {
		s, ok := r.Print(b, l)
		if !ok {
			return ""
		}
		out += text[at:b.Start] + s
		at = b.End
	}
	return out + text[at:]
}

// A bound sentence printed over the same data is the sentence; over other data
// it says what they say or, where its words would be false, nothing.
func TestBoundSentencesFollowTheData(t *testing.T) {
	rows := []figure.Observation{
		row("0207", "2021", "200000000", "100000000"), row("1512", "2021", "100000000", "100000000"),
		row("0207", "2022", "300000000", "150000000"), row("1512", "2022", "130000000", "90000000"), row("1001", "2022", "20000000", "50000000"),
	}
	src := insight.Source{Set: setOf(t, rows...), Names: code}
	subjects, err := src.Subjects(figure.Filter{})
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	sentences := insight.Write(subjects[0])
	same := insight.NewReader(src)
	rows[2].Value = briefing.SomeNum("100000000") // a fall now
	rows = append(rows, row("0207", "2023", "1", "1"))
	fallen := insight.NewReader(insight.Source{Set: setOf(t, rows...), Names: code})
	for _, s := range sentences {
		for _, l := range briefing.Langs() {
			if len(briefing.BindingsOf(s.Bound.In(l))) == 0 {
				t.Errorf("%s %s: nothing is bound in %q", s.Key, l, s.Bound.In(l))
			}
			if got := bound(same, s.Bound.In(l), l); got != s.Text.In(l) {
				t.Errorf("%s %s:\n%q, want\n%q", s.Key, l, got, s.Text.In(l))
			}
		}
		got := plain(bound(fallen, s.Bound.RU, briefing.RU))
		switch s.Key {
		case insight.KeyLevel:
			if want := "составил 250 млн долл. США, что на 16,7 % меньше, чем в 2021 году (−50 млн долл. США)."; !strings.HasSuffix(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		case insight.KeyDrivers:
			if got != "" {
				t.Errorf("a contribution to growth is told of a fall: %q", got)
			}
		}
	}
}

func TestEditedSentencesKeepTheirNumbersBound(t *testing.T) {
	src := insight.Source{Set: setOf(t, row("02", "2021", "200", ""), row("02", "2022", "300", "")), Names: code}
	subjects, _ := src.Subjects(figure.Filter{})
	s := insight.Write(subjects[0])[0]
	edit := s.Editable(briefing.RU)
	if back, err := s.Edited(briefing.RU, edit); err != nil || back != s.Bound.RU {
		t.Fatalf("%q: %q, %v; want %q", edit, back, err, s.Bound.RU)
	}
	words := strings.Replace(edit, "составил", "достиг", 1)
	back, err := s.Edited(briefing.RU, words)
	if err != nil || !strings.Contains(back, "достиг {="+subjects[0].Key.String()+":now}") {
		t.Errorf("%q, %v", back, err)
	}
	for _, bad := range []string{
		strings.Replace(edit, "300", "301", 1), // a number of one's own
		edit + " {", edit + "}",
	} {
		if got, err := s.Edited(briefing.RU, bad); briefing.CodeOf(err) != briefing.CodeBadValue {
			t.Errorf("%q was taken as %q (%v)", bad, got, err)
		}
	}
}

func FuzzKeysAreReadAsTheyAreWritten(f *testing.F) {
	f.Add("export", "RU", "CN", "2022", "USD", "FOB", "HS 2017/ТН ВЭД")
	f.Add("import", "", "", "2022-01..2022-10", "", "", "~+{:}")
	f.Fuzz(func(t *testing.T, flow, reporter, partner, period, currency, basis, classification string) {
		p, err := briefing.ParsePeriod(period)
		if err != nil || p.Kind == briefing.NoPeriod || flow == "" {
			t.Skip()
		}
		k := insight.Key{
			Flow: figure.Flow(flow), Reporter: reporter, Partner: partner, Period: p, Currency: currency, Basis: basis, Classification: classification,
		}
		if got, ok := insight.ParseKey(k.String()); !ok || got != k {
			t.Fatalf("%q: %+v, %v; want %+v", k.String(), got, ok, k)
		}
		text := "x" + briefing.Binding{Data: k.String(), Form: "now"}.String()
		if b := briefing.BindingsOf(text); len(b) != 1 || b[0].Data != k.String() {
			t.Fatalf("%q is no binding", text)
		}
	})
}
