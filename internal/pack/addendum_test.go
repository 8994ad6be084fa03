package pack_test

import (
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// changedDemo is the example after an issue: a figure corrected, an agreement
// signed, a new point with a new source, a person withdrawn, a row revised.
func changedDemo(t *testing.T) *project.Project {
	p := demoProject(t)
	for _, f := range p.Facts {
		if f.ID == "S20" {
			for i := range f.Claims {
				if f.Claims[i].ID == f.Chosen {
					f.Claims[i].Figure.Value = briefing.SomeNum("92")
				}
			}
		}
	}
	p.Sources = append([]*briefing.Source{{
		Kind: "media",
		ID:   "new", Title: briefing.Text{RU: "О подписании", EN: "On the signing", ZH: "关于签署"},
		Publisher: briefing.Text{RU: "Новая газета дня", EN: "New Daily", ZH: "新日报"}, Published: "2023-03-20T22:00:00+03:00",
	}}, p.Sources...)
	p.Agreements[0].Status, p.Agreements[0].Sources = "in-force", append(p.Agreements[0].Sources, "new")
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "m-new", Kind: "talking-point", Use: briefing.Aloud, Order: 90, Sources: []briefing.ID{"new"},
		Body: briefing.Text{RU: "Подписание состоялось вчера вечером", EN: "The signing took place", ZH: "已完成签署"},
	})
	p.People = p.People[:len(p.People)-1]
	return p
}

func addendum(t testing.TB, p *project.Project, a briefing.Audience, o pack.Options) (*document.Document, error) {
	t.Helper()
	at := time.Date(2023, 3, 21, 12, 0, 0, 0, time.FixedZone("MSK", 3*3600))
	o.Form = pack.FormAddendum
	o.Since = []pack.Issued{{Snapshot: project.Take(demoProject(t), project.Options{Audience: a}), Number: 1, Kept: true}}
	return pack.Build(project.Take(p, project.Options{AsOf: at, Audience: a, Addendum: true}), nil, o)
}

func TestAddendumReadsAsItsGolden(t *testing.T) {
	p := changedDemo(t)
	for _, l := range briefing.Langs() {
		d, err := addendum(t, p, briefing.Leader, pack.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "addendum-"+string(l), dump(d))
	}
}

// Sources keep the numbers that the reader has, wherever the new one stands in
// the register; what is withdrawn is told with the source it had.
func TestAnAddendumKeepsTheNumbersOfSources(t *testing.T) {
	d, err := addendum(t, changedDemo(t), briefing.Leader, pack.Options{Lang: briefing.EN})
	if err != nil {
		t.Fatal(err)
	}
	was := build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.EN})
	register := func(d *document.Document) map[string]string {
		out := map[string]string{}
		for _, s := range d.Sections {
			if s.Key == "sources" {
				for _, r := range s.Blocks[0].(document.Table).Rows {
					out[r.Cells[0].Text] = text(r.Cells[2].Runs)
				}
			}
		}
		return out
	}
	old := register(was)
	cited := 0
	for n, title := range register(d) {
		if before, there := old[n]; there && before != title {
			t.Errorf("[%s] was %q and is %q", n, before, title)
		} else if there {
			cited++
		} else if !strings.HasPrefix(title, "On the signing") && !strings.HasPrefix(title, "On the talk") {
			t.Errorf("[%s] %q is new", n, title)
		}
	}
	if cited == 0 {
		t.Error("no source of the issued pack is cited")
	}
}

// What a reader was not given is not told of as changed, added or withdrawn.
func TestAnAddendumTellsEachReaderHisOwn(t *testing.T) {
	p := changedDemo(t)
	p.Messages = append(p.Messages, &briefing.Message{ID: "red", Kind: "red-line", Title: briefing.Text{EN: "Canary line"}, Body: briefing.Text{EN: "Canary body"}})
	p.Facts = append(p.Facts, &briefing.Fact{ID: "hid", Status: briefing.Confirmed, Use: briefing.Internal, Place: briefing.PlaceAddendum, Statement: briefing.Text{EN: "Canary fact"}})
	for _, a := range []briefing.Audience{briefing.Partner, briefing.Interpreter} {
		d, err := addendum(t, p, a, pack.Options{Lang: briefing.EN})
		if err != nil {
			t.Fatal(a, err)
		}
		if out := dump(d); strings.Contains(out, "Canary") || !strings.Contains(out, "The signing took place") {
			t.Errorf("%s:\n%s", a, out)
		}
	}
	d, err := addendum(t, p, briefing.Leader, pack.Options{Lang: briefing.EN})
	if err != nil || !strings.Contains(dump(d), "Canary line") {
		t.Errorf("the leader is not told of the red line: %v", err)
	}
}

