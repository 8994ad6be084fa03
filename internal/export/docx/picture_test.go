package docx_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

func TestImagesStandInTheFileAsTheyDoOnThePage(t *testing.T) {
	got := parts(t, write(t, sample(briefing.Leader)))
	if got["word/media/image1.png"] != "\x89PNG" || got["word/media/image2.jpg"] != "\xff\xd8\xff" {
		t.Errorf("parts: %v", keys(got))
	}
	main := got["word/document.xml"]
	for _, want := range []string{
		`descr="Ворота хаба"`, `descr="Птица"`,
		`cx="684000" cy="684000"`, // 19 mm
		`cx="641520" cy="6415200"`,
	} { // six tenths of A4, as narrow as it then is
		if !strings.Contains(main, want) {
			t.Errorf("%s is not there", want)
		}
	}
	for name, text := range got {
		if strings.Contains(text, "секрет") || strings.Contains(text, "secret") {
			t.Errorf("%s says how a file was called", name)
		}
	}
	if types := got["[Content_Types].xml"]; !strings.Contains(types, `Extension="jpg" ContentType="image/jpeg"`) {
		t.Errorf("the kind of JPEG is not named: %s", types)
	}
}

func keys(m map[string]string) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	return out
}

func TestAnImageThatIsNotShownSaysWhy(t *testing.T) {
	d := sample(briefing.Leader)
	d.Sections[1].Blocks = []document.Block{document.Picture{Fault: "broken", Says: "«план.png»: не читается", Caption: "План"}}
	d.Sections[2].Blocks = nil
	got := parts(t, write(t, d))
	if _, there := got["word/media/image2.jpg"]; there || !strings.Contains(got["word/document.xml"], "не читается") {
		t.Errorf("%v", keys(got))
	}
}
