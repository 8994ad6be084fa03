package importer_test

import (
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// Data bases of one code page name their fields in Latin letters, ten of them.
func TestFieldsOfDataBasesAreUnderstood(t *testing.T) {
	rows := [][]string{
		{"NAPR", "GOD", "MES", "STRANA", "TNVED", "TOVAR", "STOIM_TD", "NETTO_T", "BRUTTO_T"},
		{"ЭК", "2026", "1", "Узбекистан", "0207140000", "Мясо кур", "10.5", "3", "4"},
		{"ЭК", "2026", "2", "Р. Беларусь", "0402100000", "Молоко сухое", "20", "6", "7"},
	}
	data := importertest.DBF{Driver: 0x65, Encoding: decode.CP866, End: true}.Write(t, rows)
	g := guess(t, "t.dbf", data)
	g.Shape.Constants.Reporter, g.Shape.Constants.ValueUnit, g.Shape.Constants.WeightUnit = "RU", "thousand-usd", "t"
	res := mustLoad(t, "t.dbf", data, importer.Options{Shape: &g.Shape})
	if res.Report.Stored != 2 {
		t.Fatalf("%s; %+v", account(res.Report), res.Report.Rejected)
	}
	o := res.Figures.At(1)
	if o.Partner != "BY" || o.Code != "0402100000" || o.Product != "Молоко сухое" || o.Period.String() != "2026-02" || o.Value.Decimal.String() != "20000" || o.NetWeight.Decimal.String() != "6000" {
		t.Errorf("%+v", o)
	}
}
