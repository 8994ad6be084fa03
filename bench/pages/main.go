// Command pages sets one pack of some thirty pages (45 paragraphs, 10 tables of
// 40 rows, 15 charts) by our own typesetter and by others that are installed:
// Typst, LibreOffice, WeasyPrint, ReportLab. All run by turns, each in a fresh
// process, on the same content and fonts in one run. Wall time is what a user
// waits for; processor time and the peak of memory are the system's count.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"syscall"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/routine"
)

func main() {
	ours := flag.String("ours", "", "write the pack by our typesetter to this file and do nothing else")
	annex := flag.Int("annex", 0, "with -ours: a table of so many rows in place of the pack")
	lang := flag.String("lang", "ru", "ru or zh")
	times := flag.Int("times", 5, "how often each sets the pack")
	fonts := flag.String("fonts", "assets/fonts", "folder of the fonts")
	typst := flag.String("typst", "typst", "the Typst compiler")
	python := flag.String("python", "/usr/bin/python3", "Python with ReportLab")
	flag.Parse()
	var err error
	if *ours != "" {
		err = write(*ours, briefing.Lang(*lang), *annex)
	} else {
		err = compare(*lang, *fonts, *typst, *python, *times)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// write sets the pack, or an annex, and writes it.
func write(path string, l briefing.Lang, rows int) error {
	// As the command does: its garbage is collected late, and fonts are read
	// beside the work that comes before.
	debug.SetGCPercent(400)
	routine.Go(pdf.Ready, nil)
	d := pack(l == briefing.ZH).document(l)
	if rows > 0 {
		d = annexOf(l, rows)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := pdf.Write(f, d); err != nil {
		return err
	}
	return f.Close()
}

// annexOf is one table of a name and twelve numbers a row.
func annexOf(l briefing.Lang, rows int) *document.Document {
	t := document.Table{ID: "A", Label: "А.1", Dense: true, Columns: []document.Column{{Title: "№"}}}
	for m := range 12 {
		t.Columns = append(t.Columns, document.Column{Title: fmt.Sprint(m + 1), Kind: document.NumberColumn})
	}
	for i := range rows {
		r := document.Row{Cells: []document.Cell{document.Txt(fmt.Sprintf("Товарная позиция %d", i))}}
		for m := range 12 {
			r.Cells = append(r.Cells, document.Cell{Number: briefing.SomeNum(fmt.Sprint((i*31 + m*977) % 10000))})
		}
		t.Rows = append(t.Rows, r)
	}
	return &document.Document{Lang: l, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "A", Level: 1, Blocks: []document.Block{t}}}}
}

// setter is one way to set the pack.
type setter struct {
	name string
	args []string
	out  string
	took []cost
	err  error
}

type cost struct{ wall, cpu, peak float64 } // milliseconds, megabytes

func (s *setter) run(dir string) {
	if s.err != nil {
		return
	}
	cmd := exec.Command(s.args[0], s.args[1:]...)
	cmd.Dir = dir
	start := time.Now()
	text, err := cmd.CombinedOutput()
	wall := time.Since(start)
	if err != nil {
		s.err = fmt.Errorf("%w: %.200s", err, text)
		return
	}
	c := cost{wall: float64(wall.Microseconds()) / 1000, cpu: float64((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Microseconds()) / 1000}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = float64(u.Maxrss) / 1024
	}
	s.took = append(s.took, c)
}

func compare(lang, fonts, typst, python string, times int) error {
	dir, err := os.MkdirTemp("", "pages-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if fonts, err = filepath.Abs(fonts); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := pack(lang == "zh").write(dir, fonts, lang == "zh"); err != nil {
		return err
	}
	all := []*setter{
		{name: "ours", args: []string{self, "-ours", "ours.pdf", "-lang", lang}, out: "ours.pdf"},
		{name: "Typst", args: []string{typst, "compile", "--font-path", fonts, "pack.typ", "typst.pdf"}, out: "typst.pdf"},
		{name: "ReportLab", args: []string{python, "reportlab.py", "pack.json", fonts, lang, "reportlab.pdf"}, out: "reportlab.pdf"},
		{name: "WeasyPrint", args: []string{"weasyprint", "pack.html", "weasy.pdf"}, out: "weasy.pdf"},
		{name: "LibreOffice, without charts", args: []string{"soffice", "-env:UserInstallation=file://" + dir + "/lo", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "plain.html"}, out: "plain.pdf"},
		{name: "ours, annex of 5 000 rows", args: []string{self, "-ours", "annex.pdf", "-lang", lang, "-annex", "5000"}, out: "annex.pdf"},
	}
	// ReportLab would import its own script: a script has another name.
	if err := os.Rename(filepath.Join(dir, "reportlab.py"), filepath.Join(dir, "set.py")); err != nil {
		return err
	}
	all[2].args[1] = "set.py"
	for range times + 1 { // the first warms the caches
		for _, s := range all {
			s.run(dir)
		}
	}
	fmt.Printf("%-30s %9s %9s %9s %9s %9s %12s\n", lang, "wall min", "median", "cpu min", "peak MB", "KB", "ours / this")
	for _, s := range all {
		if s.err != nil || len(s.took) < 2 {
			fmt.Printf("%-30s not to be had: %v\n", s.name, s.err)
			continue
		}
		s.print(dir, all[0])
	}
	return nil
}

func (s *setter) print(dir string, first *setter) {
	took := slices.Clone(s.took[1:])
	least := func(of []cost, f func(cost) float64) float64 {
		return f(slices.MinFunc(of, func(a, b cost) int { return cmp.Compare(f(a), f(b)) }))
	}
	wall := func(c cost) float64 { return c.wall }
	slices.SortFunc(took, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	size := int64(0)
	if i, err := os.Stat(filepath.Join(dir, s.out)); err == nil {
		size = i.Size()
	}
	fmt.Printf("%-30s %6.0f ms %6.0f ms %6.0f ms %9.0f %9d %12.2f\n", s.name, took[0].wall, took[len(took)/2].wall,
		least(took, func(c cost) float64 { return c.cpu }), least(took, func(c cost) float64 { return c.peak }), size/1024,
		least(first.took[1:], wall)/took[0].wall)
}
