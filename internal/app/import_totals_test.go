package app_test

import (
	"testing"

	"briefing/internal/app"
	"briefing/internal/figure"
)

// A total of all goods belongs to no nomenclature: in whichever order it and the
// goods come, in two files, it is the sum of which they are shares.
func TestATotalStandsWithTheGoodsOfAnotherFile(t *testing.T) {
	head := "DATAFLOW,FREQ,REPORTER,PARTNER,FLOW,COMMODITY,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE"
	total := head + "\nF,A,RU,CN,X,TOTAL,2024,140,USD\nF,A,RU,CN,X,TOTAL,2025,160,USD\n"
	goods := head + ",CLASSIFICATION\nF,A,RU,CN,X,1001990000,2024,90,USD,TNVED\nF,A,RU,CN,X,1201900000,2024,40,USD,TNVED\nF,A,RU,CN,X,1001990000,2025,100,USD,TNVED\nF,A,RU,CN,X,1201900000,2025,50,USD,TNVED\n"
	for name, files := range map[string][2]string{"total first": {total, goods}, "goods first": {goods, total}} {
		p := open(t)
		for i, text := range files {
			mustTake(t, p, saved(t, string(rune('a'+i))+".csv", text), "")
		}
		rows, err := p.Figures(app.Query{By: []figure.Dimension{"year"}})
		if err != nil || len(rows) != 2 {
			t.Fatalf("%s: %d lines, %v", name, len(rows), err)
		}
		if got := rows[0].Value.Decimal.String() + " " + rows[1].Value.Decimal.String() + " " + rows[0].Split.Classification; got != "140 160 TNVED" {
			t.Errorf("%s: %s", name, got)
		}
		imports := len(p.ImportList())
		if _, err := p.Undo(); err != nil || len(p.ImportList()) != imports-1 { // one action, the total that moved included
			t.Errorf("%s: undo %v, %d imports", name, err, len(p.ImportList()))
		}
		if rows, err := p.Figures(app.Query{By: []figure.Dimension{"year"}}); err != nil || len(rows) != 2 || name == "total first" && rows[0].Split.Classification != "HS" {
			t.Errorf("%s: after undo %+v, %v", name, rows, err)
		}
	}
}

// A revision that is taken out leaves a hole, which the file that it had replaced
// fills again.
func TestAFileWhoseRowsWereReplacedCanComeBackInPart(t *testing.T) {
	p := open(t)
	first := saved(t, "a.csv", customs+january)
	mustTake(t, p, first, "")
	before := shown(t, p)
	second := mustTake(t, p, saved(t, "b.csv", customs+amended), app.Replace)
	if err := p.RemoveImport(second.Import.ID); err != nil {
		t.Fatal(err)
	}
	hole := shown(t, p)
	if out := mustTake(t, p, first, ""); out.Unchanged || hole == before {
		t.Errorf("%v: %s", out.Unchanged, hole)
	}
	rows, err := p.Figures(app.Query{By: []figure.Dimension{"code"}})
	if err != nil || len(rows) != 3 {
		t.Errorf("%d codes, %v", len(rows), err)
	}
	if out := mustTake(t, p, first, ""); !out.Unchanged && out.Report.Stored > 0 {
		t.Errorf("a third time: %+v", out.Report)
	}
}
