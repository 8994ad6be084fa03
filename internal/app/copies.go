package app

import (
	"io"

	"briefing/internal/briefing"
	"briefing/internal/export/pdf"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/sheets"
)

// copiesJob makes all numbered copies of an output one file, with the register
// by which they are handed out behind them.
func copiesJob(made *pack.Made, k *briefing.Pack) (func(io.Writer) error, error) {
	list, err := pack.Copies(k)
	if briefing.CodeOf(err) == briefing.CodeRequired {
		return nil, &briefing.Error{Code: briefing.CodeRequired, Op: "number copies", Path: lang.Label(made.Document.Lang, briefing.KindPack, "copies"), Err: err}
	}
	if err != nil {
		return nil, err
	}
	var job []sheets.Copy
	for _, c := range list {
		d := *made.Document
		d.Mark = made.Mark(c.Number)
		pages, err := pdf.Pages(&d)
		if err != nil {
			return nil, err
		}
		job = append(job, sheets.Copy{Pages: pages, Title: made.CopyTitle(c.Number)})
	}
	register := made.Register(list)
	pages, err := pdf.Pages(register)
	if err != nil {
		return nil, err
	}
	job = append(job, sheets.Copy{Pages: pages, Title: register.Sections[0].Title})
	all := sheets.Job(job, made.Document.Page.Mirrored)
	return func(w io.Writer) error { return pdf.WritePages(w, made.Document, all) }, nil
}

// numberCopies writes the numbers that addressees got into the register of the
// pack, so that it says who holds which copy of the issue.
func (p *Project) numberCopies() error {
	k := p.Pack()
	list, err := pack.Copies(k)
	if err != nil {
		return err
	}
	changed := k.Copies != len(list)
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
		return nil
	}
	return p.Put(k)
}
