package importer_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

const yearsTable = "Экспорт России по странам, млн долл. США\nСтрана;Примечание;2021 г.;2022 г.\nКитай;;1;2\nИндия;;3;4\n"

// A saved shape fits the next file: a year more, columns in other places,
// other titles, and it is offered without being asked for.
func TestSavedShapeFitsTheNextFile(t *testing.T) {
	g := guess(t, "a.csv", []byte(yearsTable))
	saved := []importer.NamedShape{{Name: "Сводка", Shape: g.Shape}}
	next := "Отдел статистики;;\nИмпорт России по странам, тыс. долл. США\n2022 г.;2023 г.;Страна;2024 г.\n5;6;Китай;7\n"
	res := mustLoad(t, "b.csv", []byte(next), importer.Options{Shapes: saved})
	equal(t, "rows", lines(res.Figures), []string{
		"import|RU|CN||TOTAL||2022|USD|5000", "import|RU|CN||TOTAL||2023|USD|6000", "import|RU|CN||TOTAL||2024|USD|7000",
	})
	if res.Import.Profile != "Сводка" {
		t.Errorf("profile %q", res.Import.Profile)
	}
	other := "Регион;Товар;2022 г.;2023 г.\nОмск;Чай;1;2\n"
	if _, err := load("c.csv", []byte(other), importer.Options{Shapes: saved}); briefing.CodeOf(err) != briefing.CodeUnknownTable {
		t.Errorf("another table: %v", err)
	}
	if _, err := load("c.csv", []byte(other), importer.Options{Shape: &g.Shape}); briefing.CodeOf(err) != briefing.CodeBadProfile {
		t.Errorf("a shape that does not fit: %v", err)
	}
	h := guess(t, "b.csv", []byte(strings.ReplaceAll(yearsTable, "2022", "2023"))).Shape
	if g.Shape.Fingerprint() != h.Fingerprint() {
		t.Error("another year is another fingerprint")
	}
}

