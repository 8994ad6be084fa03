package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// A subtotal tells of each import how many of its rows it has and in which
// lines, whatever the order of the table, and of no row of another group.
func TestASubtotalTellsWhenceItsRowsAre(t *testing.T) {
	rows := []figure.Observation{
		obs(figure.Export, "CN", "0207", "2022-02", "5", "1", "USD"), obs(figure.Export, "KZ", "0207", "2022-02", "9", "1", "USD"),
		obs(figure.Export, "CN", "0207", "2022-01", "7", "1", "USD"), obs(figure.Export, "CN", "0402", "2022-01", "1", "1", "USD"),
	}
	for i := range rows {
		rows[i].Line = 10 + i
	}
	rows[3].Import = "i-2"
	p := open(t, rows...)
	v, err := p.Trade(context.Background(), app.TradeQuery{By: "partner", Sort: app.TradeValue, Down: true, Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	told := map[string][]app.TradeOrigin{}
	for i := range v.Lines() {
		if g := v.Line(i).Group; g != nil {
			found, err := v.Origins(context.Background(), *g)
			if err != nil {
				t.Fatal(err)
			}
			told[g.Key()] = found
		}
	}
	cn := told["CN"]
	if len(cn) != 2 || cn[0].Import.File != "a.csv" || cn[0].Rows != 2 || cn[0].First != 10 || cn[0].Last != 12 || cn[1].Rows != 1 || cn[1].First != 13 {
		t.Errorf("CN: %+v", cn)
	}
	if kz := told["KZ"]; len(kz) != 1 || kz[0].Rows != 1 || kz[0].First != 11 {
		t.Errorf("KZ: %+v", kz)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = v.Origins(ctx, *v.Line(0).Group)
	if e := (*briefing.Error)(nil); !errors.As(err, &e) || !strings.Contains(string(e.Code), "cancel") {
		t.Errorf("cancelled: %v", err)
	}
}
