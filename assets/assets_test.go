package assets_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"briefing/assets"
)

func TestIconIsASquarePictureWithClearCorners(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(assets.Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size != image.Pt(512, 512) {
		t.Errorf("size %v, want 512×512", size)
	}
	if _, _, _, alpha := img.At(0, 0).RGBA(); alpha != 0 {
		t.Error("the corner is not clear")
	}
	if r, g, b, _ := img.At(40, 256).RGBA(); r>>8 != 0x12 || g>>8 != 0x43 || b>>8 != 0x6d {
		t.Errorf("the plate is #%02x%02x%02x, want #12436d", r>>8, g>>8, b>>8)
	}
	if inked(render(t, assets.IconSVG(), 64)) == 0 {
		t.Error("the toolkit's renderer draws nothing from the icon's SVG")
	}
}

func inked(img *image.RGBA) float64 {
	ink, _ := compare(img, img)
	return ink
}

func TestLicencesNameEveryFontAndGiveItsText(t *testing.T) {
	text := assets.Licences()
	for _, want := range []string{
		"Golos Text", "Golos Text Tabular", "PT Serif", "Noto Sans SC",
		"=== OFL-GolosText.txt ===", "=== OFL-PTSerif.txt ===", "=== OFL-NotoSansSC.txt ===",
		"Reserved Font Names \"PT Sans\", \"PT Serif\" and \"ParaType\"", "通用规范汉字表",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not there: %s", want)
		}
	}
	if n := strings.Count(text, "SIL OPEN FONT LICENSE Version 1.1"); n != 3 {
		t.Errorf("the licence's text stands %d times, want 3", n)
	}
	if strings.Contains(text, "\r") {
		t.Error("a carriage return")
	}
	if text != assets.Licences() {
		t.Error("two calls differ")
	}
}
