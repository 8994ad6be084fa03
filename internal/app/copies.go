package app

import (
	"io"
	"log/slog"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// copiesJob makes all numbered copies of an output one file, with the register
// by which they are handed out behind them.
//
// Each copy is what pages makes with the mark and the number on its first page.
func copiesJob(made *pack.Made, k *briefing.Pack, pages func(mark []string) ([]typeset.Page, error)) (func(io.Writer) error, error) {
	list, err := pack.Copies(k)
	if err != nil {
		return nil, required(err, made.Document.Lang)
	}
	var job []sheets.Copy
	for _, c := range list {
		one, err := pages(made.Mark(c.Number))
		if err != nil {
			return nil, err
		}
		job = append(job, sheets.Copy{Pages: one, Title: made.CopyTitle(c.Number)})
	}
	register := made.Register(list)
	last, err := pdf.Pages(register)
	if err != nil {
		return nil, err
	}
	job = append(job, sheets.Copy{Pages: last, Title: register.Sections[0].Title})
	all := sheets.Job(job, made.Document.Page.Mirrored)
	return func(w io.Writer) error { return pdf.WritePages(w, made.Document, all) }, nil
}

// marked are the pages of a document with other words at the top of the first.
func marked(d *document.Document, mark []string) ([]typeset.Page, error) {
	own := *d
	own.Mark = mark
	return pdf.Pages(&own)
}

// required names the field that is empty as its form does.
func required(err error, l briefing.Lang) error {
	if briefing.CodeOf(err) != briefing.CodeRequired {
		return err
	}
	return &briefing.Error{Code: briefing.CodeRequired, Op: "number copies", Path: lang.Label(l, briefing.KindPack, "copies"), Err: err}
}

// numberFirst numbers the copies of an issue before it is made, so that the
// paper and the state that is kept say the same; undo takes that back. A
// project that is open for reading only has nothing to write it in.
func (p *Project) numberFirst(list []ExportOptions) (undo func(), err error) {
	undo = func() {}
	i := slices.IndexFunc(list, func(o ExportOptions) bool { return o.Copies && !o.Draft })
	if i < 0 || p.State().ReadOnly {
		return undo, nil
	}
	was := p.Pack()
	changed, err := p.numberCopies()
	if err != nil || !changed {
		return undo, required(err, p.settled(list[i]).Lang)
	}
	return func() {
		if err := p.Put(was); err != nil {
			slog.Warn("numbers of copies stay", "err", err)
		}
	}, nil
}

// numberCopies writes the numbers that addressees got into the register of the
// pack, so that it says who holds which copy of the issue.
func (p *Project) numberCopies() (changed bool, err error) {
	k := p.Pack()
	list, err := pack.Copies(k)
	if err != nil {
		return false, err
	}
	changed = k.Copies != len(list)
	k.Copies = len(list)
	given := map[briefing.Text][]int{}
	for _, c := range list {
		given[c.To] = append(given[c.To], c.Number)
	}
	for i, a := range k.Addressees {
		if n := given[a.Name]; len(n) > 0 {
			changed = changed || a.Copy != n[0]
			k.Addressees[i].Copy, given[a.Name] = n[0], n[1:]
		}
	}
	if !changed {
		return false, nil
	}
	return true, p.Put(k)
}