// Rejected cells are told by line and column of the file, not of the rows that
// were made of it.
func TestShapeKeepsPlaces(t *testing.T) {
	data := strings.Replace(yearsTable, "3;4", "3;четыре", 1)
	g := guess(t, "a.csv", []byte(yearsTable))
	res := mustLoad(t, "a.csv", []byte(data), importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "5 = 3 + title 1 + 4:4 number «четыре»"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Units differ from column to column; a quantity keeps the source's words.
func TestShapeUnitsOfColumns(t *testing.T) {
	data := "Country;Code;Value, thousand USD;Value, EUR;Net weight, t;Quantity (heads)\nChina;0102;1,5;;2;7\n"
	s := importer.Shape{HeaderRows: 1, Columns: []importer.ShapeColumn{
		{Index: 1, Header: "Country", Role: importer.RolePartner},
		{Index: 2, Header: "Code", Role: importer.RoleCode},
		{Index: 3, Header: "Value, thousand USD", Role: importer.RoleValue, Unit: "thousand-usd", Series: importer.Dims{Period: "2022"}},
		{Index: 4, Header: "Value, EUR", Role: importer.RoleValue, Unit: "eur", Series: importer.Dims{Period: "2023"}},
		{Index: 5, Header: "Net weight, t", Role: importer.RoleWeight, Unit: "t", Series: importer.Dims{Period: "2022"}},
		{Index: 6, Header: "Quantity (heads)", Role: importer.RoleQuantity, QuantityUnit: "heads", Series: importer.Dims{Period: "2022"}},
	}, Constants: importer.Constants{Dims: importer.Dims{Flow: "export", Reporter: "KZ"}, Basis: "FOB"}}
	res := mustLoad(t, "u.csv", []byte(data), importer.Options{Shape: &s})
	o := res.Figures.At(0)
	if got, want := account(res.Report), "2 = 1 + empty 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if o.Value.Decimal.String() != "1500" || o.Currency != "USD" || o.NetWeight.Decimal.String() != "2000" || o.Quantity.Decimal.String() != "7" || o.QuantityUnit != "heads" || o.Basis != "FOB" || o.Reporter != "KZ" {
		t.Errorf("%+v", o)
	}
}

// Weights alone need no unit of value.
func TestShapeOfWeightsAlone(t *testing.T) {
	g := guess(t, "w.csv", plainFile("Вывоз зерна, тонн;;", "Страна;2022;2023", "Китай;10;20", "Индия;1;0"))
	g.Shape.ZeroUnreported = true
	res := mustLoad(t, "w.csv", plainFile("Вывоз зерна, тонн;;", "Страна;2022;2023", "Китай;10;20", "Индия;1;0"), importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "5 = 3 + title 1 + zero 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	equal(t, "rows", lines(res.Figures), []string{"export|RU|CN||TOTAL||2022||10000kg", "export|RU|CN||TOTAL||2023||20000kg", "export|RU|IN||TOTAL||2022||1000kg"})
}

func TestShapePreview(t *testing.T) {
	data := enterprise(t)
	g := guess(t, "svod.xlsx", data)
	p, err := importer.Preview(t.Context(), "svod.xlsx", bytes.NewReader(data), int64(len(data)), importer.Options{Shape: &g.Shape})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.First {
		got = append(got, fmt.Sprint(r.Line, " ", r.Figure.Partner, " ", r.Figure.Value.Decimal))
	}
	equal(t, "first", got, []string{"6 CN 1100250", "7 TR 290000", "8 KZ 15500"})
	got = nil
	for _, r := range p.Suspect {
		got = append(got, fmt.Sprint(r.Line, ":", r.Column, " ", r.Aside, r.Reject, " ", r.Text))
	}
	equal(t, "suspect", got, []string{
		"1:0 title Сведения об экспорте продукции за 2023 год", "5:0 note 1 2 3 4 5 6 7 8", "9:3 partner Лапутия", "10:0 total ИТОГО", "11:0 note Примечание: данные предварительные",
	})
	if p.Rows != 8 || p.Stored != 3 || p.More || p.Needed != nil || p.Rejected["partner"] != 1 {
		t.Errorf("%+v", p)
	}
	// A long file is looked at only so far; what it does not say is told.
	var long strings.Builder
	long.WriteString("Country;2022\n")
	for i := range 30000 {
		fmt.Fprintf(&long, "China;%d\n", i+1)
	}
	lg := guess(t, "l.csv", []byte(long.String()))
	if p, err = importer.Preview(t.Context(), "l.csv", strings.NewReader(long.String()), int64(long.Len()), importer.Options{Shape: &lg.Shape}); err != nil {
		t.Fatal(err)
	}
	if p.Needed == nil || !p.More || p.Rows > 10000 || len(p.Suspect) > 100 {
		t.Errorf("needed %+v, more %v, %d rows", p.Needed, p.More, p.Rows)
	}
}

func TestShapeFiles(t *testing.T) {
	g := guess(t, "svod.xlsx", enterprise(t))
	b, err := importer.EncodeShape(importer.NamedShape{Name: "Свод", Shape: g.Shape})
	if err != nil {
		t.Fatal(err)
	}
	n, err := importer.DecodeShape(b)
	if err != nil || n.Name != "Свод" || !reflect.DeepEqual(n.Shape, g.Shape) {
		t.Errorf("%v, read back %+v", err, n)
	}
	change := func(from, to string) []byte { return []byte(strings.Replace(string(b), from, to, 1)) }
	for name, c := range map[string]struct {
		data []byte
		want briefing.Code
	}{
		"empty":               {nil, briefing.CodeBadProfile},
		"not JSON":            {[]byte("profile"), briefing.CodeBadProfile},
		"another JSON":        {[]byte(`{"name":"x"}`), briefing.CodeBadProfile},
		"a newer version":     {change(`"briefingProfile": 1`, `"briefingProfile": 2`), briefing.CodeNewer},
		"an unknown field":    {change(`"headerRows"`, `"headRows"`), briefing.CodeBadProfile},
		"an unknown role":     {change(`"partner"`, `"partners"`), briefing.CodeBadProfile},
		"an absurd index":     {change(`"index": 1,`, `"index": 100000,`), briefing.CodeBadProfile},
		"two of one index":    {change(`"index": 1,`, `"index": 2,`), briefing.CodeBadProfile},
		"no header":           {change(`"headerRows": 2`, `"headerRows": 0`), briefing.CodeBadProfile},
		"no unit of ours":     {change(`"thousand-usd"`, `"pound"`), briefing.CodeBadProfile},
		"no flow":             {change(`"export"`, `"both"`), briefing.CodeBadProfile},
		"no period":           {change(`"2023"`, `"soon"`), briefing.CodeBadProfile},
		"a name of ours":      {change(`"Свод"`, `"fts-a"`), briefing.CodeBadProfile},
		"no name":             {change(`"Свод"`, `""`), briefing.CodeBadProfile},
		"a name of two lines": {change(`"Свод"`, `"a\nb"`), briefing.CodeBadProfile},
		"more behind it":      {append(bytes.Clone(b), '{'), briefing.CodeBadProfile},
		"cut off":             {b[:len(b)/2], briefing.CodeBadProfile},
		"far too long":        {bytes.Repeat([]byte(" "), importer.ShapeFileLimit+1), briefing.CodeTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := importer.DecodeShape(c.data); briefing.CodeOf(err) != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// Whatever stands in a table, a guess and a reading by it account for every
// row and never panic.
func FuzzGuess(f *testing.F) {
	importertest.Seed(f, "years", []byte(yearsTable))
	importertest.Seed(f, "directions-over-years", []byte("Country\tExport\t\tImport\t\n\t2022\t2023\t2022\t2023\nChina\t1\t2\t3\t4\n"))
	importertest.Seed(f, "month-and-running-total", []byte("Страна;янв. 2023;с начала года\nКитай;1;2\n"))
	importertest.Seed(f, "page", []byte(`<table><tr><th rowspan=2>Страна<th colspan=2>2023<tr><th>экспорт<th>импорт<tr><td>Китай<td>1<td>2<tr><td>Индия<td>3<td>4</table>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := importer.Guess(t.Context(), "f.csv", bytes.NewReader(data), int64(len(data)), importer.Options{})
		if err != nil {
			return
		}
		if err := g.Shape.Check(); err != nil {
			t.Fatalf("%v: %+v", err, g.Shape)
		}
		u := importer.Units{}
		for _, m := range g.Missing {
			switch m {
			case "value":
				u.Value = "usd"
			case "weight":
				u.Weight = "kg"
			case "flow":
				u.Flow = figure.Export
			case "period":
				u.Period = briefing.Year(2020)
			}
		}
		res, err := load("f.csv", data, importer.Options{Shape: &g.Shape, Units: u})
		if err == nil && res.Report.Read != res.Report.Stored+res.Report.AsideRows()+len(res.Report.Rejected) {
			t.Errorf("%+v", res.Report)
		}
	})
}
