package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// rowsOfParts are imports of China from Russia by province, and exports of
// Russia to China by region.
func rowsOfParts(t *testing.T) *project.Project {
	t.Helper()
	p := &project.Project{
		Pack:          briefing.Pack{Reporter: "RU", Partner: "CN"},
		Sources:       []*briefing.Source{{ID: "s", Kind: "statistics", Title: briefing.Text{RU: "Данные"}, Publisher: briefing.Text{RU: "ГТУ"}, Published: "2024"}},
		Imports:       []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}},
		Organisations: []*briefing.Organisation{{ID: "xj", Kind: "province", Country: "CN", Name: briefing.Text{RU: "Народное правительство Синьцзян-Уйгурского автономного района"}}},
		Figures:       figure.NewSet(),
	}
	put := func(o figure.Observation) {
		o.Classification, o.Code, o.Level, o.Currency, o.Import = "HS", "15", 2, "USD", "i"
		for year, n := range map[int]string{2022: "1", 2023: o.Value.Decimal.String()} {
			o.Period, o.Value = briefing.Year(year), briefing.SomeNum(n+"000000")
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
	}
	for code, n := range map[string]string{"65": "24", "11": "27", "37": "33"} {
		put(figure.Observation{Flow: figure.Import, Reporter: "CN", Region: code, Partner: "RU", Value: briefing.SomeNum(n)})
	}
	for code, n := range map[string]string{"50000": "41", "46000": "47"} {
		put(figure.Observation{Flow: figure.Export, Reporter: "RU", Region: code, Partner: "CN", Value: briefing.SomeNum(n)})
	}
	return p
}

// A pack that is about a province of the partner, or a region of its own, adds
// no others to its trade; what it adds is named, and what it leaves out is told.
func TestAPackOfAProvinceAddsNoOthers(t *testing.T) {
	for _, c := range []struct {
		region         string
		province       briefing.ID
		imports, goods string // what the tables of imports and exports say of 2023
		title          string
		told           bool
	}{
		{"", "", "84,0", "88,0", "Китай (Пекин, Шаньдун, Синьцзян-Уйгурский автономный район)", false},
		{"", "xj", "24,0", "88,0", "Синьцзян-Уйгурского автономного района", true},
		{"50000", "", "84,0", "41,0", "Новосибирская область", true},
		{"50000", "xj", "24,0", "41,0", "Новосибирская область", true},
	} {
		p := rowsOfParts(t)
		p.Pack.Region, p.Pack.Province = c.region, c.province
		s := project.Take(p, project.Options{})
		d, err := pack.Build(s, nil, pack.Options{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		out := strings.ReplaceAll(dump(d), "\u00a0", " ")
		for _, want := range []string{c.title, strings.TrimSuffix(c.imports, ",0"), strings.TrimSuffix(c.goods, ",0")} {
			if !strings.Contains(out, want) {
				t.Errorf("%+v: lacks %s\n%s", c, want, out)
			}
		}
		if c.province != "" && (strings.Contains(out, "Пекин") || strings.Contains(out, "84,0") || strings.Contains(out, "регионов")) {
			t.Errorf("%+v: has others\n%s", c, out)
		}
		if p.Figures.Len() != 10 || s.Figures.Len() != 10 {
			t.Error("the project lost rows")
		}
		told := false
		for _, f := range check.Data(s) {
			told = told || f.Number == 39 && strings.Contains(f.Evidence.RU, "не вошедших")
		}
		if told != c.told {
			t.Errorf("%+v: told %v", c, told)
		}
	}
}

// A province whose name says nothing is told, since rows of all are printed then.
func TestAProvinceThatNothingTellsIsToldOf(t *testing.T) {
	p := rowsOfParts(t)
	p.Pack.Province, p.Organisations[0].Name = "xj", briefing.Text{RU: "Провинция-партнёр"}
	for _, f := range check.Data(project.Take(p, project.Options{})) {
		if f.Number == 39 && f.Field == "province" && f.Severity == check.Warning {
			return
		}
	}
	t.Error("nothing is told")
}
