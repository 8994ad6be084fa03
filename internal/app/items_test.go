package app_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func TestAChartGoesOutUnderTheRulesOfThePack(t *testing.T) {
	p := demo(t)
	items, err := p.Items(app.ExportOptions{Lang: briefing.RU})
	if err != nil || len(items) < 10 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	path := filepath.Join(t.TempDir(), "chart.svg")
	o := app.ExportOptions{Lang: briefing.RU, Picture: path, Item: items[0].Key, Unkept: true}
	if _, err := p.Export(context.Background(), o); briefing.CodeOf(err) != briefing.CodeBlocking {
		t.Errorf("findings stop an issue, and not a chart of it: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was written all the same")
	}
	o.Draft = true
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.Contains(data, []byte("</svg>")) {
		t.Errorf("no picture: %v", err)
	}
	o.Item = "T99"
	if _, err := p.Export(context.Background(), o); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("no such table: %v", err)
	}
}

func TestTheTablesOfEveryFormAndAudienceAreListedWithoutWhatIsKeptFromIt(t *testing.T) {
	p := demo(t)
	keys := func(who briefing.Audience) string {
		items, err := p.Items(app.ExportOptions{Lang: briefing.RU, Audience: who})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, x := range items {
			text, html := app.TableText(x, briefing.RU)
			if (x.Table != nil) != (strings.Contains(text, "\n") && strings.Contains(html, "<table")) {
				t.Errorf("%s: %q", x.Key, text)
			}
			out = append(out, x.Label+" "+x.Title)
		}
		return strings.Join(out, "\n")
	}
	if leader, partner := keys(briefing.Leader), keys(briefing.Partner); leader == partner || strings.Contains(partner, "Требует уточнения") {
		t.Errorf("the partner is offered what the leader is:\n%s", partner)
	}
}
