package importer_test

import (
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// National statistics count in the country's own money: named by its code, in words
// of three languages, by its sign. It is stored as such and never taken for another.
func TestMoneyOfOtherCountries(t *testing.T) {
	for unit, want := range map[string]string{
		"тыс. EGP": "EGP 12000", "млн египетских фунтов": "EGP 12000000", "EGP million": "EGP 12000000", "million Egyptian pounds": "EGP 12000000", "百万埃及镑": "EGP 12000000",
		"млн турецких лир": "TRY 12000000", "млн лир": "TRY 12000000", "TRY": "TRY 12", "₺": "TRY 12", "тыс. тенге": "KZT 12000", "млрд иен": "JPY 12000000000", "亿日元": "JPY 1200000000", "万韩元": "KRW 120000",
		"млн белорусских рублей": "BYN 12000000", "млн рублей": "RUB 12000000", "тыс. дирхамов ОАЭ": "AED 12000", "GBP thousand": "GBP 12000", "млн долл. Гонконга": "HKD 12000000", "HK$ million": "HKD 12000000", "млн долларов Сингапура": "SGD 12000000", "S$ million": "SGD 12000000", "US$ million": "USD 12000000", "млн долл. США": "USD 12000000", "тыс. лари": "GEL 12000", "million baht": "THB 12000000", "тыс. сомони": "TJS 12000", "млн фунтов стерлингов": "GBP 12000000",
	} {
		data := plainFile("Экспорт России в Египет, "+unit, "Год;Стоимость", "2024;12")
		g := guess(t, "t.csv", data)
		if g.Shape.Constants.Partner != "EG" {
			t.Errorf("%s: partner %q", unit, g.Shape.Constants.Partner)
		}
		res, err := load("t.csv", data, importer.Options{Shape: &g.Shape})
		if err != nil {
			t.Errorf("%s: %v", unit, err)
			continue
		}
		o := res.Figures.At(0)
		if got := o.Currency + " " + o.Value.Decimal.String(); got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
	for _, unit := range []string{"фунтов", "млн фунтов", "All", "top", "вон", "сом"} {
		data := plainFile("Экспорт России в Египет, "+unit, "Год;Стоимость", "2024;12")
		g := guess(t, "t.csv", data)
		if got := g.Shape.Constants.ValueUnit; got != "" {
			t.Errorf("%s was taken for %s", unit, got)
		}
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Value: "million-egp"}})
		equal(t, unit, sums(t, res.Figures, figure.Filter{Currency: "EGP"}, "year"), []string{"2024 12000000"})
	}
}
