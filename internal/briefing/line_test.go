package briefing_test

import (
	"testing"

	"briefing/internal/briefing"
)

func TestARecordWithoutANameIsCalledByTheBeginningOfItsText(t *testing.T) {
	d, _ := briefing.Describe(briefing.KindMessage)
	for want, m := range map[string]*briefing.Message{
		"Зерно": {Title: briefing.Text{RU: "Зерно"}, Body: briefing.Text{RU: "Россия поставила зерно."}},
		"Мы готовы покупать больше зерна.": {Body: briefing.Text{RU: "Мы готовы\nпокупать больше зерна."}},
		"We will buy more.":   {Body: briefing.Text{EN: "We will buy more."}},
		"Daha fazla alacağız": {Kind: "quotation", Original: "Daha fazla alacağız"},
		"Вывезено …, больше, чем в 2024 году":                          {Body: briefing.Text{RU: "Вывезено {wheat:value}, больше, чем в 2024 году"}},
		"Поставки зерна из Ростовской области в Турцию растут третий…": {Body: briefing.Text{RU: "Поставки зерна из Ростовской области в Турцию растут третий год, и обе стороны этим довольны."}},
		"": {Kind: "quotation"},
	} {
		if got := d.Line(m, briefing.RU); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if m.Title.Empty() && d.Caption(m, briefing.RU) != "" {
			t.Error("the beginning of a text became a name to know the record by")
		}
	}
}
