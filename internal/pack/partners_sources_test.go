package pack_test

import (
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A table of partners cites the material that its rows came from by who
// published it, and names no file of the house but where there is no source;
// the other side is told of what was published, in tables and in the register;
// of what the house had as a return, or from nobody it names, it gets no rows.
func TestTablesOfPartnersCiteTheirSources(t *testing.T) {
	p := &project.Project{
		Sources: []*briefing.Source{{ID: "s", Title: briefing.Text{RU: "Данные"}, Publisher: briefing.Text{RU: "UN Comtrade"}, Published: "2020"}},
		Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}},
		Figures: figure.NewSet(),
	}
	for _, partner := range []string{"RU", "VN"} {
		for year := 2016; year <= 2018; year++ {
			err := p.Figures.Append(figure.Observation{
				Flow: figure.Export, Reporter: "CN", Partner: partner, Classification: "HS", Code: "02", Level: 2,
				Period: briefing.Year(year), Value: briefing.SomeNum("5000000"), Currency: "USD", Import: "i",
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		who         briefing.Audience
		kind        string
		cited, file bool
	}{
		{briefing.Leader, "statistics", true, false},
		{briefing.Leader, "return", true, false},
		{briefing.Leader, "", false, true},
		{briefing.Compiler, "statistics", true, false},
		{briefing.Partner, "statistics", true, false},
		{briefing.Partner, "return", false, false},
		{briefing.Partner, "", false, false},
	} {
		p.Sources[0].Kind, p.Imports[0].Source = c.kind, "s"
		if c.kind == "" {
			p.Sources[0].Kind, p.Imports[0].Source = "statistics", ""
		}
		d, err := pack.Build(project.Take(p, project.Options{Audience: c.who}), nil, pack.Options{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		tables, register, made := 0, false, ""
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				table, ok := b.(document.Table)
				if !ok {
					continue
				}
				if strings.Contains(table.Title, "по странам") {
					tables++
					if strings.Contains(table.Source, "UN Comtrade [1]") != c.cited || strings.Contains(table.Source, "i.csv") != c.file {
						t.Errorf("%s, %s: %s: %q", c.who, c.kind, table.Title, table.Source)
					}
				}
				if strings.Contains(table.Title, "Как вычислены") {
					for _, r := range table.Rows {
						made += r.Cells[len(r.Cells)-1].Text + "\n"
					}
				}
				register = register || table.ID == "SOURCES" || strings.Contains(table.Title, "Источники")
			}
		}
		// How numbers were made is told down to the sources, to the compiler down to the lines.
		if strings.Contains(made, "[1]") != c.cited || strings.Contains(made, "i.csv") != (c.file || c.who == briefing.Compiler) {
			t.Errorf("%s, %s: numbers are made of %q", c.who, c.kind, made)
		}
		keptBack := c.who == briefing.Partner && c.kind != "statistics"
		if (tables == 0) != keptBack || register != c.cited {
			t.Errorf("%s, %s: %d tables of partners, register %v", c.who, c.kind, tables, register)
		}
	}
}

// The pack's own partner has a row wherever it stands, and is not counted
// among the others then: a column adds up to the total.
func TestThePartnersOwnRowIsNoneOfTheOthers(t *testing.T) {
	p := &project.Project{
		Pack: briefing.Pack{Reporter: "CN", Partner: "RU"}, Imports: []*briefing.Import{{ID: "i", File: "i.csv"}}, Figures: figure.NewSet(),
	}
	partners := strings.Fields("VN IN JP KR US DE FR IT ES GB BR AU CA MX TH MY ID PH SG NL PL TR EG RU")
	for i, partner := range partners {
		for _, year := range []int{2017, 2018} {
			if partner == "RU" && year == 2018 {
				continue // no place in the last year
			}
			err := p.Figures.Append(figure.Observation{
				Flow: figure.Export, Reporter: "CN", Partner: partner, Classification: "HS", Code: "02", Level: 2,
				Period: briefing.Year(year), Value: briefing.SomeNum(strconv.Itoa(100-i) + "000000"), Currency: "USD", Import: "i",
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	d, err := pack.Build(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			table, ok := b.(document.Table)
			if !ok || !strings.Contains(table.Title, "по странам") {
				continue
			}
			var rows []string
			for _, r := range table.Rows[len(table.Rows)-3:] {
				rows = append(rows, r.Cells[0].Text+"|"+r.Cells[1].Text+"|"+r.Cells[2].Number.Decimal.String())
			}
			if got := strings.Join(rows, "; "); got != "|Россия|77; |Прочие страны (3)|237; |Итого|2124" {
				t.Errorf("last rows %q", got)
			}
			return
		}
	}
	t.Error("no table of partners")
}
