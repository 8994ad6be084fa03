package sdmx_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/export/sdmx"
	"briefing/internal/figure"
	"briefing/internal/importer"
)

func num(s string) briefing.MaybeNumber { return briefing.Some(briefing.Num(s)) }

func setOf(t *testing.T, list ...figure.Observation) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for _, o := range list {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestWrite(t *testing.T) {
	o := figure.Observation{
		Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN", Code: "0207120000", Classification: "TNVED", Level: 10,
		Product: "Мясо, птица", Period: briefing.Month(2022, 1), Value: num("1250.5"), Currency: "USD", Basis: "FOB", NetWeight: num("610"),
		Quantity: num("12"), QuantityUnit: "796", Status: briefing.Estimated, Import: "i-1", Line: 7,
	}
	again := o
	again.Value, again.NetWeight, again.Quantity, again.QuantityUnit, again.Line = num("3"), briefing.MaybeNumber{}, briefing.MaybeNumber{}, "", 8
	var b bytes.Buffer
	if err := sdmx.Write(&b, setOf(t, o, again)); err != nil {
		t.Fatal(err)
	}
	head := "dataflow,BRIEFING:TRADE(1.0),I,M,RU,46000,CN,,X,TNVED,0207120000,FOB,"
	want := strings.Join([]string{
		"STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTER,REGION,PARTNER,PROVINCE,FLOW,CLASSIFICATION,COMMODITY,PRICE_BASIS,ENTRY,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,CONF_STATUS,PRODUCT_NAME,SAMPLE,IMPORT,LINE",
		head + `1,VALUE,2022-01,1250.5,USD,0,E,,"Мясо, птица",,i-1,7`,
		head + `1,NET_WEIGHT,2022-01,610,KG,0,E,,"Мясо, птица",,i-1,7`,
		head + `1,QUANTITY,2022-01,12,796,0,E,,"Мясо, птица",,i-1,7`,
		head + `2,VALUE,2022-01,3,USD,0,E,,"Мясо, птица",,i-1,8`,
	}, "\n") + "\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPeriods(t *testing.T) {
	for stored, want := range map[string]string{
		"2022": "A 2022", "2022-H2": "S 2022-S2", "2022-Q3": "Q 2022-Q3", "2022-06": "M 2022-06", "2022-06-05": "D 2022-06-05",
		"2022-01..2022-10": "N 2022-01-01/P10M", "2020..2022": "N 2020-01-01/P3Y", "2022-02-27..2022-03-01": "N 2022-02-27/P3D",
		"2022-11..": "N 2022-11..", "2022-01..2022-03-05": "N 2022-01..2022-03-05",
	} {
		var b bytes.Buffer
		o := figure.Observation{Flow: figure.Import, Reporter: "CN", Partner: "RU", Code: "02", Level: 2, Period: briefing.Per(stored), Value: num("1"), Currency: "USD"}
		if err := sdmx.Write(&b, setOf(t, o)); err != nil {
			t.Fatal(err)
		}
		row := strings.Split(strings.Split(b.String(), "\n")[1], ",")
		if got := row[3] + " " + row[14]; got != want {
			t.Errorf("%s: got %s, want %s", stored, got, want)
		}
	}
}

// A disk that is full is told, not lost in a buffer.
func TestWriteFails(t *testing.T) {
	full := errors.New("full")
	for _, room := range []int{0, 5000} {
		list := slices.Repeat([]figure.Observation{{Flow: figure.Import, Reporter: "CN", Partner: "RU", Code: "02", Level: 2, Period: briefing.Year(2022), Value: num("1"), Currency: "USD"}}, 100)
		if err := sdmx.Write(&narrow{room, full}, setOf(t, list...)); !errors.Is(err, full) {
			t.Errorf("room for %d: %v", room, err)
		}
	}
}

type narrow struct {
	room int
	err  error
}

func (n *narrow) Write(p []byte) (int, error) {
	if n.room -= len(p); n.room < 0 {
		return 0, n.err
	}
	return len(p), nil
}

// observations makes any that an import can come to.
func observations(r *rand.Rand, n int) []figure.Observation {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	maybe := func() briefing.MaybeNumber {
		if r.IntN(3) == 0 {
			return briefing.MaybeNumber{}
		}
		return num(fmt.Sprintf("%d.%d%d", r.IntN(1_000_000), r.IntN(10), 1+r.IntN(9)))
	}
	var out []figure.Observation
	for i := range n {
		o := figure.Observation{
			Flow: figure.Flow(pick("export", "import", "re-export", "re-import")), Reporter: pick("RU", "CN"), Region: pick("", "46000", "45000", "Алтай - край"),
			Partner: pick("CN", "NA", "ZZ", "RU"), Province: pick("", "37", "21"), Classification: pick("TNVED", "HS2022", "CN-HS"),
			Code: pick("02", "0207", "020714", figure.HiddenCode, figure.TotalCode), Product: pick("", "Всего", "Мясо: птица, \"свежее\"", "鸡\n肉"),
			Period: briefing.Per(pick("2022", "2022-H1", "2022-Q3", "2022-06", "2022-06-05", "2022-01..2022-10", "2020..2022", "2022-02-27..2022-03-01")),
			Value:  maybe(), Basis: pick("", "FOB", "CIF"), NetWeight: maybe(), Quantity: maybe(),
			Status: briefing.ObsStatus(pick("", "A", "E", "P", "R", "F", "N")), Sample: r.IntN(4) == 0, Line: i + 2,
		}
		if !o.Value.Valid && !o.NetWeight.Valid && !o.Quantity.Valid {
			o.NetWeight = num("1")
		}
		if o.Value.Valid {
			o.Currency = pick("USD", "CNY", "RUB", "EUR")
		}
		if o.Quantity.Valid {
			o.QuantityUnit = pick("796", "kg", "升")
		}
		o.Level = uint8(len(o.Code)) // short codes
		if o.Code == figure.TotalCode {
			o.Level = 0
		}
		if o.Code == figure.HiddenCode {
			o.Level, o.Conf = 0, "C"
			if o.Product == "" {
				o.Product = "XXXXXXXXXX"
			}
		}
		switch { // statuses of value and weight that differ
		case o.Value.Valid && o.NetWeight.Valid && r.IntN(4) == 0:
			o.Status, o.WeightStatus = "A", briefing.ObsStatus(pick("E", "P"))
		case o.NetWeight.Valid && !o.Value.Valid && r.IntN(4) == 0: // the value is withheld
			o.Status, o.WeightStatus, o.Currency = "M", "A", "USD"
		case o.Value.Valid && !o.NetWeight.Valid && r.IntN(4) == 0:
			o.WeightStatus = "M"
		case r.IntN(20) == 0:
			o.Status, o.WeightStatus, o.Currency, o.QuantityUnit = "A", "M", "", ""
			o.Value, o.NetWeight, o.Quantity = briefing.MaybeNumber{}, briefing.MaybeNumber{}, briefing.MaybeNumber{}
		}
		out = append(out, o)
	}
	return out
}

// What is written and read in again is the same, in the same order: mixed
// levels, totals, repeated rows and spans of time too.
func TestRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		list := observations(rng, 400)
		list = append(list, list[3], list[5]) // whole repeats that a project may hold
		var b bytes.Buffer
		if err := sdmx.Write(&b, setOf(t, list...)); err != nil {
			t.Fatal(err)
		}
		res, err := importer.Read(context.Background(), "out.csv", bytes.NewReader(b.Bytes()), int64(b.Len()), importer.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if r := res.Report; len(r.Rejected) > 0 || r.Stored != len(list) || r.Repeated != 0 || res.Preview.Profile != "sdmx-own" {
			t.Fatalf("%s %+v", res.Preview.Profile, r)
		}
		for i, o := range res.Figures.All() {
			want := list[i]
			want.Import, want.Line = o.Import, o.Line
			if fmt.Sprintf("%+v", o) != fmt.Sprintf("%+v", want) {
				t.Fatalf("row %d:\ngot  %+v\nwant %+v", i, o, want)
			}
		}
		var again bytes.Buffer
		if err := sdmx.Write(&again, res.Figures); err != nil {
			t.Fatal(err)
		}
		if cut(again.String()) != cut(b.String()) {
			t.Fatal("the second export differs")
		}
	}
}

// cut leaves out import and line, which are those of the last reading.
func cut(s string) string {
	var out []string
	for row := range strings.Lines(s) {
		if at := strings.LastIndexByte(row, ','); at > 0 {
			row = row[:strings.LastIndexByte(row[:at], ',')]
		}
		out = append(out, row)
	}
	return strings.Join(out, "\n")
}
