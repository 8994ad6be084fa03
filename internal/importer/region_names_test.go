package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// A name in a column of regions that no region has is told; districts and totals
// among the regions are set beside what their regions say.
func TestQuirkPlacesInAColumnOfRegions(t *testing.T) {
	heads := ruHeads + ";Регион"
	res := tradeTable(t, heads, "ЭК;2025;CN;1001;10;1;Амурская область", "ЭК;2025;CN;1001;7;1;ХМАО - Югра", "ЭК;2025;CN;1001;5;1;Лапутия", "ЭК;2025;CN;1001;5;1;46401")
	said := res.Report.Note(briefing.RU, importer.NotePlaces)
	if strings.Join(res.Report.Places, "|") != "Лапутия" || !strings.Contains(said, "«Лапутия»") || !strings.Contains(res.Import.Note.RU, "«Лапутия»") {
		t.Errorf("%v: %s", res.Report.Places, said)
	}
	if res = tradeTable(t, strings.Replace(heads, "Регион", "Субъект РФ", 1), "ЭК;2025;CN;1001;7;1;Чувашская Республика - Чувашия"); len(res.Report.Places) > 0 || res.Figures.At(0).Region != "97000" {
		t.Errorf("%v %s", res.Report.Places, res.Figures.At(0).Region)
	}
	res = tradeTable(t, heads, "ЭК;2025;CN;1001;15;2;Дальневосточный федеральный округ", "ЭК;2025;CN;1001;10;1;Амурская область", "ЭК;2025;CN;1001;5;1;Приморье", "ЭК;2025;CN;1001;40;2;Сибирский ФО", "ЭК;2025;CN;1001;30;1;Омская область", "ЭК;2025;CN;1001;45;1;Всего по России", "ЭК;2025;CN;1001;9;1;ЮФО")
	if got, want := account(res.Report), "7 = 3 + total 3 + 8:7 group «ЮФО»"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	agree := map[bool]int{}
	for _, c := range res.Report.Totals {
		agree[c.Agrees()]++
	}
	if agree[true] != 2 || agree[false] != 1 {
		t.Errorf("%+v", res.Report.Totals)
	}
}
