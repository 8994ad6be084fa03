package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

func obs(flow figure.Flow, partner, code, period, value, weight, currency string) figure.Observation {
	p, err := briefing.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	o := figure.Observation{
		Flow: flow, Reporter: "RU", Partner: partner, Code: code, Classification: "HS", Level: uint8(len(code)),
		Period: p, Currency: currency, Import: "i-1", Line: 2,
	}
	if value != "" {
		o.Value = briefing.SomeNum(value)
	}
	if weight != "" {
		o.NetWeight = briefing.SomeNum(weight)
	}
	return o
}

func open(t *testing.T, rows ...figure.Observation) *app.Project {
	t.Helper()
	set := figure.NewSet()
	for _, o := range rows {
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	world := app.System()
	world.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(world, filepath.Join(dir, "x.briefing"), &project.Project{
		Figures: set, Imports: []*briefing.Import{{ID: "i-1", File: "a.csv", Read: len(rows), Stored: len(rows)}},
		Commodities: []*briefing.Commodity{{ID: "c", Code: "0207", Name: briefing.Text{RU: "Мясо птицы"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func some(t *testing.T) *app.Project {
	return open(t,
		obs(figure.Export, "CN", "0207", "2022-02", "300.5", "1000", "USD"),
		obs(figure.Export, "KZ", "0402", "2021-01", "100", "500", "USD"),
		obs(figure.Import, "CN", "0207", "2022-01", "", "10", "USD"),
		obs(figure.Export, "CN", "0402", "2022-01", "7", "", "CNY"),
		obs(figure.Export, "CN", figure.HiddenCode, "2022-01", "50", "0", "USD"),
	)
}

func view(t *testing.T, p *app.Project, q app.TradeQuery) *app.TradeView {
	t.Helper()
	v, err := p.Trade(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// values shows the lines: a row by its value, a group by its key and subtotal.
func values(v *app.TradeView) string {
	text := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "–"
		}
		return n.Decimal.String()
	}
	var out []string
	for i := range v.Lines() {
		switch l := v.Line(i); {
		case l.Group != nil:
			out = append(out, fmt.Sprintf("[%s %s %s×%d]", l.Group.Key(), l.Group.Split.Currency, text(l.Group.Value), l.Group.Rows))
		default:
			out = append(out, text(l.Row.Value))
		}
	}
	return strings.Join(out, " ")
}

func TestTradeIsFilteredAndSorted(t *testing.T) {
	p := some(t)
	for _, c := range []struct {
		q    app.TradeQuery
		want string
	}{
		{app.TradeQuery{}, "300.5 100 – 7 50"},
		{app.TradeQuery{Sort: app.TradeValue}, "7 50 100 300.5 –"},
		{app.TradeQuery{Sort: app.TradeValue, Down: true}, "300.5 100 50 7 –"},
		{app.TradeQuery{Sort: app.TradePeriod}, "100 – 7 50 300.5"},
		{app.TradeQuery{Sort: app.TradePrice, Down: true}, "300.5 100 – 7 50"},
		{app.TradeQuery{Sort: app.TradePartner, Lang: briefing.EN}, "300.5 – 7 50 100"},
		{app.TradeQuery{Flow: figure.Import}, "–"},
		{app.TradeQuery{Partner: "KZ"}, "100"},
		{app.TradeQuery{Year: "2022", Code: "02"}, "300.5 –"},
		{app.TradeQuery{Code: figure.HiddenCode}, "50"},
		{app.TradeQuery{Import: "i-2"}, ""},
	} {
		if got := values(view(t, p, c.q)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.q, got, c.want)
		}
	}
	v := view(t, p, app.TradeQuery{})
	if v.At(0).File != "a.csv" || v.Product(v.At(0).Observation, briefing.RU) != "Мясо птицы" {
		t.Errorf("row %+v", v.At(0))
	}
	if n, why := v.At(0).Price(); why != "" || n.Decimal.String() != "300.50" {
		t.Errorf("price %v %s", n, why)
	}
	for i := 2; i < 5; i++ {
		if n, why := v.At(i).Price(); n.Valid || why == "" {
			t.Errorf("row %d has the price %v", i, n)
		}
	}
}

// Rows of another currency make a group of their own, and what is open shows
// its rows under it.
func TestTradeIsGroupedWithoutMixing(t *testing.T) {
	v := view(t, some(t), app.TradeQuery{By: "hs2", Sort: app.TradeValue, Down: true})
	if got, want := values(v), "[02 USD 300.5×2] [04 CNY 7×1] [04 USD 100×1] [X USD 50×1]"; got != want {
		t.Errorf("closed: %s, want %s", got, want)
	}
	v.Toggle(0)
	v.Toggle(4)
	if got, want := values(v), "[02 USD 300.5×2] 300.5 – [04 CNY 7×1] [04 USD 100×1] 100 [X USD 50×1]"; got != want {
		t.Errorf("open: %s, want %s", got, want)
	}
	if n := v.Line(5).Number; n != 4 {
		t.Errorf("row of the third group has the number %d", n)
	}
	v.Toggle(1) // a row
	v.OpenGroups(false)
	if v.Lines() != 4 {
		t.Errorf("%d lines after closing", v.Lines())
	}
}

func TestFacetsListWhatIsPresent(t *testing.T) {
	p := some(t)
	for _, c := range []struct {
		q      app.TradeQuery
		filter app.TradeColumn
		want   string
	}{
		{app.TradeQuery{}, app.TradePartner, "[{CN 4} {KZ 1}]"},
		{app.TradeQuery{Partner: "KZ"}, app.TradePartner, "[{CN 4} {KZ 1}]"},
		{app.TradeQuery{Partner: "KZ"}, app.TradeCode, "[{04 1}]"},
		{app.TradeQuery{}, app.TradeCode, "[{02 2} {04 2} {X 1}]"},
		{app.TradeQuery{}, app.TradePeriod, "[{2021 1} {2022 4}]"},
		{app.TradeQuery{Flow: figure.Export}, app.TradeImport, "[{i-1 4}]"},
	} {
		got, err := p.Facets(c.q, c.filter)
		if err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("%s of %+v: %v, %v; want %s", c.filter, c.q, got, err, c.want)
		}
	}
}

func TestSelectionIsAddedOnlyWhereItMayBe(t *testing.T) {
	ctx := context.Background()
	p := open(t,
		obs(figure.Export, "CN", "0207", "2022-01", "300.5", "1000", "USD"),
		obs(figure.Export, "CN", "0402", "2022-01", "99.25", "500", "USD"),
		obs(figure.Export, "CN", "0403", "2022-01", "1", "5", "CNY"),
		obs(figure.Export, "CN", "02", "2022-01", "400", "", "USD"),
		obs(figure.Export, "CN", "0405", "2022", "400", "1", "USD"),
		obs(figure.Export, figure.World, "0406", "2022-01", "400", "1", "USD"),
	)
	v := view(t, p, app.TradeQuery{})
	for _, c := range []struct {
		top, bottom int
		columns     []app.TradeColumn
		want        string
	}{
		{0, 1, []app.TradeColumn{app.TradeProduct, app.TradeValue}, "2 399.75 199.875 99.25 300.5 USD "},
		{0, 2, []app.TradeColumn{app.TradeValue}, "3 – – – – - mixed"},
		{0, 2, []app.TradeColumn{app.TradeWeight}, "3 – – 5 1000 - mixed"},
		{0, 1, []app.TradeColumn{app.TradePrice}, "2 – – 198.50 300.50 USD prices"},
		{0, 1, []app.TradeColumn{app.TradeValue, app.TradeWeight}, "4 – – – – - columns"},
		{3, 3, []app.TradeColumn{app.TradeWeight}, "0 – – – – - "},
		{3, 4, []app.TradeColumn{app.TradeValue}, "2 – – – – - mixed"},
		{5, 9, []app.TradeColumn{app.TradeValue}, "1 400 400 400 400 USD "},
	} {
		s, err := v.Sum(ctx, c.top, c.bottom, c.columns...)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(s); got != c.want {
			t.Errorf("lines %d–%d of %v: %s, want %s", c.top, c.bottom, c.columns, got, c.want)
		}
	}
	for what, rows := range map[string][]figure.Observation{
		"a chapter with its part":      {obs(figure.Export, "CN", "0207", "2022-01", "1", "1", "USD"), obs(figure.Export, "CN", "02", "2022-01", "1", "1", "USD")},
		"all countries with one":       {obs(figure.Export, "CN", "0207", "2022-01", "1", "1", "USD"), obs(figure.Export, figure.World, "0208", "2022-01", "1", "1", "USD")},
		"the total of goods with some": {obs(figure.Export, "CN", figure.TotalCode, "2022-01", "1", "1", "USD"), obs(figure.Export, "CN", "02", "2022-01", "1", "1", "USD")},
	} {
		s, _ := view(t, open(t, rows...), app.TradeQuery{}).Sum(ctx, 0, 1, app.TradeValue)
		if s.Sum.Valid || s.Why != app.SumOfLevels || !s.Max.Valid {
			t.Errorf("%s: %+v", what, s)
		}
	}
	g := view(t, open(t, rows2()...), app.TradeQuery{By: "hs2"})
	if s, _ := g.Sum(ctx, 0, 1, app.TradeValue); told(s) != "2 6 3 3 3 USD " {
		t.Errorf("subtotals: %s", told(s))
	}
	g.Toggle(0)
	if s, _ := g.Sum(ctx, 0, 1, app.TradeValue); s.Sum.Valid || s.Why != app.SumOfSubs {
		t.Errorf("a subtotal with its rows: %+v", s)
	}
	cancelled, stop := context.WithCancel(ctx)
	stop()
	if _, err := v.Sum(cancelled, 0, 1, app.TradeValue); briefing.CodeOf(err) != briefing.CodeCancelled {
		t.Errorf("cancelled: %v", err)
	}
}

func rows2() []figure.Observation {
	return []figure.Observation{
		obs(figure.Export, "CN", "0207", "2022-01", "1", "1", "USD"), obs(figure.Export, "CN", "0208", "2022-01", "2", "1", "USD"),
		obs(figure.Export, "CN", "0402", "2022-01", "3", "1", "USD"),
	}
}

func told(s app.TradeSum) string {
	var parts []string
	for _, n := range []briefing.MaybeNumber{s.Sum, s.Mean, s.Min, s.Max} {
		if n.Valid {
			parts = append(parts, n.Decimal.String())
		} else {
			parts = append(parts, "–")
		}
	}
	return fmt.Sprintf("%d %s %s %s", s.Cells, strings.Join(parts, " "), map[bool]string{true: s.Currency, false: "-"}[s.Currency != ""], s.Why)
}

// A view stays what it is when the project goes on.
func TestViewDoesNotChangeWithTheProject(t *testing.T) {
	p := some(t)
	v := view(t, p, app.TradeQuery{})
	if !v.Follow(p) {
		t.Error("not the project's rows from the start")
	}
	if err := p.RemoveImport("i-1"); err != nil {
		t.Fatal(err)
	}
	if v.Follow(p) || v.Len() != 5 || v.At(4).Code != figure.HiddenCode {
		t.Errorf("after removing: %d rows", v.Len())
	}
	if n := view(t, p, app.TradeQuery{}).Len(); n != 0 {
		t.Errorf("%d rows left", n)
	}
}

func TestDoubtfulRowsAreFound(t *testing.T) {
	var rows []figure.Observation
	for _, value := range []string{"1000", "1100", "900", "1050", "950", "3500", "0"} {
		rows = append(rows, obs(figure.Export, "CN", "0207", "2022-01", value, "1000", "USD"))
	}
	rows[6].NetWeight = briefing.SomeNum("0")
	found, n, err := view(t, open(t, rows...), app.TradeQuery{}).Doubts(context.Background(), 5)
	if err != nil || n != 2 || found[0].Why != app.DoubtPrice || found[0].Row.Value.Decimal.String() != "3500" || found[1].Why != app.DoubtZero {
		t.Errorf("%d: %+v, %v", n, found, err)
	}
	if !found[0].Usual.Valid {
		t.Error("the usual price is not told")
	}
}

func TestWhatWasShownIsWhatIsStored(t *testing.T) {
	p := open(t)
	path := filepath.Join(t.TempDir(), "DATTSVT.csv")
	text := "napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n" +
		"ЭК\t01/2022\tCN\t0207120000\t\t1250,5\t610000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	_, err := p.Import(ctx, path, app.ImportOptions{DryRun: true})
	needs, ok := app.NeedsOf(err)
	if !ok || !needs.Value || !needs.Weight || needs.Flow || !needs.Any() {
		t.Fatalf("needs %+v, %v", needs, err)
	}
	for _, c := range []struct{ value, weight, want string }{
		{"usd", "kg", "2.05"}, {"thousand-usd", "kg", "2050.00"}, {"million-usd", "t", "2050.00"}, {"cny", "thousand-t", "0.00"},
	} {
		n, ok := needs.PerTonne(briefing.Unit(c.value), briefing.Unit(c.weight))
		if !ok || n.Cmp(briefing.Num(c.want)) != 0 {
			t.Errorf("%s for %s: %s, want %s", c.value, c.weight, n, c.want)
		}
	}
	o := app.ImportOptions{DryRun: true}.Choose("thousand-usd", "kg", "", briefing.Period{})
	read, err := p.Import(ctx, path, o)
	if err != nil || view(t, p, app.TradeQuery{}).Len() != 0 {
		t.Fatalf("a dry run: %v", err)
	}
	if v, err := p.Preview(ctx, read, app.TradeQuery{}); err != nil || v.Len() != 1 || v.At(0).Value.Decimal.String() != "1250500" {
		t.Errorf("preview: %v", err)
	}
	if err := os.Remove(path); err != nil { // the file is not read again
		t.Fatal(err)
	}
	done, err := p.Accept(read)
	if err != nil || done.Unchanged || done.Import.Source == "" || values(view(t, p, app.TradeQuery{})) != "1250500" {
		t.Errorf("accepted %+v, %v", done.Import, err)
	}
	again, err := p.Accept(read)
	if err != nil || !again.Unchanged || view(t, p, app.TradeQuery{}).Len() != 1 {
		t.Errorf("accepted twice: %v", err)
	}
	if l := p.ImportList(); len(l) != 2 || l[0].File != "DATTSVT.csv" || p.SourceCaption(l[0].Source, briefing.RU) == "" {
		t.Errorf("imports %+v", l)
	}
	if keys := app.ImportProfiles(); !slices.Contains(keys, "fts-a") || len(keys) != len(slices.Compact(slices.Sorted(slices.Values(keys)))) {
		t.Errorf("profiles %v", keys)
	}
}

func BenchmarkTradeOfAMillionRows(b *testing.B) {
	set := figure.NewSet()
	for i := range 1_000_000 {
		o := obs(figure.Export, []string{"CN", "KZ", "BY"}[i%3], fmt.Sprintf("%04d", 101+i%9000), "2022", fmt.Sprint(i*7919%1_000_003), fmt.Sprint(1+i%977), "USD")
		o.Period = briefing.Month(2018+i%5, 1+i%12)
		if err := set.Append(o); err != nil {
			b.Fatal(err)
		}
	}
	dir := b.TempDir()
	world := app.System()
	world.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(world, filepath.Join(dir, "x.briefing"), &project.Project{Figures: set})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	for name, q := range map[string]app.TradeQuery{
		"plain": {}, "by value": {Sort: app.TradeValue, Down: true}, "by price": {Sort: app.TradePrice}, "by chapter": {By: "hs2", Sort: app.TradePeriod},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				v, err := p.Trade(context.Background(), q)
				if err != nil {
					b.Fatal(err)
				}
				for i := range 30 {
					_ = v.Line(i * v.Lines() / 30)
				}
			}
		})
	}
}

// Rows are narrowed to a product group, also where a rule means one national
// list; a rule that is changed makes the view an old one.
func TestTradeIsNarrowedToAProductGroup(t *testing.T) {
	rows := []figure.Observation{
		obs(figure.Export, "CN", "0207141000", "2022-01", "10", "1", "USD"), obs(figure.Export, "CN", "1001990000", "2022-01", "20", "1", "USD"),
		obs(figure.Export, "BY", "1001990000", "2022-02", "30", "1", "USD"), obs(figure.Export, "CN", "2709009000", "2022-02", "40", "1", "USD"),
	}
	for i := range rows {
		rows[i].Classification = "TNVED"
	}
	p := open(t, rows...)
	if _, err := p.Trade(t.Context(), app.TradeQuery{Group: "grain"}); briefing.CodeOf(err) != briefing.CodeNoGroups {
		t.Errorf("without groups: %v", err)
	}
	if _, err := p.AddAgroExport(); err != nil {
		t.Fatal(err)
	}
	for round, deep := range []string{"", "1001 99 000 0"} {
		if deep != "" {
			if err := p.Put(&briefing.Group{Key: "wheat", Name: briefing.Text{RU: "Пшеница"}, Set: briefing.Text{RU: "Свои"}, Rule: deep, Order: 99}); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			q    app.TradeQuery
			want []int
		}{
			{app.TradeQuery{Group: "grain"}, []int{2, 2}},
			{app.TradeQuery{Group: "grain", Partner: "BY"}, []int{1, 1}},
			{app.TradeQuery{Group: app.TradeRest}, []int{1, 1}},
			{app.TradeQuery{Set: "Свои", Group: "wheat"}, []int{0, 2}},
			{app.TradeQuery{Set: "Свои", Group: app.TradeRest}, []int{0, 2}},
		} {
			v, err := p.Trade(t.Context(), c.q)
			if round == 0 && c.q.Set != "" {
				if briefing.CodeOf(err) != briefing.CodeNoGroups {
					t.Errorf("%+v: %v", c.q, err)
				}
				continue
			}
			if err != nil || v.Len() != c.want[round] || v.All() != 4 || !c.q.Filtered() {
				t.Errorf("%+v: %d of %d, %v", c.q, v.Len(), v.All(), err)
			}
		}
	}
	facets, err := p.Facets(app.TradeQuery{Partner: "CN"}, app.TradeInGroup)
	if got := fmt.Sprint(facets); err != nil || got != "[{grain 1} {meat-dairy 1} {— 1}]" && got != "[{meat-dairy 1} {grain 1} {— 1}]" {
		t.Errorf("facets %s, %v", got, err)
	}
	partners, err := p.Facets(app.TradeQuery{Group: "grain"}, app.TradePartner)
	if got := fmt.Sprint(partners); err != nil || got != "[{BY 1} {CN 1}]" {
		t.Errorf("partners %s, %v", got, err)
	}
	v := view(t, p, app.TradeQuery{Group: "grain"})
	plainView := view(t, p, app.TradeQuery{})
	if !v.Follow(p) {
		t.Error("nothing changed, and the view is an old one")
	}
	if err := p.Put(&briefing.Group{ID: "agro-grain-2", Key: "own", Name: briefing.Text{RU: "Своя"}, Set: briefing.Text{RU: "Свои"}, Rule: "27"}); err != nil {
		t.Fatal(err)
	}
	if v.Follow(p) || !plainView.Follow(p) {
		t.Error("a group more is not noticed, or where it does not matter")
	}
}
