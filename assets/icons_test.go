package assets_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"strings"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"briefing/assets"
)

func TestIconsHaveOneInkAndNoFills(t *testing.T) {
	names := assets.SVGNames()
	if len(names) == 0 {
		t.Fatal("no icons")
	}
	for _, name := range names {
		drawing, ok := assets.SVG(name)
		if !ok {
			t.Errorf("%s: listed, but not there", name)
			continue
		}
		text := string(drawing)
		for _, once := range []string{assets.SVGInk, assets.SVGStrokeWidth, `fill="none"`, `viewBox="0 0 24 24"`} {
			if strings.Count(text, once) != 1 {
				t.Errorf("%s: %s stands %d times, want once", name, once, strings.Count(text, once))
			}
		}
		for _, attr := range []string{"fill=", "stroke=", "stroke-width="} {
			if strings.Count(text, attr) != 1 {
				t.Errorf("%s: %s stands more than once", name, attr)
			}
		}
		if err := wellFormed(drawing); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnknownIconsAreNotThere(t *testing.T) {
	if _, ok := assets.SVG("no such icon"); ok {
		t.Error("a drawing of an unknown name")
	}
	if _, ok := assets.Outline("no such icon", false); ok {
		t.Error("a shape of an unknown name")
	}
}

func TestShapesHaveOneInkAndNoStrokes(t *testing.T) {
	for _, name := range assets.SVGNames() {
		shape, ok := assets.Outline(name, false)
		if !ok || bytes.Count(shape, []byte(assets.OutlineInk)) != 1 || bytes.Contains(shape, []byte("stroke")) {
			t.Errorf("%s: not one shape in one ink", name)
		}
		if err := wellFormed(shape); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A shape made before its drawing was changed looks different from it; both
// are drawn by the toolkit's renderer at a size where a unit is four pixels.
func TestShapesLookLikeTheirDrawings(t *testing.T) {
	const scale = 4
	for _, name := range assets.SVGNames() {
		for weight, width := range map[bool]float64{false: 1.75, true: 2.1} {
			drawing, _ := assets.SVG(name)
			shape, ok := assets.Outline(name, weight)
			if !ok {
				t.Errorf("%s: no shape of bold=%t; run scripts/icons/outline.py", name, weight)
				continue
			}
			wide := fmt.Sprintf(`stroke-width="%g"`, width*scale)
			drawing = bytes.Replace(drawing, []byte(assets.SVGStrokeWidth), []byte(wide), 1)
			want, got := render(t, drawing, 24*scale), render(t, shape, 24*scale)
			ink, off := compare(want, got)
			if ink == 0 || off > 0.06*ink {
				t.Errorf("%s, bold=%t: %.1f %% of the ink lies elsewhere; run scripts/icons/outline.py",
					name, weight, 100*off/max(ink, 1))
			}
		}
	}
}

func TestIconsStayInsideTheirBox(t *testing.T) {
	for _, name := range assets.SVGNames() {
		shape, _ := assets.Outline(name, true)
		img := render(t, shape, 96)
		for i := range 96 {
			for _, p := range []image.Point{{X: i, Y: 0}, {X: i, Y: 95}, {X: 0, Y: i}, {X: 95, Y: i}} {
				if img.RGBAAt(p.X, p.Y).A != 0 {
					t.Fatalf("%s: ink at the edge, %v", name, p)
				}
			}
		}
	}
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func render(t *testing.T, drawing []byte, side int) *image.RGBA {
	t.Helper()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(drawing), oksvg.StrictErrorMode)
	if err != nil {
		t.Fatal(err)
	}
	icon.SetTarget(0, 0, float64(side), float64(side))
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	icon.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, img, img.Bounds())), 1)
	return img
}

// compare returns the ink of the first picture and the ink that differs, in pixels.
func compare(a, b *image.RGBA) (ink, off float64) {
	for i := 3; i < len(a.Pix); i += 4 {
		x, y := float64(a.Pix[i]), float64(b.Pix[i])
		ink += x / 255
		off += max(x-y, y-x) / 255
	}
	return ink, off
}
