package docx_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
	"briefing/internal/export/officetest"
)

// A chart of more rows than a page holds is several pictures, each with the
// figures of its own rows for who does not see it.
func TestAChartLongerThanAPageIsSeveralPictures(t *testing.T) {
	c := document.Chart{ID: "c", Kind: document.Ranking, Title: "Товары"}
	s := document.Series{}
	for i := range 100 {
		c.Categories = append(c.Categories, fmt.Sprint("товар", i))
		s.Points = append(s.Points, document.ChartPoint{Value: briefing.SomeNum(fmt.Sprint(i + 1)), Label: fmt.Sprint(i + 1)})
	}
	c.Series = []document.Series{s}
	d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "s", Title: "Раздел", Blocks: []document.Block{c}}}}
	var file bytes.Buffer
	if err := docx.Write(&file, d); err != nil {
		t.Fatal(err)
	}
	pictures := 0
	for _, p := range officetest.Parts(t, file.Bytes()) {
		if strings.HasSuffix(p.Name, ".png") {
			pictures++
		}
		if p.Name != "word/document.xml" {
			continue
		}
		for i := range 100 {
			if n := strings.Count(p.Text, fmt.Sprintf("товар%d: ", i)); n != 1 {
				t.Errorf("row %d is told %d times", i, n)
			}
		}
	}
	if pictures < 3 || pictures > 5 {
		t.Errorf("%d pictures", pictures)
	}
}
