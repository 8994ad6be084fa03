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

// Goods told by a code and by its parts are taken once, and it is said; codes of
// several lengths that hold nothing of each other are added without a word.
func TestGoodsToldTwiceAreTakenOnce(t *testing.T) {
	const once, sum = "учтены один раз", "составил 5 долл."
	if text := plain(dump(tradeOf(t, [3]string{"TR", "1001", "5"}, [3]string{"TR", "120600", "7"}))); strings.Contains(text, once) || !strings.Contains(text, "составил 12 долл.") {
		t.Errorf("a note without a reason:\n%s", text)
	}
	if text := plain(dump(tradeOf(t, [3]string{"TR", "1001", "5"}, [3]string{"TR", "10019900", "3"}))); !strings.Contains(text, once) || !strings.Contains(text, sum) {
		t.Errorf("no note, or another sum:\n%s", text)
	}
}

// A total beside goods is the sum; what the goods lack to it is named.
func TestATotalIsNotAddedToItsGoods(t *testing.T) {
	text := plain(dump(tradeOf(t, [3]string{"TR", "TOTAL", "100"}, [3]string{"TR", "1001", "60"}, [3]string{"TR", "1206", "30"})))
	for _, want := range []string{
		"составил 100 долл.", "товары, которые в него входят, к нему не прибавлены", "Не распределено", "Итого |  | 100,0 = | 100,0", "60,0 | 60,0",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	text = plain(dump(tradeOf(t, [3]string{"TR", "TOTAL", "100"}, [3]string{"TR", "1001", "90"}, [3]string{"TR", "1206", "30"})))
	if !strings.Contains(text, "структура не вычисляется: товары в сумме больше итога") || strings.Contains(text, "220") {
		t.Errorf("goods above their total:\n%s", text)
	}
}
