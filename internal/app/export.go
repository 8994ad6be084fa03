package app

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/export/csv"
	"briefing/internal/export/docx"
	"briefing/internal/export/pdf"
	"briefing/internal/export/xlsx"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/routine"
	"briefing/internal/safefile"
	"briefing/internal/typeset"
)

// ExportOptions choose what is made and where it goes.
type ExportOptions struct {
	PDF, XLSX string // targets; empty: not made
	DOCX, CSV string // CSV: each table of the workbook, in one zip
	// Picture is the target of one chart or table, a PNG or SVG file by its
	// name; Item is the key of it, as Items tells.
	Picture, Item string
	alone         bool // for a list of what can be taken one by one
	Lang          briefing.Lang
	Form          string            // pack.FormPack when empty
	Audience      briefing.Audience // leader when zero; the compiler's form has its own
	Draft         bool
	Guard         bool      // the workbook's formulas can't be edited until the protection of their sheets is lifted
	Unkept        bool      // an issue is not kept in the project
	Copies        bool      // all numbered copies as one file to be printed
	Careful       bool      // nobody was asked whether a file that is there may go (MayReplace)
	AsOf          time.Time // the pack's own moment when zero
	// Progress is told after each step; it may be nil.
	Progress func(done, total int, step string)
}

// targets are the files that are to be written, empty ones with them.
func (o ExportOptions) targets() []string { return []string{o.PDF, o.XLSX, o.CSV, o.DOCX, o.Picture} }

func (o ExportOptions) audience() briefing.Audience {
	switch {
	case o.Form == pack.FormCompiler:
		return briefing.Compiler
	case o.Audience == 0:
		return briefing.Leader
	}
	return o.Audience
}

// checked is what the checks have to know of the output.
func (o ExportOptions) checked() check.Output {
	out := check.Output{Lang: o.Lang, Compiler: o.Form == pack.FormCompiler}
	if o.PDF != "" {
		out.Prints = pdf.Prints
	}
	return out
}

// ReadyExport reads what every export needs whatever the project: texts, and
// fonts for a PDF. It may be run beside the opening of the project, and saves
// that time; exports do not depend on it.
func ReadyExport(o ExportOptions) {
	lang.Ready()
	if o.PDF != "" {
		pdf.Ready()
	}
	check.Ready()
}

// ReadyChecks reads the words that checks look for. It need not be called.
func ReadyChecks() { check.Ready() }

// Exported is what was made, and what the checks said of it.
type Exported struct {
	Files    []string
	Findings []check.Finding
}

// Blocking lists the findings that stop an issue.
func Blocking(findings []check.Finding) []check.Finding {
	var out []check.Finding
	for _, f := range findings {
		if f.Severity == check.Blocking && f.InPack {
			out = append(out, f)
		}
	}
	return out
}

// Export makes the outputs. With blocking findings and no draft nothing is
// written and the error's code is CodeBlocking; the findings are returned all
// the same. All outputs are made in memory before the first file is touched.
func (p *Project) Export(ctx context.Context, o ExportOptions) (Exported, error) {
	return p.ExportAll(ctx, []ExportOptions{o}, func(s Step) {
		if o.Progress != nil {
			o.Progress(s.Done, s.Total, s.Stage)
		}
	})
}

// Step tells how far an export is.
type Step struct {
	Done, Total int
	Stage       string // what was just done: "build", "pdf", "xlsx", "csv", "docx", "picture", "write"
	File        string // the file it was done for, "" while none is meant
	Size        int    // of the file in bytes, once it is made
}

// ExportAll makes several outputs as one: when one of them can't be made, or
// the context ends before the last is, no file is touched. The findings are
// those of all outputs, each once. tell may be nil.
func (p *Project) ExportAll(ctx context.Context, list []ExportOptions, tell func(Step)) (out Exported, err error) {
	for _, o := range list {
		for _, path := range o.targets() {
			if err := mayTake(path); err != nil {
				return out, err
			}
			if !o.Careful {
				continue
			}
			if err := MayReplace(path, o.Draft, o.audience()); err != nil {
				return out, err
			}
		}
	}
	steps := newSteps(list, tell)
	issue := slices.ContainsFunc(list, func(o ExportOptions) bool { return !o.Draft })
	if issue {
		p.CheckFile(nil) // beside the making
	}
	undo, err := p.numberFirst(list)
	if err != nil {
		return out, err
	}
	defer func() {
		if len(out.Files) == 0 { // nothing went out: nothing was handed out
			undo()
		}
	}()
	var files []rendered
	for _, o := range list {
		made, findings, err := p.render(ctx, o, steps)
		out.Findings = union(out.Findings, findings)
		if err != nil {
			return out, err
		}
		files = append(files, made...)
	}
	if err := ctx.Err(); err != nil {
		return out, cancelled(err)
	}
	if err := p.mayLeave(ctx, issue); err != nil {
		return out, err
	}
	for _, f := range files {
		if err := f.write(); err != nil {
			return out, err
		}
		out.Files = append(out.Files, f.path)
		steps.done("write", f)
	}
	return out, p.freezeIssue(list, out.Files)
}

// freezeIssue keeps the state that an issue was made of as a version, so that
// it can be looked at and compared whatever is changed later. A project that
// is open for reading only has nothing to keep it in.
func (p *Project) freezeIssue(list []ExportOptions, files []string) error {
	list = slices.DeleteFunc(slices.Clone(list), func(o ExportOptions) bool { return o.Unkept })
	name := issueName(versionWords(p.Pack()), list)
	if name == "" || p.State().ReadOnly {
		return nil
	}
	return p.freeze(briefing.VersionIssue, name, files)
}

