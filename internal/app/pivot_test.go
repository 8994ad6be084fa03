package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pivot"
)

func goodsByYear() app.PivotSpec {
	return app.PivotSpec{Rows: "code", Columns: "year", Of: "value", Flow: figure.Export}
}

func pivoted(t *testing.T, p *app.Project, s app.PivotSpec, form app.PivotForm) app.Pivot {
	t.Helper()
	v, err := p.Pivot(s, form, briefing.RU)
	if err != nil || v.Fault != "" {
		t.Fatalf("%v, fault %q", err, v.Fault)
	}
	return v
}

// tablesWith lists the tables and charts of the document whose title begins so.
func tablesWith(d *document.Document, begin string) (tables []document.Table, charts []document.Chart) {
	walk(d.Sections, func(b document.Block) {
		switch b := b.(type) {
		case document.Table:
			if strings.HasPrefix(b.Title, begin) {
				tables = append(tables, b)
			}
		case document.Chart:
			if strings.HasPrefix(b.Title, begin) {
				charts = append(charts, b)
			}
		}
	})
	return tables, charts
}

func printedFor(t *testing.T, p *app.Project, l briefing.Lang, a briefing.Audience) *document.Document {
	t.Helper()
	d, err := p.Document(app.ExportOptions{Lang: l, Audience: a, Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// actions counts what was done.
func actions(t *testing.T, p *app.Project) int {
	t.Helper()
	list, err := p.Journal(1000)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int64]bool{}
	for _, e := range list {
		seen[e.Action] = true
	}
	return len(seen)
}

// found34 are the sentences of check 34.
func found34(p *app.Project) []string {
	var out []string
	for _, f := range p.Check(time.Time{}) {
		if f.Number == 34 {
			out = append(out, f.Evidence.RU)
		}
	}
	return out
}

func TestAPivotIsPutIntoThePackAndFollowsTheData(t *testing.T) {
	p := trading(t)
	v := pivoted(t, p, goodsByYear(), pivot.Stacked)
	before := actions(t, p)
	for _, at := range []app.PivotPlace{{Section: "trade"}, {}} {
		if _, err := p.PutPivot(v, pivot.Stacked, at); err != nil {
			t.Fatal(err)
		}
	}
	if n := actions(t, p) - before; n != 2 {
		t.Errorf("%d actions for two pivots", n)
	}
	for l, begin := range map[briefing.Lang]string{briefing.RU: "Московская область, экспорт: стоимость по", briefing.EN: "Moscow Region, exports: value by", briefing.ZH: "莫斯科州，出口：金额"} {
		tables, charts := tablesWith(printedFor(t, p, l, 0), begin)
		if len(tables) != 2 || len(charts) != 2 {
			t.Errorf("%s: %d tables, %d charts begin with %q", l, len(tables), len(charts), begin)
			continue
		}
		total := tables[0].Rows[len(tables[0].Rows)-1]
		if got := total.Cells[2].Number.Decimal.Trim(0).String(); got != "133" || total.Cells[2].How == nil {
			t.Errorf("%s: total %s million, %+v", l, got, total.Cells[2].How)
		}
		if charts[0].Kind != document.Stacked || len(charts[0].Series) != 2 {
			t.Errorf("%s: chart %+v", l, charts[0])
		}
	}
	if got := found34(p); len(got) > 0 {
		t.Errorf("found %q", got)
	}
	// A later edition of the file changes one value: the pivot changes with it.
	mustTake(t, p, saved(t, "a.csv", months("21000000")), app.Replace)
	tables, _ := tablesWith(printedFor(t, p, briefing.RU, 0), "Московская область, экспорт")
	if got := tables[0].Rows[len(tables[0].Rows)-1].Cells[2].Number.Decimal.Trim(0).String(); got != "143" {
		t.Errorf("total %s million after the new edition", got)
	}
	// The other side does not see sections written by hand, and sees the series.
	if tables, _ := tablesWith(printedFor(t, p, briefing.RU, briefing.Partner), "Московская область, экспорт"); len(tables) != 1 {
		t.Errorf("the partner sees %d pivots", len(tables))
	}
	// Without its data the pivot is told of, and not printed.
	for _, imp := range p.ImportList() {
		if err := p.RemoveImport(imp.ID); err != nil {
			t.Fatal(err)
		}
	}
	if tables, _ := tablesWith(printedFor(t, p, briefing.RU, 0), "Московская область, экспорт"); len(tables) != 0 {
		t.Errorf("%d pivots without data", len(tables))
	}
	if got := found34(p); len(got) != 2 || !strings.Contains(got[0], "нет данных") {
		t.Errorf("found %q", got)
	}
}

func TestPuttingAPivotIsOneStepBack(t *testing.T) {
	p := trading(t)
	section := &briefing.Message{Kind: "section", Title: briefing.Text{RU: "Раздел"}, Body: briefing.Text{RU: "Вступление."}}
	if err := p.Put(section); err != nil {
		t.Fatal(err)
	}
	ref, err := p.PutPivot(pivoted(t, p, goodsByYear(), pivot.Lines), pivot.Lines, app.PivotPlace{Text: section.ID})
	if err != nil || ref != section.Ref() {
		t.Fatalf("%v, %v", ref, err)
	}
	body := func() briefing.Text {
		r, err := p.Get(section.Ref())
		if err != nil {
			t.Fatal(err)
		}
		return r.(*briefing.Message).Body
	}
	if got := body(); !strings.HasPrefix(got.RU, "Вступление.\n\n{=pivot/") || got.EN != "" {
		t.Errorf("%+v", got) // a translation that is lacking goes on lacking
	}
	if words, _ := p.NextUndo(briefing.RU); !strings.HasPrefix(words, "Сводная таблица добавлена в пакет") {
		t.Errorf("undo is called %q", words)
	}
	if _, err := p.Undo(); err != nil || body().RU != "Вступление." {
		t.Errorf("%v, %+v", err, body())
	}
}

func TestABrokenPivotIsAFindingAndNeverAPage(t *testing.T) {
	p := trading(t)
	good := pivoted(t, p, goodsByYear(), pivot.Lines).Spec.Binding(pivot.Lines).String()
	for name, c := range map[string]struct{ body, want string }{
		"misspelt":   {strings.Replace(good, "rows.code", "rows.codes", 1), "не читается"},
		"form":       {strings.Replace(good, ":lines}", ":pie}", 1), "диаграмма такого вида"},
		"other data": {strings.Replace(good, "currency.USD", "currency.EUR", 1), "нет данных"},
		"no groups":  {strings.Replace(good, "rows.code", "rows.group", 1), "набору товарных групп"},
		"in a line":  {"Вот: " + good, "внутри строки"},
		"good":       {"Текст.\n" + good + "\nЕщё.", ""},
	} {
		m := &briefing.Message{Kind: "section", Title: briefing.Text{RU: "Раздел"}, Body: briefing.Text{RU: c.body}}
		if err := p.Put(m); err != nil {
			t.Fatal(err)
		}
		got := found34(p)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%s: found %q", name, got)
		}
		tables, _ := tablesWith(printedFor(t, p, briefing.RU, 0), "Московская область, экспорт: ")
		if (len(tables) == 1) != (c.want == "") {
			t.Errorf("%s: %d tables", name, len(tables))
		}
		if err := p.Remove(m.Ref()); err != nil {
			t.Fatal(err)
		}
	}
	m := &briefing.Message{Kind: "talking-point", Title: briefing.Text{RU: "Тезис"}, Body: briefing.Text{RU: good}}
	if err := p.Put(m); err != nil {
		t.Fatal(err)
	}
	if got := found34(p); len(got) != 1 || !strings.Contains(got[0], "таблицы не печатаются") {
		t.Errorf("in a talking point: %q", got)
	}
	s := &briefing.Series{Title: briefing.Text{RU: "Ряд"}, Section: "trade", Body: briefing.Text{RU: good, EN: "Without."}}
	if err := p.Put(s); err != nil {
		t.Fatal(err)
	}
	if got := found34(p); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "не те же, что в русском") }) {
		t.Errorf("a translation without the pivot: %q", got)
	}
}

