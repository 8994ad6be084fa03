package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// TestPdftotextGivesTheDocumentsText takes the text out of the files as a
// reader's search does: each stretch of a line is there with its spaces, and
// nothing is there that the page and its charts don't say; every text of the
// document can be found.
func TestPdftotextGivesTheDocumentsText(t *testing.T) {
	x := newTaker(t)
	before, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	after := edited(t)
	for _, o := range outputs() {
		p := before
		if o.follows() {
			p = after
		}
		_, m := o.made(t, p, before)
		m.Document.Draft, m.Document.Watermark = false, "" // which lies across the lines
		pages, err := pdf.Pages(m.Document)
		if err != nil {
			t.Fatalf("%s: %v", o, err)
		}
		taken := x.taken(t, o.String(), m.Document, pages)
		x.found(t, o.String(), m.Document, taken)
	}
}

// edited is the example after an issue: words of one kind of record are others.
func edited(t *testing.T) *project.Project {
	t.Helper()
	return reworded(t, func(f field, old string) string {
		if f.kind == briefing.KindMessage && old != "" {
			return old + " (2)"
		}
		return old
	})
}

// TestPdftotextGivesTheTextOfOtherPapersAndJobs does the same with a small page,
// two sides, marks of restriction, copies for their addressees as one file, and
// sheets that take the place of others.
func TestPdftotextGivesTheTextOfOtherPapersAndJobs(t *testing.T) {
	x := newTaker(t)
	to := []string{"Министру сельского хозяйства", "外交部长", "Deputy Head of Protocol"}
	forms := []string{pack.FormPack, pack.FormFactsheet, pack.FormCard}
	for i, setting := range []string{"@A5", "@duplex @total", "@A5 @duplex"} {
		for j, l := range briefing.Langs() {
			form := forms[(i+j)%len(forms)]
			name := setting + " " + form + " " + string(l)
			before, after := both(t, func(k *briefing.Pack) {
				k.Sections, k.Restricted = setting, true
				for _, s := range to {
					k.Addressees = append(k.Addressees, briefing.Addressee{Name: briefing.Text{RU: s, EN: s, ZH: s}})
				}
				k.Copies = 0
			})
			o := output{l, briefing.Leader, form}
			_, m := o.made(t, before, before)
			m.Document.Draft, m.Document.Watermark = false, ""
			all := x.job(t, m, before)
			taken := x.taken(t, name, m.Document, all)
			x.found(t, name, m.Document, taken)
			last := joined(taken[len(taken)-1])
			for _, s := range to {
				if !strings.Contains(last, joined(s)) {
					t.Errorf("%s: %s is not in the register: %s", name, s, taken[len(taken)-1])
				}
			}
			if form == pack.FormPack {
				x.sheets(t, name, before, after, o)
			}
		}
	}
}

// both are the example, and the example with one thesis put otherwise, with the
// same settings of the pack.
func both(t *testing.T, set func(*briefing.Pack)) (before, after *project.Project) {
	t.Helper()
	for _, p := range []**project.Project{&before, &after} {
		var err error
		if *p, err = demo.Project(); err != nil {
			t.Fatal(err)
		}
		set(&(*p).Pack)
	}
	for _, m := range after.Messages {
		if m.Kind == "talking-point" {
			m.Body.RU += " Об этом сказано и вчера."
			m.Body.EN += " This was said yesterday too."
			m.Body.ZH += "昨天也谈到此事。"
			break
		}
	}
	return before, after
}

// taker takes texts out of files, having looked whether they are whole and fit
// for keeping.
type taker struct {
	text, whole string // pdftotext; qpdf or empty
	keep        string // folder that BRIEFING_LOOK names, or empty
	fonts       *typeset.Fonts
}

func newTaker(t *testing.T) taker {
	t.Helper()
	text, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not there")
	}
	whole, err := exec.LookPath("qpdf")
	if err != nil {
		whole = ""
	}
	return taker{text, whole, os.Getenv("BRIEFING_LOOK"), programFonts()}
}

