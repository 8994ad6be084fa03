package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// A code that is hidden in part is told, since its chapter's sum lacks the row; a
// correction is refused in any writing, and the reason says what to do with it.
func TestQuirkCodesHiddenInPartAndCorrections(t *testing.T) {
	res := tradeTable(t, ruHeads, "ЭК;2025;CN;0203110000;1;1", "ЭК;2025;CN;02XXXXXXXX;2;1", "ЭК;2025;CN;0203XXXXXX;3;1", "ЭК;2025;CN;XXXXXXXXXX;4;1")
	if got := res.Report.Note(briefing.RU, importer.NoteHiddenPart); !slices.Equal(res.Report.Partly, []string{"0203XXXXXX", "02XXXXXXXX"}) || !strings.Contains(got, "«0203XXXXXX», «02XXXXXXXX»") || !strings.Contains(res.Import.Note.RU, got) {
		t.Errorf("%v: %s", res.Report.Partly, got)
	}
	if res = tradeTable(t, ruHeads, "ЭК;2025;CN;XXXXXXXXXX;4;1"); len(res.Report.Partly) > 0 {
		t.Errorf("%v", res.Report.Partly)
	}
	res = tradeTable(t, ruHeads, "ЭК;2025;CN;1001;100;1", "ЭК;2025;CN;1001;-10;1", "ЭК;2025;CN;1001;(10);1", "ЭК;2025;CN;1001;−10;1", "ЭК;2025;CN;1001;10-;1", "ЭК;2025;CN;1001;10;-1")
	if got, want := account(res.Report), "6 = 1 + 3:5 negative «-10» + 4:5 negative «(10)» + 5:5 negative «−10» + 6:5 number «10-» + 7:6 negative «-1»"; got != want || len(res.Report.Lost) != 1 {
		t.Errorf("%s, want %s", got, want)
	}
	for _, l := range briefing.Langs() {
		if why := res.Report.Rejected[0].Why(l); len([]rune(why)) < 30 {
			t.Errorf("%s: %s", l, why)
		}
	}
}
