package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// shortRow is an amount of trade for a project of rows alone.
type shortRow struct {
	flow              figure.Flow
	reporter, partner string
	year              int
	value             string
}

func ofRows(t *testing.T, rows ...shortRow) *project.Project {
	t.Helper()
	p := &project.Project{Figures: figure.NewSet()}
	p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "CN", "2022-01-01T00:00:00+03:00"
	p.Imports = []*briefing.Import{{ID: "i", File: "rows.csv"}}
	for i, r := range rows {
		o := figure.Observation{
			Flow: r.flow, Reporter: r.reporter, Partner: r.partner, Code: figure.TotalCode, Classification: "HS", Currency: "USD",
			Period: briefing.Year(r.year), Value: briefing.SomeNum(r.value), Import: "i", Line: i,
		}
		if err := p.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// A series that is printed as a sentence alone, and the sentence over a table,
// are told of as the numbers of tables are: was and is, or withdrawn.
func TestAnAddendumTellsOfSentencesWrittenFromRows(t *testing.T) {
	course := func(last string) []shortRow {
		return []shortRow{
			{figure.Import, "CN", "RU", 2019, "32000000000"}, {figure.Import, "CN", "RU", 2020, "40000000000"}, {figure.Import, "CN", "RU", 2021, last},
		}
	}
	single := shortRow{figure.Export, "RU", "CN", 2021, "7000000000"}
	was := ofRows(t, append(course("50000000000"), single)...)
	for _, c := range []struct {
		l                   briefing.Lang
		before, after, gone string // pieces of sentences
	}{
		{briefing.RU, "в 2021 году составил 50 млрд", "в 2021 году составил 60 млрд", "Экспорт России в Китай в 2021 году составил 7000 млн"},
		{briefing.EN, "in 2021 came to US$50 billion", "in 2021 came to US$60 billion", "Exports of Russia to China in 2021 came to US$7,000 million"},
		{briefing.ZH, "进口为500亿美元", "进口为600亿美元", "俄罗斯对中国出口为70亿美元"},
	} {
		d, err := pack.Build(project.Take(ofRows(t, course("60000000000")...), project.Options{}), nil, pack.Options{
			Lang: c.l, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: project.Take(was, project.Options{})}},
		})
		if err != nil {
			t.Fatal(err)
		}
		out := plain(dump(d))
		changed, gone := false, false
		at := strings.Index(out, plain(lang.T(c.l, "pack.addendum.gone"))+",")
		for line := range strings.Lines(out) {
			changed = changed || strings.Contains(line, c.before) && strings.Contains(line, c.after)
		}
		if at >= 0 {
			gone = strings.Contains(out[at:], c.gone)
		}
		if !changed || !gone {
			t.Errorf("%s: changed %v, withdrawn %v:\n%s", c.l, changed, gone, out)
		}
	}
}

// Texts that stand as they stood are no change, whatever the moment.
func TestAnAddendumTellsOfNoTextThatStands(t *testing.T) {
	rows := []shortRow{
		{figure.Import, "CN", "RU", 2020, "40000000000"}, {figure.Import, "CN", "RU", 2021, "50000000000"}, {figure.Export, "RU", "CN", 2021, "7000000000"},
	}
	later := ofRows(t, rows...)
	later.Pack.AsOf = "2022-03-01T00:00:00+03:00"
	_, err := pack.Build(project.Take(later, project.Options{}), nil, pack.Options{
		Lang: briefing.RU, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: project.Take(ofRows(t, rows...), project.Options{})}},
	})
	if briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Error(err)
	}
}
