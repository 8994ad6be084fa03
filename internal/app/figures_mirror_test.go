package app_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// sided is a row of a return: who tells, of whom, which way.
func sided(imp briefing.ID, reporter, partner string, flow figure.Flow, code, period, value, currency, basis string) figure.Observation {
	p, err := briefing.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	o := figure.Observation{
		Import: imp, Reporter: reporter, Partner: partner, Flow: flow, Code: code, Level: uint8(len(code)), Classification: "HS",
		Period: p, Currency: currency, Basis: basis, Status: briefing.Normal,
	}
	if value != "" {
		o.Value = briefing.SomeNum(value)
	}
	return o
}

// two returns of one trade: Russia's own, and those of its partners.
func twoSides(t *testing.T, units ...string) *app.Project {
	t.Helper()
	set := figure.NewSet()
	home := sided("i-own", "RU", "CN", figure.Export, "0207", "2021-01", "100", "USD", "FOB")
	home.Region = "46000"
	theirs := sided("i-cn", "CN", "RU", figure.Import, "0207", "2021-01", "1000", "CNY", "CIF")
	theirs.Region = "310000" // where the Chinese consignee is
	later := sided("i-cn", "CN", "RU", figure.Import, "0207", "2022-01", "2000", "CNY", "CIF")
	later.Region = theirs.Region
	for _, o := range []figure.Observation{
		home,
		sided("i-own", "RU", "CN", figure.Import, "8471", "2021-01", "7", "USD", "CIF"),
		theirs,
		later,
		sided("i-cn", "CN", "RU", figure.Export, "8471", "2021-01", "50", "CNY", "FOB"),
		sided("i-cn", "CN", "RU", figure.ReExport, "8471", "2021-01", "3", "CNY", "FOB"),
		sided("i-cn", "CN", "KZ", figure.Import, "0207", "2021-01", "9", "CNY", "CIF"),
		sided("i-cn", "CN", "ZZ", figure.Import, "0207", "2021-01", "4", "CNY", "CIF"),
		sided("i-cn", "CN", "CN", figure.Import, "0207", "2021-01", "5", "CNY", "CIF"), // goods that come back
	} {
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	world := app.System()
	world.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(world, filepath.Join(dir, "x.briefing"), &project.Project{
		Figures: set, Imports: []*briefing.Import{{ID: "i-own", File: "a.csv"}, {ID: "i-cn", File: "b.csv", Units: strings.Join(units, ",")}},
		Sources: []*briefing.Source{{ID: "s-1", Title: briefing.Text{RU: "Обзор"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// answer shows rows: "keys reporter currency basis mirror = value → converted @ rates".
func answer(t *testing.T, p *app.Project, q app.Query) string {
	t.Helper()
	rows, err := p.Figures(q)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range rows {
		line := fmt.Sprintf("%s %s %s %s %s = %s", strings.Join(r.Keys, " "), r.Split.Reporter, r.Split.Currency, r.Split.Basis, cmp.Or(r.Mirror, "own"), plainly(r.Value))
		if c := r.Converted; c != nil {
			line += fmt.Sprintf(" → %s %s", plainly(c.Value), c.Currency)
			for _, rate := range c.Rates {
				line += " @" + rate.Per.String()
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func plainly(n briefing.MaybeNumber) string {
	if !n.Valid {
		return "–"
	}
	return n.Decimal.Trim(0).String()
}

func TestPartnersReturnsStandBesideTheCountrysOwn(t *testing.T) {
	p := twoSides(t)
	for _, c := range []struct {
		name string
		q    app.Query
		want string
	}{
		{"nothing is mirrored unless asked", app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Export, Reporter: "RU"}}, "2021 RU USD FOB own = 100"},
		{
			"exports as partners' imports",
			app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Export, Reporter: "RU"}, Mirror: true},
			"2021 RU CNY CIF CN = 1000\n2021 RU USD FOB own = 100\n2022 RU CNY CIF CN = 2000",
		},
		{
			"imports as partners' exports, without their re-exports",
			app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Import, Reporter: "RU", Partner: "CN"}, Mirror: true},
			"2021 RU CNY FOB CN = 50\n2021 RU USD CIF own = 7",
		},
		{
			"flows and countries are told the right way round",
			app.Query{By: dims("flow,reporter,partner,year"), Filter: figure.Filter{Reporter: "RU"}, Mirror: true},
			"export RU CN 2021 RU CNY CIF CN = 1000\nexport RU CN 2021 RU USD FOB own = 100\nexport RU CN 2022 RU CNY CIF CN = 2000\nimport RU CN 2021 RU CNY FOB CN = 50\nimport RU CN 2021 RU USD CIF own = 7",
		},
		{
			"no region of the country is known to partners",
			app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Export, Reporter: "RU", Region: "46000"}, Mirror: true},
			"2021 RU USD FOB own = 100",
		},
		{
			"their regions are provinces",
			app.Query{By: dims("province"), Filter: figure.Filter{Flow: figure.Export, Reporter: "RU", Province: "310000"}, Mirror: true},
			"310000 RU CNY CIF CN = 3000",
		},
		{
			"a partner nobody knows and the country itself have no other side",
			app.Query{By: dims("reporter,year"), Filter: figure.Filter{Flow: figure.Export, Partner: "CN"}, Mirror: true},
			"KZ 2021 KZ CNY CIF CN = 9\nRU 2021 RU CNY CIF CN = 1000\nRU 2021 RU USD FOB own = 100\nRU 2022 RU CNY CIF CN = 2000",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := answer(t, p, c.q); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	if _, err := p.Figures(app.Query{By: dims("year"), Mirror: true}); briefing.CodeOf(err) != briefing.CodeUsage {
		t.Errorf("flows mixed: %v", err)
	}
	if rows, err := p.Figures(app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.ReExport, Reporter: "CN"}}); err != nil || len(rows) != 1 {
		t.Errorf("re-exports by themselves: %v, %v", rows, err)
	}
}

func dims(s string) []figure.Dimension {
	d, err := app.ParseDimensions(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestAmountsAreConvertedByStatedRatesOnly(t *testing.T) {
	q := app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Import, Reporter: "CN", Partner: "RU"}, In: "USD"}
	whole := q
	whole.By = dims("partner")
	for _, c := range []struct {
		name  string
		units []string
		q     app.Query
		want  string
	}{
		{"no rate, no conversion", nil, q, "2021 CN CNY CIF own = 1000 → – USD\n2022 CN CNY CIF own = 2000 → – USD"},
		{"a year's rate is for its year", []string{"rate=CNY/USD:0.155:2021:s-1"}, q, "2021 CN CNY CIF own = 1000 → 155 USD @0.155\n2022 CN CNY CIF own = 2000 → – USD"},
		{"a day's rate is for all", []string{"rate=CNY/USD:0.15:2022-12-31:s-1"}, q, "2021 CN CNY CIF own = 1000 → 150 USD @0.15\n2022 CN CNY CIF own = 2000 → 300 USD @0.15"},
		{
			"the narrowest date goes first",
			[]string{"rate=CNY/USD:0.15:2022-12-31:s-1", "rate=CNY/USD:0.155:2021:s-1", "rate=CNY/USD:0.156:2021-01:s-1"},
			q,
			"2021 CN CNY CIF own = 1000 → 156 USD @0.156\n2022 CN CNY CIF own = 2000 → 300 USD @0.15",
		},
		{"a sum over years has the rates of each", []string{"rate=CNY/USD:0.14:2022:s-1", "rate=CNY/USD:0.155:2021:s-1"}, whole, "RU CN CNY CIF own = 3000 → 435 USD @0.155 @0.14"},
		{"a sum of which a part has none stays as it is", []string{"rate=CNY/USD:0.155:2021:s-1"}, whole, "RU CN CNY CIF own = 3000 → – USD @0.155"},
		{"another pair is no rate", []string{"rate=CNY/RUB:11.4:2021:s-1"}, q, "2021 CN CNY CIF own = 1000 → – USD\n2022 CN CNY CIF own = 2000 → – USD"},
		{
			"what is in the currency needs none",
			[]string{"rate=CNY/USD:0.155:2021:s-1"},
			app.Query{By: dims("year"), Filter: figure.Filter{Flow: figure.Export, Reporter: "RU"}, Mirror: true, In: "USD"},
			"2021 RU CNY CIF CN = 1000 → 155 USD @0.155\n2021 RU USD FOB own = 100 → 100 USD\n2022 RU CNY CIF CN = 2000 → – USD",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := answer(t, twoSides(t, c.units...), c.q); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A source of a rate becomes a record once, and the batch points at it.
func TestTheSourceOfARateIsARecord(t *testing.T) {
	p := open(t)
	rate, err := briefing.ParseRate("USD/RUB=73.65 2021 Банк России, средний курс за 2021 год")
	if err != nil {
		t.Fatal(err)
	}
	take := func(name, month string) app.Imported {
		o := app.ImportOptions{}.Choose("usd", "kg", "", briefing.Period{})
		o.Units.Rates = []briefing.Rate{rate}
		in, err := p.Import(t.Context(), saved(t, name, customs+customsRow(month, "0207120000", "5")), o)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	a, b := take("a.csv", "01/2021"), take("b.csv", "02/2021")
	said := a.Import.Said("rate")
	if len(said) != 1 || !slices.Equal(said, b.Import.Said("rate")) {
		t.Fatalf("%q, %q", a.Import.Units, b.Import.Units)
	}
	kept, err := briefing.ParseStoredRate(said[0])
	if err != nil || p.SourceCaption(kept.Source, briefing.RU) != "Банк России, средний курс за 2021 год" {
		t.Errorf("%+v, %v", kept, err)
	}
	if !strings.Contains(strings.ReplaceAll(a.Import.Note.RU, "\u00a0", " "), "1 USD = 73,65 RUB (2021 год)") {
		t.Errorf("note: %s", a.Import.Note.RU)
	}
	if got := answer(t, p, app.Query{By: dims("year"), In: "RUB"}); !strings.HasSuffix(got, "= 10 → 736.5 RUB @73.65") {
		t.Error(got)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if p.SourceCaption(kept.Source, briefing.RU) == "" {
		t.Error("taking back the second import took the first one's source")
	}
}

func TestRatesThatCannotBeUsedStoreNothing(t *testing.T) {
	p := open(t)
	before, err := p.Figures(app.Query{By: dims("year")})
	if err != nil {
		t.Fatal(err)
	}
	path := saved(t, "a.csv", customs+customsRow("01/2021", "0207120000", "5"))
	for _, text := range []string{"CNY/USD=0.155 2021 x", "USD/RUB=73.65 2020 x", "USD/RUB=73.65 2098 x", "USD/RUB=0.0136 2021 x"} {
		rate, err := briefing.ParseRate(text)
		if err != nil {
			t.Fatal(err)
		}
		o := app.ImportOptions{}.Choose("usd", "kg", "", briefing.Period{})
		o.Units.Rates = []briefing.Rate{rate}
		if _, err := p.Import(t.Context(), path, o); briefing.CodeOf(err) != briefing.CodeBadRate {
			t.Errorf("%s: %v", text, err)
		}
		o.Units.Rates = []briefing.Rate{rate, rate}
		if _, err := p.Import(t.Context(), path, o); briefing.CodeOf(err) != briefing.CodeBadRate {
			t.Errorf("%s twice: %v", text, err)
		}
	}
	if after, err := p.Figures(app.Query{By: dims("year")}); err != nil || len(after) != len(before) {
		t.Errorf("%v, %v", after, err)
	}
}
