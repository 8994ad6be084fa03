package figure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// told makes a row of a code, a partner, a period and a value; an empty value
// is none.
func told(partner, period, code, value string) figure.Observation {
	o := figure.Observation{
		Flow: figure.Export, Reporter: "RU", Partner: partner, Code: code, Level: uint8(len(code)), Classification: "TNVED",
		Period: briefing.Per(period), Currency: "USD", Import: "i",
	}
	if code == figure.TotalCode {
		o.Level = 0
	}
	if value != "" {
		o.Value = briefing.SomeNum(value)
	}
	return o
}

// sums are the values by key, in order: «2024 100».
func sums(t *testing.T, s *figure.Set, f figure.Filter, by ...figure.Dimension) string {
	t.Helper()
	groups, err := s.Aggregate(f, by)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range groups {
		n := "…"
		if g.Value.Valid {
			n = g.Value.Decimal.String()
		}
		out = append(out, strings.Join(append(slices.Clone(g.Keys), n), " "))
	}
	return strings.Join(out, "; ")
}

func TestGoodsToldTwiceAreTakenOnce(t *testing.T) {
	total := figure.TotalCode
	for _, c := range []struct {
		name string
		rows []figure.Observation
		f    figure.Filter
		by   figure.Dimension
		want string
	}{
		{"the stated total is the sum", []figure.Observation{
			told("TR", "2024", total, "100"), told("TR", "2024", "1001", "60"), told("TR", "2024", "1206", "30"),
		}, figure.Filter{}, "year", "2024 100"},
		{"and its chapters are told by themselves", []figure.Observation{
			told("TR", "2024", total, "100"), told("TR", "2024", "1001", "60"), told("TR", "2024", "1206", "30"),
		}, figure.Filter{}, "hs2", "10 60; 12 30; TOTAL 100"},
		{"a heading is the sum of its subheadings", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", "1001190000", "20"), told("TR", "2024", "1001990000", "30"),
		}, figure.Filter{}, "hs4", "1001 60"},
		{"three levels", []figure.Observation{
			told("TR", "2024", total, "100"), told("TR", "2024", "10", "70"), told("TR", "2024", "1001", "60"), told("TR", "2024", "1001190000", "20"),
		}, figure.Filter{}, "hs2", "10 70; TOTAL 100"},
		{"codes of unlike length that hold nothing of each other", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", "120600", "30"),
		}, figure.Filter{}, "year", "2024 90"},
		{"goods of one country, the total of another", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("KZ", "2024", total, "40"),
		}, figure.Filter{}, "year", "2024 100"},
		{"a total of one year alone is not set against goods of the others", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", "1206", "40"),
			told("TR", "2025", "1001", "70"), told("TR", "2025", "1206", "40"), told("TR", "2025", total, "110.5"),
		}, figure.Filter{}, "year", "2024 100; 2025 110"},
		{"nor when that year is asked for by itself", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", "1206", "40"),
			told("TR", "2025", "1001", "70"), told("TR", "2025", "1206", "40"), told("TR", "2025", total, "110.5"),
		}, figure.Filter{From: briefing.Year(2025).Start()}, "year", "2025 110"},
		{"but is the sum where the goods are some of them only", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2025", "1001", "70"), told("TR", "2025", total, "900"),
		}, figure.Filter{}, "year", "2024 60; 2025 900"},
		{"a total without a number says nothing", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", total, ""),
		}, figure.Filter{}, "year", "2024 60"},
		{"the total alone where nothing else is asked for", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2025", "1001", "60"), told("TR", "2025", total, "60.1"),
		}, figure.Filter{Codes: []string{total}}, "year", "2025 60.1"},
		{"subheadings alone where nothing else is asked for", []figure.Observation{
			told("TR", "2024", "1001", "60"), told("TR", "2024", "1001190000", "20"), told("TR", "2024", "1001990000", "30"),
		}, figure.Filter{Codes: []string{"100119"}}, "year", "2024 20"},
	} {
		for _, order := range []string{"as told", "the other way round"} {
			s := setOf(t, c.rows)
			if got := sums(t, s, c.f, c.by); got != c.want {
				t.Errorf("%s, %s: %q, want %q", c.name, order, got, c.want)
			}
			s.Remember()
			for range 2 {
				if got := sums(t, s, c.f, c.by); got != c.want {
					t.Errorf("%s, %s, remembered: %q, want %q", c.name, order, got, c.want)
				}
			}
			slices.Reverse(c.rows)
		}
	}
}