// Revised rows of trade are told number by number, up to a limit.
func TestAnAddendumTellsRevisedFiguresOfTables(t *testing.T) {
	rows := func(value string) *project.Project {
		p := &project.Project{Figures: figure.NewSet()}
		p.Pack.Reporter, p.Pack.AsOf = "RU", "2022-01-01T00:00:00+03:00"
		p.Imports = []*briefing.Import{{ID: "i", File: "rows.csv"}}
		for i, v := range []string{"33258662857", "32260147552", value} {
			o := figure.Observation{
				Flow: figure.Import, Reporter: "CN", Partner: "RU", Code: "TOTAL", Classification: "S4", Currency: "USD",
				Period: briefing.Year(2015 + i), Value: briefing.SomeNum(v), Import: "i", Line: i,
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		return p
	}
	was, is := rows("41390293056"), rows("42390293056")
	d, err := pack.Build(project.Take(is, project.Options{}), nil, pack.Options{
		Lang: briefing.RU, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: project.Take(was, project.Options{})}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if out := plain(dump(d)); !strings.Contains(out, "| 41,4 | 42,4 |") || !strings.Contains(out, "| +28,3 | +31,4 |") {
		t.Error(out)
	}
}

// A partner that has another place is still the same row; one that is gone is
// told of.
func TestAnAddendumKnowsRowsByWhatTheyAreOf(t *testing.T) {
	rows := func(last map[string]string) *project.Project {
		p := &project.Project{Figures: figure.NewSet()}
		p.Pack.Reporter, p.Pack.AsOf = "CN", "2022-01-01T00:00:00+03:00"
		p.Imports = []*briefing.Import{{ID: "i", File: "rows.csv"}}
		line := 0
		add := func(year int, partner, v string) {
			line++
			o := figure.Observation{
				Flow: figure.Import, Reporter: "CN", Partner: partner, Code: "TOTAL", Classification: "S4", Currency: "USD",
				Period: briefing.Year(year), Value: briefing.SomeNum(v), Import: "i", Line: line,
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		for _, partner := range []string{"RU", "AU", "BR"} {
			if v := last[partner]; v != "" {
				add(2016, partner, "10000000000")
				add(2017, partner, v)
			}
		}
		return p
	}
	addendum := func(is map[string]string) string {
		t.Helper()
		was := rows(map[string]string{"RU": "20000000000", "AU": "30000000000", "BR": "40000000000"})
		d, err := pack.Build(project.Take(rows(is), project.Options{}), nil, pack.Options{
			Lang: briefing.RU, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: project.Take(was, project.Options{})}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return plain(dump(d))
	}
	nothing := lang.T(briefing.RU, "pack.addendum.nothing")
	if out := addendum(map[string]string{"RU": "50000000000", "AU": "30000000000", "BR": "40000000000"}); strings.Contains(out, nothing) || !strings.Contains(out, "| 20,0 | 50,0 |") {
		t.Errorf("another place:\n%s", out)
	}
	if out := addendum(map[string]string{"RU": "20000000000", "BR": "40000000000"}); !strings.Contains(out, "| 30,0 | "+nothing) {
		t.Errorf("a partner gone:\n%s", out)
	}
}

func TestAnAddendumWithoutChangesOrWithoutAnIssueIsRefused(t *testing.T) {
	s := project.Take(demoProject(t), project.Options{})
	o := pack.Options{Lang: briefing.RU, Form: pack.FormAddendum}
	if _, err := pack.Build(s, nil, o); briefing.CodeOf(err) != briefing.CodeNoIssue {
		t.Errorf("without an issue: %v", err)
	}
	o.Since = []pack.Issued{{Snapshot: s}}
	if _, err := pack.Build(s, nil, o); briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Errorf("without changes: %v", err)
	}
}

// The words of a series are told where the pack prints them; those of a section
// that is off are no news to its readers.
func TestTheAddendumTellsOfSeriesThatArePrinted(t *testing.T) {
	p := changedDemo(t)
	for _, s := range p.Series {
		s.Title = briefing.Text{RU: "Переписанный заголовок " + string(s.ID), EN: "Rewritten " + string(s.ID), ZH: "改写" + string(s.ID)}
	}
	told := func() int {
		d, err := addendum(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(dump(d), "Переписанный заголовок")
	}
	all := told()
	if all == 0 {
		t.Fatal("no series is told of")
	}
}

// Two tables of one title, as of years and of nine months, are each compared
// with themselves: where nothing has changed nothing is told.
func TestAddendumTellsTablesOfOneTitleApart(t *testing.T) {
	made := func() *project.Project {
		p := demoProject(t)
		p.Figures = figure.NewSet()
		for _, x := range [][2]string{
			{"2021", "440"}, {"2022", "460"}, {"2022-01..2022-09", "500"}, {"2021-01..2021-09", "400"},
		} {
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN", Code: figure.TotalCode, Classification: "HS",
				Period: briefing.Per(x[0]), Currency: "USD", Value: briefing.SomeNum(x[1]), Import: "i",
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		return p
	}
	at := time.Date(2023, 3, 21, 12, 0, 0, 0, time.FixedZone("MSK", 3*3600))
	titles := map[string]int{}
	tables(build(t, made(), briefing.Leader, pack.Options{Lang: briefing.RU}), func(_ document.Section, table document.Table) { titles[table.Title]++ })
	twice := false
	for _, n := range titles {
		twice = twice || n > 1
	}
	if !twice {
		t.Fatalf("no two tables of one title: %v", titles)
	}
	o := pack.Options{Lang: briefing.RU, Form: pack.FormAddendum}
	o.Since = []pack.Issued{{Snapshot: project.Take(made(), project.Options{Audience: briefing.Leader}), Number: 1, Kept: true}}
	d, err := pack.Build(project.Take(made(), project.Options{AsOf: at, Audience: briefing.Leader, Addendum: true}), nil, o)
	if err != nil {
		t.Fatal(err)
	}
	// One thing of the example is of a later hour.
	if text := strings.ReplaceAll(dump(d), "\u00a0", " "); !strings.Contains(text, "изменено — 0, добавлено — 1, снято — 0") {
		t.Errorf("other changes are told:\n%s", text)
	}
}
