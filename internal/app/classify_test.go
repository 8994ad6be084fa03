package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// tradeOf are rows of ТН ВЭД codes in a project of their own.
func tradeOf(t *testing.T, year int, codes ...string) *app.Project {
	t.Helper()
	set := figure.NewSet()
	for i, c := range codes {
		err := set.Append(figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: c, Classification: "TNVED", Level: uint8(len(c)),
			Period: briefing.Year(year), Value: briefing.SomeNum("1" + strings.Repeat("0", i)), Currency: "USD", Import: "i",
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	w := world(t)
	p, err := app.Create(w, filepath.Join(t.TempDir(), "p.briefing"), &project.Project{Figures: set, Imports: []*briefing.Import{{ID: "i", File: "f"}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func TestFiguresByProductGroup(t *testing.T) {
	p := tradeOf(t, 2022, "0207141000", "1001990000", "2709009000", "15", figure.HiddenCode)
	q := app.Query{By: []figure.Dimension{figure.ByGroup}}
	if _, err := p.Figures(q); briefing.CodeOf(err) != briefing.CodeNoGroups {
		t.Errorf("without groups: %v", err)
	}
	if n, err := p.AddAgroExport(); n != 6 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := p.AddAgroExport(); n != 0 || err != nil {
		t.Errorf("again: %d, %v", n, err)
	}
	for round, deep := range []string{"", "0207 14 100 0"} { // a deep rule asks each classification by itself
		if deep != "" {
			if err := p.Put(&briefing.Group{Key: "wings", Name: briefing.Text{RU: "Крылья"}, Set: briefing.Text{RU: "Экспорт продукции АПК"}, Rule: deep}); err != nil {
				t.Fatal(err)
			}
		}
		rows, err := p.Figures(q)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range rows {
			got += r.Keys[0] + "=" + r.Value.Decimal.String() + " "
		}
		want := "=100 ?=1000 X=10000 grain=10 meat-dairy=1 "
		if round == 1 {
			want = "=100 ?=1000 X=10000 grain=10 wings=1 "
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
		v, err := p.Trade(context.Background(), app.TradeQuery{By: figure.ByGroup, Lang: briefing.RU})
		if err != nil || v.Lines() != 5 {
			t.Errorf("groups of the table: %d, %v", v.Lines(), err)
		}
	}
	if notes := p.GroupNotes("", briefing.RU); len(notes) != 1 || !strings.Contains(notes[0], "«Крылья»") {
		t.Errorf("notes %q", notes)
	}
	if name := p.GroupName("?", briefing.RU); name != "код слишком короткий, группа не определена" {
		t.Errorf("undecided: %q", name)
	}
	if _, err := p.Figures(app.Query{By: q.By, Set: "нет такого"}); briefing.CodeOf(err) != briefing.CodeNoGroups {
		t.Errorf("another set: %v", err)
	}
}

func TestGrowthAcrossEditionsIsTold(t *testing.T) {
	p := tradeOf(t, 2022, "0207141000")
	set := figure.NewSet()
	for _, o := range []figure.Observation{{Code: "0207141000", Period: briefing.Year(2021)}, {Code: "0207141000", Period: briefing.Year(2020)}} {
		o.Flow, o.Reporter, o.Partner, o.Classification, o.Currency, o.Value = figure.Export, "RU", "CN", "TNVED", "USD", briefing.SomeNum("5")
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	p.Read(func(pr *project.Project) { pr.Figures.AppendSet(set) })
	for by, want := range map[figure.Dimension]string{"code": "HS2017 HS2022", "hs4": ""} {
		rows, err := p.Figures(app.Query{By: []figure.Dimension{"year", by}})
		if err != nil || len(rows) != 3 {
			t.Fatal(rows, err)
		}
		if rows[1].Editions != "" || rows[2].Editions != want || !rows[2].Growth.Valid {
			t.Errorf("%s: %q %q", by, rows[1].Editions, rows[2].Editions)
		}
	}
}

func TestNamesOfGoodsComeFromAList(t *testing.T) {
	p := tradeOf(t, 2022, "0207141000", "1001990000")
	list := filepath.Join(t.TempDir(), "hs2022.csv")
	if err := os.WriteFile(list, []byte("Код ТН ВЭД;Наименование\n0207141000;Части кур\n1001;Пшеница и меслин\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := p.Import(context.Background(), list, app.ImportOptions{})
	if err != nil || done.Storable() != 2 {
		t.Fatal(done.Report, err)
	}
	names := func(p *app.Project) string {
		v, err := p.Trade(context.Background(), app.TradeQuery{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		out := ""
		for i := range v.Len() {
			o := v.At(i).Observation
			out += v.Product(o, briefing.RU) + " (" + v.ProductList(o, briefing.RU) + "); "
		}
		return out
	}
	want := "Части кур (TNVED HS2022); 1001 Пшеница и меслин (TNVED HS2022); "
	if got := names(p); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if done, err := p.Import(context.Background(), list, app.ImportOptions{}); err != nil || !done.Unchanged {
		t.Errorf("again: %+v, %v", done, err)
	}
	// The names go with a copy for a reader, and an undo takes them back.
	copied := filepath.Join(t.TempDir(), "copy.briefing")
	if err := p.HandOver(copied, briefing.Leader); err != nil {
		t.Fatal(err)
	}
	c, err := app.Open(p.World, copied, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if got := names(c); got != want {
		t.Errorf("in the copy: %q", got)
	}
	if f, ok := c.Snapshot(p.World.Now(), briefing.Leader).Names.Find(briefing.RU, "TNVED", briefing.Year(2022), "0207141000"); !ok || f.Name != "Части кур" {
		t.Errorf("in a snapshot: %+v", f)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := names(p); strings.Contains(got, "Части кур") {
		t.Errorf("after undo: %q", got)
	}
}

func TestCodesAreNamedInTheLanguageAsked(t *testing.T) {
	p := tradeOf(t, 2022, "0207141000")
	list := filepath.Join(t.TempDir(), "hs2022.csv")
	if err := os.WriteFile(list, []byte("Код ТН ВЭД;Наименование\n0207141000;Части кур\n1001;Пшеница и меслин\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Import(context.Background(), list, app.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := p.Put(&briefing.Commodity{Code: "1001", Name: briefing.Text{RU: "Хлеб"}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		l           briefing.Lang
		class, code string
		want        app.CodeName
	}{
		{briefing.RU, "", "0207141000", app.CodeName{Name: "Части кур", Of: "0207141000", List: "TNVED HS2022"}},
		{briefing.RU, "", "1001", app.CodeName{Name: "Хлеб", Of: "1001"}},
		{briefing.RU, "", "1001190000", app.CodeName{Name: "Пшеница и меслин", Of: "1001", List: "TNVED HS2022"}},
		{briefing.RU, "HS", "0207", app.CodeName{Name: "Мясо и пищевые субпродукты", Of: "02"}},
		{briefing.ZH, "", "0207141000", app.CodeName{Name: "肉及食用杂碎", Of: "02"}}, // the list is Russian
		{briefing.RU, "", "77", app.CodeName{}},
		{briefing.RU, "", "0", app.CodeName{}},
		{briefing.RU, "", figure.HiddenCode, app.CodeName{}},
		{briefing.RU, "SITC4", "0121", app.CodeName{}},
	} {
		got, ok := p.CodeName(c.l, c.class, c.code)
		if got != c.want || ok != (c.want.Name != "") {
			t.Errorf("%s %s %s: %+v, %v", c.l, c.class, c.code, got, ok)
		}
	}
}
