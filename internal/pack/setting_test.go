package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func TestASettingIsReadAndWrittenAlike(t *testing.T) {
	for line, want := range map[string]string{
		"":                           "",
		"-people -event":             "-event -people",
		"summary trade -people":      "summary trade -people",
		"annex=brief @duplex @A5":    "annex=brief @duplex @A5",
		"@total  @duplex":            "@duplex @total",
		"@A5 @nophotos":              "@nophotos @A5",
		"@langs=en,ru":               "@langs=ru,en",
		"@langs=zh -people":          "-people @langs=ru,zh",
		"@langs=,xx":                 "@langs=,xx",
		"trade trade нечто -gone":    "trade -gone нечто",
		"@A4 -":                      "-",
		"-trade trade=brief trade @": "trade -trade trade=brief @",
	} {
		got := pack.ParseSetting(line).String()
		if got != want || pack.ParseSetting(got).String() != got {
			t.Errorf("%q is written %q, want %q", line, got, want)
		}
	}
}

func TestTheInstructionNamesPagesInRows(t *testing.T) {
	s := project.Take(demoProject(t), project.Options{})
	for _, l := range briefing.Langs() {
		d, err := pack.Build(s, nil, pack.Options{Lang: l, Form: pack.FormSheets, Since: []pack.Issued{{Snapshot: s, Number: 2}}, Steps: []pack.SheetStep{
			{Out: []string{"3", "4", "5", "7"}, In: []string{"3", "3а"}, Blank: true}, {In: []string{"9а"}, After: "9"}, {Out: []string{"11", "12"}},
		}})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "sheets-"+string(l), dump(d))
		if out := dump(d); !strings.Contains(out, "3–5, 7") || strings.Contains(out, "⟨") {
			t.Error(out)
		}
		d, err = pack.Build(s, nil, pack.Options{Lang: l, Form: pack.FormSheets, Since: []pack.Issued{{Snapshot: s, Number: 2}}, Steps: []pack.SheetStep{
			{Out: []string{"3", "4"}, In: []string{"3", "4"}},
		}})
		if out := dump(d); err != nil || strings.Contains(out, lang.T(l, "pack.sheets.lettered", "")[:8]) {
			t.Errorf("%s: letters where no page was added: %v\n%s", l, err, out)
		}
	}
	if _, err := pack.Build(s, nil, pack.Options{Lang: briefing.RU, Form: pack.FormSheets}); briefing.CodeOf(err) != briefing.CodeNoIssueKept {
		t.Error(err)
	}
}
