package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// figuresOf are the observations of a project without what their last reading
// has given them.
func figuresOf(p *app.Project) string {
	var sb strings.Builder
	p.Read(func(pr *project.Project) {
		for _, o := range pr.Figures.All() {
			o.Import, o.Line = "", 0
			fmt.Fprintf(&sb, "%+v\n", o)
		}
	})
	return sb.String()
}

// generated are rows with what a project can hold: hidden codes, statuses,
// confidentiality, several currencies, spans of time, equal keys.
func generated() *figure.Set {
	r := rand.New(rand.NewPCG(7, 7))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	s := figure.NewSet()
	for i := range 3000 {
		o := figure.Observation{
			Flow: figure.Flow(pick("export", "import", "re-export")), Reporter: pick("RU", "CN"), Region: pick("", "46000", "45000"),
			Partner: pick("CN", "KZ", "NA", "ZZ", figure.World), Province: pick("", "37"), Classification: pick("TNVED", "HS2022", "SITC4"),
			Code: pick("02", "0207", "020714", "0207140000", figure.HiddenCode, figure.TotalCode), Product: pick("", "Мясо; \"свежее\"", "鸡\n肉"),
			Period: briefing.Per(pick("2021", "2022-Q3", "2022-06", "2022-H1", "2022-01..2022-10")), Basis: pick("", "FOB", "CIF"),
			Value: briefing.SomeNum(fmt.Sprintf("%d.%02d", r.IntN(1_000_000), r.IntN(100))), Currency: pick("USD", "CNY", "RUB", "EUR"),
			Status: briefing.ObsStatus(pick("A", "E", "P", "R", "F")), Conf: briefing.Confidentiality(pick("", "C", "N")), Import: "i-1", Line: i + 1, Sample: i%10 == 0,
		}
		if o.Level = uint8(len(o.Code)); o.Code == figure.TotalCode || o.Code == figure.HiddenCode {
			o.Level = 0
		}
		if o.Code == figure.HiddenCode && o.Product == "" {
			o.Product = "XXXXXXXXXX" // imports keep what the source writes for it
		}
		if o.Code == figure.HiddenCode { // as imports have them
			o.Classification, o.Conf = "TNVED", "C"
		}
		if i%3 == 0 {
			o.NetWeight, o.Quantity, o.QuantityUnit = briefing.SomeNum("12.5"), briefing.SomeNum("3"), pick("796", "л")
		}
		if err := s.Append(o); err != nil {
			panic(err)
		}
	}
	return s
}

// What goes out as SDMX-CSV and comes in again changes nothing, and makes the
// same figures in a project that had none.
func TestSDMXComesBackWithoutAnyChange(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) *app.Project{
		"the example": demo,
		"Comtrade": func(t *testing.T) *app.Project {
			path := filepath.Join("..", "..", "..", "shared", "samples", "comtrade_legacy_2015_2018.csv")
			if _, err := os.Stat(path); err != nil {
				t.Skip("sample comtrade_legacy_2015_2018.csv is not there")
			}
			p := empty(t, figure.NewSet())
			if _, err := p.Import(context.Background(), path, app.ImportOptions{}); err != nil {
				t.Fatal(err)
			}
			return p
		},
		"generated rows": func(t *testing.T) *app.Project { return empty(t, generated()) },
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			out := filepath.Join(t.TempDir(), "out.csv")
			if err := p.ExportSDMX(out, briefing.Compiler); err != nil {
				t.Fatal(err)
			}
			before := figuresOf(p)
			in, err := p.Import(context.Background(), out, app.ImportOptions{})
			if err != nil {
				t.Fatalf("%v; set aside %v, rejected %d", err, in.Report.SetAside, len(in.Report.Rejected))
			}
			if changes := shownChanges(p, in); !in.Unchanged || len(changes) > 0 || len(in.Report.Rejected) > 0 || figuresOf(p) != before {
				t.Errorf("unchanged %t, changes %q, rejected %v", in.Unchanged, changes, in.Report.Rejected)
			}
			other := empty(t, figure.NewSet())
			if _, err := other.Import(context.Background(), out, app.ImportOptions{}); err != nil {
				t.Fatal(err)
			}
			if figuresOf(other) != before {
				t.Error("another project has other figures")
			}
		})
	}
}

// empty is a project with nothing but figures.
func empty(t *testing.T, figures *figure.Set) *app.Project {
	t.Helper()
	pr, err := app.NewProject(world(t), "bulletin")
	if err != nil {
		t.Fatal(err)
	}
	pr.Figures = figures
	p, err := app.Create(world(t), filepath.Join(t.TempDir(), "p.briefing"), pr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}
