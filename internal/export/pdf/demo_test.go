package pdf_test

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/assets"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/typeset"
)

var update = flag.Bool("update", false, "write the golden files anew")

// demoOutputs are the outputs of the example by the names of their goldens.
func demoOutputs(t *testing.T) map[string]*document.Document {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	findings := check.Data(project.Take(p, project.Options{Audience: briefing.Compiler}))
	out := map[string]*document.Document{}
	add := func(name string, a briefing.Audience, o pack.Options) {
		d, err := pack.Build(project.Take(p, project.Options{Audience: a}), findings, o)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = d
	}
	for _, l := range briefing.Langs() {
		add("pack-"+string(l), briefing.Leader, pack.Options{Lang: l})
	}
	for _, form := range []string{pack.FormFactsheet, pack.FormCard, pack.FormAnswers} {
		add(form+"-ru", briefing.Leader, pack.Options{Lang: briefing.RU, Form: form})
	}
	add("compiler-ru", briefing.Compiler, pack.Options{Lang: briefing.RU, Form: pack.FormCompiler})
	return out
}

// fragment is text that stands on one line without a gap.
type fragment struct {
	x, y, end, size float64
	text            string
}

// fragments joins the boxes of a page into what a reader sees as one stretch
// of a line, from the top down and from the left.
func fragments(fonts *typeset.Fonts, p typeset.Page) []fragment {
	var out []fragment
	for _, b := range p.Boxes {
		t, ok := b.(typeset.Text)
		if !ok || t.Angle != 0 {
			continue
		}
		w := 0.0
		for _, r := range t.S {
			a, _ := fonts.Advance(t.Face, r)
			w += float64(a) * t.Size / 1000
		}
		if n := len(out) - 1; n >= 0 && math.Abs(out[n].y-t.Y) < 0.05 && math.Abs(out[n].end-t.X) < 0.6 {
			out[n].text, out[n].end = out[n].text+t.S, t.X+w
			continue
		}
		out = append(out, fragment{t.X, t.Y, t.X + w, t.Size, t.S})
	}
	slices.SortStableFunc(out, func(a, b fragment) int {
		return cmp.Or(cmp.Compare(math.Round(a.y), math.Round(b.y)), cmp.Compare(a.x, b.x))
	})
	return out
}

func programFonts() *typeset.Fonts {
	return typeset.NewFonts(func(f typeset.Face) []byte { return assets.FontShared(fontNames()[f]) })
}

// brief is enough of a text to know it by.
func brief(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) > 36 {
		return string(r[:22]) + " … " + string(r[len(r)-9:])
	}
	return string(r)
}

// sketch prints pages as a person reads them: a line for each line, with its
// distance from the top and the left edge in points, its size of type where
// that changes, and the texts, shortened; plots, images and grounds among them.
func sketch(fonts *typeset.Fonts, pages []typeset.Page) string {
	var sb strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&sb, "== page %s, %.0f × %.0f\n", p.Name, p.Width, p.Height)
		rows := map[int][]string{}
		size := 0.0
		for _, f := range fragments(fonts, p) {
			s := fmt.Sprintf("%.0f %s", f.x, brief(f.text))
			if f.size != size {
				s, size = fmt.Sprintf("%.0f (%.4g) %s", f.x, f.size, brief(f.text)), f.size
			}
			y := int(math.Round(f.y))
			rows[y] = append(rows[y], s)
		}
		add := func(what string, x, y, w, h float64) {
			at := int(math.Round(y))
			rows[at] = append(rows[at], fmt.Sprintf("%.0f [%s %.0f × %.0f]", x, what, w, h))
		}
		for _, b := range p.Boxes {
			switch b := b.(type) {
			case typeset.Plot:
				add("plot "+b.Chart.ID, b.X, b.Y, b.W, b.H)
			case typeset.Picture:
				add("image", b.X, b.Y, b.W, b.H)
			case typeset.Rect:
				if b.H > 9 {
					add("ground", b.X, b.Y, b.W, b.H)
				}
			}
		}
		ys := make([]int, 0, len(rows))
		for y := range rows {
			ys = append(ys, y)
		}
		slices.Sort(ys)
		for _, y := range ys {
			fmt.Fprintf(&sb, "%4d  %s\n", y, strings.Join(rows[y], " │ "))
		}
	}
	return sb.String()
}

// TestDemoPagesStandAsTheirGoldens shows in review what a change does to pages.
func TestDemoPagesStandAsTheirGoldens(t *testing.T) {
	fonts := programFonts()
	for name, d := range demoOutputs(t) {
		pages, err := pdf.Pages(d)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, path := sketch(fonts, pages), filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if g, w, at := firstChange(got, string(want)); at > 0 {
			t.Errorf("%s, line %d (-update writes the pages anew):\n got  %s\n want %s", name, at, g, w)
		}
	}
}

// firstChange is the first line in which two texts differ, counted from 1.
func firstChange(a, b string) (la, lb string, line int) {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	at := func(s []string, i int) string {
		if i < len(s) {
			return s[i]
		}
		return "(end)"
	}
	for i := range max(len(as), len(bs)) {
		if at(as, i) != at(bs, i) {
			return at(as, i), at(bs, i), i + 1
		}
	}
	return "", "", 0
}