// look examines a file by the standard's list and, where it is there, with qpdf.
func (x taker) look(t *testing.T, name, path string, file []byte) {
	t.Helper()
	for _, f := range examine(file) {
		t.Errorf("%s: %s", name, f)
	}
	if x.keep != "" {
		if err := os.WriteFile(filepath.Join(x.keep, strings.ReplaceAll(name, " ", "_")+".pdf"), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if x.whole != "" {
		if out, err := exec.Command(x.whole, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// text is that of each page of a file, which has been compared with the page.
func (x taker) taken(t *testing.T, name string, d *document.Document, pages []typeset.Page) []string {
	t.Helper()
	var file bytes.Buffer
	if err := pdf.WritePages(&file, d, pages); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	x.look(t, name, path, file.Bytes())
	out, err := exec.Command(x.text, "-raw", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	taken := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(taken) != len(pages) {
		t.Fatalf("%s: text of %d pages, want %d", name, len(taken), len(pages))
	}
	for i, p := range pages {
		comparePage(t, fmt.Sprintf("%s, page %d", name, i+1), x.fonts, p, taken[i])
	}
	return taken
}

// found wants every text of the document in what was taken out.
func (x taker) found(t *testing.T, name string, d *document.Document, taken []string) {
	t.Helper()
	whole := joined(strings.Join(taken, "\f"))
	for _, s := range d.Sections {
		// Of a section with several arrangements all of one are there.
		var missing []string
		for i, blocks := range append([][]document.Block{s.Blocks}, s.Tighter...) {
			s.Blocks = blocks
			lack := slices.DeleteFunc(textsOf(&s), func(text string) bool { return strings.Contains(whole, joined(text)) })
			if i == 0 || len(lack) < len(missing) {
				missing = lack
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s, %s: can't be found: %q", name, s.Key, missing)
		}
	}
}

// job is all copies of a pack one behind the other, with their register.
func (x taker) job(t *testing.T, m *pack.Made, p *project.Project) []typeset.Page {
	t.Helper()
	copies, err := pack.Copies(&p.Pack)
	if err != nil {
		t.Fatal(err)
	}
	set := func(d *document.Document) []typeset.Page {
		pages, err := pdf.Pages(d)
		if err != nil {
			t.Fatal(err)
		}
		return pages
	}
	var job []sheets.Copy
	for _, c := range copies {
		own := *m.Document
		own.Mark = m.Mark(c.Number)
		job = append(job, sheets.Copy{Pages: set(&own), Title: m.CopyTitle(c.Number)})
	}
	job = append(job, sheets.Copy{Pages: set(m.Register(copies)), Title: "register"})
	return sheets.Job(job, m.Document.Page.Mirrored)
}

// sheets are the pages that take the place of those that were changed, behind
// the sheet that tells which.
func (x taker) sheets(t *testing.T, name string, before, after *project.Project, o output) {
	t.Helper()
	_, was := o.made(t, before, before)
	_, is := o.made(t, after, before)
	var pages [2][]typeset.Page
	for i, m := range []*pack.Made{was, is} {
		m.Document.Draft, m.Document.Watermark = false, ""
		var err error
		if pages[i], err = pdf.Pages(m.Document); err != nil {
			t.Fatal(err)
		}
	}
	duplex := is.Document.Page.Mirrored
	plan := sheets.Settle(pages[0], pages[1], o.l, duplex)
	o.form = pack.FormSheets
	_, note := o.made(t, after, before)
	note.Document.Draft, note.Document.Watermark = false, ""
	first, err := pdf.Pages(note.Document)
	if err != nil {
		t.Fatal(err)
	}
	picked := sheets.Pick(first, pages[1], plan.Changes, duplex)
	all := strings.Contains(name, "@total") && len(pages[0]) != len(pages[1]) // each page says how many there are
	if len(picked) <= len(first) || len(picked) >= len(pages[1]) && !all {
		t.Fatalf("%s: %d pages of %d are changed, there were %d", name, len(picked)-len(first), len(pages[1]), len(pages[0]))
	}
	x.taken(t, name+" sheets", note.Document, picked)
}

// spaced makes of any run of spaces, of whatever kind, one plain space: that is
// what the tool that takes text out makes of them.
func spaced(s string) string {
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}

// letters are the characters of a text without its spaces, sorted.
func letters(s string) string {
	rs := []rune(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), ""))
	slices.Sort(rs)
	return string(rs)
}

// joined is a text without spaces and without hyphens, which the end of a line
// may add.
func joined(s string) string {
	return strings.NewReplacer("-", "", "\u00ad", "").Replace(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), ""))
}

func comparePage(t *testing.T, at string, fonts *typeset.Fonts, p typeset.Page, taken string) {
	t.Helper()
	said, plots := "", false
	line := spaced(taken)
	for _, f := range fragments(fonts, p) {
		said += f.text
		if s := spaced(f.text); !strings.Contains(line, s) {
			t.Errorf("%s: %q is not in the text taken out", at, s)
		}
	}
	for _, b := range p.Boxes {
		_, plot := b.(typeset.Plot)
		plots = plots || plot
	}
	if got, want := letters(taken), letters(said); !plots && got != want {
		t.Errorf("%s: the characters taken out are\n%s\nwant\n%s", at, got, want)
	}
}

// textsOf lists texts of a section that stand on its pages in one piece:
// titles, paragraphs, cells.
func textsOf(s *document.Section) []string {
	var out []string
	runs := func(rs []document.Run) {
		for _, r := range rs {
			out = append(out, r.Text)
		}
	}
	var walk func([]document.Block)
	walk = func(bs []document.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case document.Heading:
				out = append(out, b.Text)
			case document.Paragraph:
				runs(b.Runs)
			case document.Note:
				out = append(out, b.Title)
				runs(b.Runs)
			case document.Points:
				for _, p := range b.Items {
					out = append(out, p.Title, p.Tag, p.Tail)
					runs(p.Runs)
				}
			case document.KeyFigures:
				for _, k := range b.Items {
					out = append(out, k.Word, k.Number, k.Unit, k.What, k.Change)
				}
			case document.Columns:
				walk(b.Left)
				walk(b.Right)
			case document.Chart:
				out = append(out, b.Label, b.Title, b.Caption, b.Source)
			case document.Table:
				out = append(append(out, b.Label, b.Title, b.Source), b.Notes...)
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						out = append(out, c.Text, c.Sub)
						runs(c.Runs)
					}
				}
			}
		}
	}
	if !s.Silent && !s.Bare {
		out = append(out, s.Title, s.Deck)
	}
	walk(s.Blocks)
	return out
}
