package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// tradeOf is a pack with rows of Russia's exports of 2022, each with its value.
func tradeOf(t *testing.T, rows ...[3]string) *document.Document {
	t.Helper()
	p := &project.Project{Pack: briefing.Pack{Title: briefing.Text{RU: "Визит"}, Reporter: "RU", Partner: "TR", AsOf: "2023-03-20T23:00:00+03:00"}, Figures: figure.NewSet()}
	for _, x := range rows {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: x[0], Code: x[1], Level: uint8(len(x[1])), Classification: "TNVED",
			Period: briefing.Year(2022), Currency: "USD", Value: briefing.SomeNum(x[2]), Import: "i",
		}
		if x[1] == figure.TotalCode {
			o.Level = 0
		}
		if err := p.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
}

// All countries together are no country: they have no place among them.
func TestTheWorldHasNoPlaceAmongPartners(t *testing.T) {
	var got []string
	tables(tradeOf(t, [3]string{"W00", "TOTAL", "1000"}, [3]string{"TR", "TOTAL", "300"}, [3]string{"KZ", "TOTAL", "200"}), func(_ document.Section, table document.Table) {
		if len(table.Columns) > 1 && table.Columns[1].Key == "partner" {
			for _, r := range table.Rows {
				got = append(got, r.Cells[0].Text+" "+r.Cells[1].Text)
			}
		}
	})
	if want := "1 Турция|2 Казахстан| все страны"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

// Codes of several lengths count nothing twice unless one holds another.
func TestOnlyCodesThatHoldOneAnotherAreWarnedOf(t *testing.T) {
	const warning = "двойной счёт"
	if text := dump(tradeOf(t, [3]string{"TR", "1001", "5"}, [3]string{"TR", "120600", "7"})); strings.Contains(text, warning) {
		t.Errorf("a warning without a reason:\n%s", text)
	}
	if text := dump(tradeOf(t, [3]string{"TR", "1001", "5"}, [3]string{"TR", "10019900", "3"})); !strings.Contains(text, warning) {
		t.Errorf("no warning:\n%s", text)
	}
}