// union adds the findings that are not there yet.
func union(have, more []check.Finding) []check.Finding {
	for _, f := range more {
		if !slices.Contains(have, f) {
			have = append(have, f)
		}
	}
	return have
}

// usualSize is room for most outputs, so that they are not copied while they grow.
const usualSize = 256 << 10

// render makes the outputs of one set of options in memory.
func (p *Project) render(ctx context.Context, o ExportOptions, steps *steps) ([]rendered, []check.Finding, error) {
	o = p.settled(o)
	if err := ctx.Err(); err != nil {
		return nil, nil, cancelled(err)
	}
	// The checks run beside the making: what they find is told to the
	// compiler only, elsewhere it decides whether the outputs go out.
	data := beside(func() []check.Finding { return p.Check(o.AsOf) })
	var printed []check.Finding
	if o.Audience == briefing.Compiler {
		printed = data()
	}
	made, err := p.make(o, printed)
	if err == nil {
		err = p.later(o)
	}
	if err != nil {
		return nil, data(), err
	}
	verdict := beside(func() []check.Finding {
		return p.verdict(made, o)
	})
	steps.done("build", rendered{})
	files, err := draw(ctx, o, made, steps)
	findings := append(data(), verdict()...)
	if n := len(Blocking(findings)); n > 0 && !o.Draft {
		return nil, findings, &briefing.Error{Code: briefing.CodeBlocking, Op: "export", Path: fmt.Sprint(n)}
	}
	return files, findings, err
}

// draw makes the files of a document and its book in memory.
func draw(ctx context.Context, o ExportOptions, made output, steps *steps) ([]rendered, error) {
	var files []rendered
	for _, target := range []struct {
		path, step string
		write      func(io.Writer) error
	}{
		{o.PDF, "pdf", made.pdf},
		{o.XLSX, "xlsx", func(w io.Writer) error { return xlsx.Write(w, guardedBook(made.made.Book(), o.Guard)) }},
		{o.CSV, "csv", func(w io.Writer) error { return csv.Write(w, made.made.Book()) }},
		{o.DOCX, "docx", func(w io.Writer) error { return docx.Write(w, made.made.Document) }},
		{o.Picture, "picture", func(w io.Writer) error { return drawPicture(w, o, made.made.Document) }},
	} {
		if target.path == "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, cancelled(err)
		}
		var buf bytes.Buffer
		buf.Grow(usualSize)
		if err := target.write(&buf); err != nil {
			return nil, err
		}
		f := rendered{target.path, buf.Bytes()}
		files = append(files, f)
		steps.done(target.step, f)
	}
	return files, nil
}

// beside runs fn on a goroutine of its own; the function returned waits for
// it. A panic of fn is one of who waits.
func beside[T any](fn func() T) func() T {
	var out T
	var work routine.Group
	work.Go(func() { out = fn() })
	return func() T {
		work.Wait()
		return out
	}
}

// Paper is the paper that an output is set on, and whether it is for both sides.
func (p *Project) Paper(o ExportOptions) (paper string, duplex bool) {
	return pack.PaperOf(o.Form, pack.ParseSetting(p.Pack().Sections))
}

// Document builds the document that an export would print, for the preview.
func (p *Project) Document(o ExportOptions) (*document.Document, error) {
	o = p.settled(o)
	made, err := p.make(o, p.Check(o.AsOf))
	if err != nil {
		return nil, err
	}
	return made.made.Document, nil
}

// PDF makes the bytes that an export would write, as a draft, for the preview.
func (p *Project) PDF(o ExportOptions) ([]byte, error) {
	o.Draft = true
	o = p.settled(o)
	made, err := p.make(o, p.Check(o.AsOf))
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	err = made.pdf(&buf)
	return buf.Bytes(), err
}

// Laid is PDF with the places of what stands on its pages: for finding the
// record under a point of one.
func (p *Project) Laid(o ExportOptions) (data []byte, pages []typeset.Page, err error) {
	o.Draft = true
	o = p.settled(o)
	out, err := p.make(o, p.Check(o.AsOf))
	if err != nil {
		return nil, nil, err
	}
	if pages, err = pdf.Pages(out.made.Document); err != nil {
		return nil, nil, err
	}
	var buf bytes.Buffer
	err = pdf.WritePages(&buf, out.made.Document, pages)
	return buf.Bytes(), pages, err
}

type rendered struct {
	path string
	data []byte
}

func (r rendered) write() error {
	if st, err := os.Stat(r.path); err == nil && st.IsDir() {
		return &briefing.Error{Code: briefing.CodeIsDirectory, Op: "write output", Path: r.path}
	}
	safefile.Sweep(filepath.Dir(r.path)) // of an export that was killed
	return safefile.WriteFile(r.path, r.data)
}

type steps struct {
	n, total int
	tell     func(Step)
}

func newSteps(list []ExportOptions, tell func(Step)) *steps {
	s := &steps{tell: tell}
	for _, o := range list {
		s.total++
		for _, t := range o.targets() {
			if t != "" {
				s.total += 2
			}
		}
	}
	return s
}

func (s *steps) done(stage string, f rendered) {
	s.n++
	if s.tell != nil {
		s.tell(Step{s.n, s.total, stage, f.path, len(f.data)})
	}
}