func TestEveryChartOfAPivotIsDrawnAndItsCellsAreFollowed(t *testing.T) {
	p := trading(t)
	for _, of := range app.PivotMeasures() {
		s := goodsByYear()
		if s.Of = of; of == pivot.Balance {
			s.Flow = ""
		}
		v, err := p.Pivot(s, "", briefing.RU)
		if of == pivot.Balance { // the file has no imports
			if v.Fault != string(pivot.Refused) || !strings.HasPrefix(v.Why, "не вычисляется") {
				t.Errorf("%s: %q, %q", of, v.Fault, v.Why)
			}
			continue
		}
		if err != nil || v.Fault != "" {
			t.Errorf("%s: %v, %q", of, err, v.Fault)
			continue
		}
		for _, form := range v.Forms {
			got, err := p.Pivot(s, form, briefing.ZH)
			if err != nil || (got.Chart == nil) != (form == app.NoChart) && of != pivot.Balance && of != "growth" && of != "absolute-change" && of != "contribution" {
				t.Errorf("%s as %s: %v, chart %v", of, form, err, got.Chart)
			}
		}
		if found := p.WhenceText("Вот.\n"+v.Spec.Binding(v.Forms[0]).String(), 3); len(found) < 3 {
			t.Errorf("%s: %d derivations of the text", of, len(found))
		}
		d, ok := p.PivotWhence(&v, 0, len(v.Table.Columns)-2, 3)
		if lines := p.DerivationLines(d, briefing.RU, true); !ok || len(lines) == 0 {
			t.Errorf("%s: nothing is known of whence it is", of)
		}
	}
}

// A pivot begins with what there is: the example has weights alone.
func TestAPivotBeginsWithWhatThereIs(t *testing.T) {
	p := demo(t)
	if of := p.PivotMeasure(); of != "weight" {
		t.Errorf("of rows without values: %s", of)
	}
	mustTake(t, p, saved(t, "a.csv", customs+customsRow("01/2022", "0207120000", "5")), "")
	if of := p.PivotMeasure(); of != "value" {
		t.Errorf("of rows with values: %s", of)
	}
}