// Whatever levels are mixed, a sum is of codes that hold nothing of each other,
// of each place and period: never more than one of the two tellings of any good.
func TestNoSumTakesAGoodTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(37, 1))
	codes := []string{figure.TotalCode, figure.HiddenCode, "10", "1001", "100119", "1001190000", "1001990000", "1002", "12", "1206", "120600", "1507"}
	nested := 0
	for range 400 {
		var in []figure.Observation
		for range 1 + r.IntN(40) {
			o := told([]string{"TR", "KZ"}[r.IntN(2)], []string{"2023", "2024", "2025", "2025-01"}[r.IntN(4)], codes[r.IntN(len(codes))], "")
			o.Import = briefing.ID([]string{"i1", "i2"}[r.IntN(2)])
			if r.IntN(8) > 0 {
				o.Value = briefing.SomeNum(fmt.Sprint(1 + r.IntN(1000)))
			}
			in = append(in, o)
		}
		s := setOf(t, in)
		by := [][]figure.Dimension{{"year"}, {"partner"}, {"year", "hs2"}, {"hs4"}, {}}[r.IntN(5)]
		f := figure.Filter{}
		if r.IntN(3) == 0 {
			f.Partner = "TR"
		}
		groups, err := s.Aggregate(f, by)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := s.Parts(f, append(slices.Clone(by), "partner", "month", "year"), "code")
		if err != nil {
			t.Fatal(err)
		}
		of := map[string][]string{} // codes that a sum is of, in each place and period
		total := map[string]briefing.Number{}
		for _, p := range parts {
			n := len(by)
			where := strings.Join(p.Keys[:n+3], "|") + p.Split.Frequency
			of[where] = append(of[where], p.Keys[n+3])
			key := strings.Join(p.Keys[:n], "|") + fmt.Sprintf("%q", p.Split)
			if p.Value.Valid {
				total[key], _ = total[key].Add(p.Value.Decimal)
			}
		}
		for where, codes := range of {
			if figure.Nested(codes) || len(codes) > 1 && slices.Contains(codes, figure.TotalCode) {
				t.Fatalf("by %v: %s is of %v\n%+v", by, where, codes, in)
			}
		}
		rows := 0
		for _, g := range groups {
			key := strings.Join(g.Keys, "|") + fmt.Sprintf("%q", g.Split)
			if sum := total[key]; g.Value.Valid && g.Value.Decimal.Cmp(sum) != 0 {
				t.Fatalf("by %v: %s is %v, and its parts %v\n%+v", by, key, g.Value.Decimal, sum, in)
			}
			rows += g.Rows
			nested += g.Held
		}
		if want := s.Where(f).Len(); rows != want {
			t.Fatalf("by %v: %d rows in sums of %d", by, rows, want)
		}
	}
	if nested == 0 {
		t.Error("nothing was told twice")
	}
}

func TestStatedSumsAreTold(t *testing.T) {
	s := setOf(t, []figure.Observation{
		told("TR", "2024", figure.TotalCode, "100"), told("TR", "2024", "1001", "60"), told("TR", "2024", "1206", "30"),
		told("KZ", "2024", figure.TotalCode, "100"), told("KZ", "2024", "1001", "103"),
		told("AZ", "2024", figure.TotalCode, "5"),
	})
	got := ""
	for _, st := range s.Stated(figure.Filter{}, []figure.Dimension{"year"}) {
		got += fmt.Sprintf("%s %v %s: %v, parts %v, taken %v, beyond %v; ", st.Partner, st.Period, st.Code, st.Own.Decimal, st.Parts.Decimal, st.Taken, st.Beyond())
	}
	const want = "KZ 2024 TOTAL: 100, parts 103, taken true, beyond true; TR 2024 TOTAL: 100, parts 90, taken true, beyond false; "
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if other := s.Stated(figure.Filter{Partner: "AZ"}, nil); len(other) > 0 {
		t.Errorf("%+v of a country whose goods are told once", other)
	}
}

// Goods that have names and no codes are parts of a total without a name, as
// codes are; in a set without one they are what they were.
func TestGoodsByNameBesideTheirTotal(t *testing.T) {
	row := func(product, value string, id briefing.ID) figure.Observation {
		return figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "UZ", Code: figure.TotalCode, Product: product, Classification: "HS", Currency: "USD",
			Period: briefing.Year(2022), Value: briefing.SomeNum(value), Status: briefing.Normal, Import: id,
		}
	}
	sum := func(rows ...figure.Observation) (string, int) {
		s := figure.NewSet()
		for _, o := range rows {
			if err := s.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		groups, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
		if err != nil || len(groups) != 1 {
			t.Fatalf("%v, %v", err, groups)
		}
		names, err := s.Aggregate(figure.Filter{}, []figure.Dimension{figure.ByProduct})
		if err != nil {
			t.Fatal(err)
		}
		return groups[0].Value.Decimal.Trim(0).String(), len(names)
	}
	if v, n := sum(row("Пшеница", "4", "a"), row("Масло", "5", "a"), row("Масло рапсовое", "1", "a"), row("", "12", "b")); v != "12" || n != 4 {
		t.Errorf("with a total: %s, %d names", v, n)
	}
	if v, _ := sum(row("Пшеница", "4", "a"), row("Масло", "5", "a"), row("Всего", "12", "b")); v != "12" {
		t.Errorf("with a total by its word: %s", v)
	}
	if v, _ := sum(row("Пшеница", "4", "a"), row("Масло", "5", "a")); v != "9" {
		t.Errorf("alone: %s", v)
	}
}
