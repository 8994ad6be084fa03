package typeset_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// A Chinese figure stays on one line: number, scale and unit, wherever the line ends.
func TestAChineseFigureIsNotParted(t *testing.T) {
	figures := []string{"1.47亿美元", "9万吨", "283.5万吨", "23.5个百分点", "2032美元", "15.3亿元人民币"}
	for before := range 40 {
		for _, f := range figures {
			text := strings.Repeat("中", before) + "进口" + f + "，同比增长。" + strings.Repeat("国", 30)
			d := &document.Document{Lang: briefing.ZH, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "章", Blocks: []document.Block{
				document.Paragraph{Runs: document.Plain(text)},
			}}}}
			pages, err := typeset.Set(d, fonts(), plain)
			if err != nil {
				t.Fatal(err)
			}
			kept := strings.TrimSuffix(f, "人民币")
			if !slices.ContainsFunc(linesOf(pages[0]), func(l string) bool { return strings.Contains(strings.ReplaceAll(l, " ", ""), kept) }) {
				t.Errorf("%s behind %d characters is parted: %q", f, before, linesOf(pages[0]))
			}
		}
	}
}
