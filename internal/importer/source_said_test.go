package importer_test

import (
	"testing"

	"briefing/internal/importer"
)

// A line that names the source names a body, or a document, a computation, several
// bodies: then nobody has published the figures as they stand.
func TestALineOnTheSourceNamesItsPublisher(t *testing.T) {
	for text, want := range map[string]string{
		"Источник: Калининградская областная таможня":            "Калининградская областная таможня",
		"* Источник данных – ФТС России, 12.11.2026.":            "ФТС России",
		"Источник: Росстат, https://rosstat.gov.ru":              "Росстат",
		"(Источник: Управление по респ. Татарстан)":              "Управление по респ. Татарстан",
		"Источник: Федеральная таможенная служба. Суммы без НДС": "Федеральная таможенная служба",
		"Source: State Statistics Service (Stat)":                "State Statistics Service (Stat)",
		"资料来源：中国海关总署。":                                           "中国海关总署",
		"Источник: расчёты министерства по данным ФТС России":    "",
		"Источник: отчёт компании «Север»":                       "",
		"Источник: ФТС России; ГТУ КНР":                          "",
		"Источники: ФТС России, ГТУ КНР":                         "",
		"Источник: см. сноску 2":                                 "",
		"Источник: https://example.org/a":                        "",
		"Источник:":                                     "",
		"Source: own calculations based on UN Comtrade": "",
		"по данным Татарстанской таможни":               "",
		"Источниковедение: кафедра университета":        "",
	} {
		if got, ok := importer.PublisherSaid(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q", text, got)
		}
	}
	for name, want := range map[string]bool{
		"Калининградская областная таможня": true, "ФТС России": true, "Федеральная таможенная служба": true, "中国海关总署": true,
		"General Administration of Customs of the PRC": true, "ООО «Таможня и партнёры»": false, "ООО Таможня": false,
		"Таможенный брокер": false, "Министерство экономики": false, "Customs Brokers Ltd": false,
	} {
		if importer.BodyOfStatistics(name) != want {
			t.Errorf("%s is a body of statistics: %v", name, !want)
		}
	}
}
