package app

import (
	"io"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// output is what was made of the options, before it is a file.
type output struct {
	snap *project.Snapshot
	made *pack.Made
	pdf  func(io.Writer) error
}

// make makes the document of an output; findings are printed where its reader
// is told of them.
func (p *Project) make(o ExportOptions, findings []check.Finding) (output, error) {
	snap, how, err := p.basis(o)
	if err != nil {
		return output{}, err
	}
	if o.Form == pack.FormSheets {
		return replacement(snap, how, o.Copies && HasCopies(o.Audience))
	}
	if (o.XLSX != "" || o.CSV != "") && HasBook(first(o.Form, FormPack)) && !p.State().ReadOnly { // earlier states can't be looked at otherwise
		if how.Before, err = p.issued(o.Audience); err != nil {
			return output{}, err
		}
	}
	made, err := pack.Make(snap, findings, how)
	if err != nil {
		return output{}, err
	}
	if o.Copies && HasCopies(o.Audience) {
		job, err := copiesJob(made, &snap.Pack, func(mark []string) ([]typeset.Page, error) { return marked(made.Document, mark) })
		return output{snap, made, job}, err
	}
	return output{snap, made, func(w io.Writer) error { return pdf.Write(w, made.Document) }}, nil
}

// replacement makes the sheets that take the place of those of the issued pack.
// Its document is the whole new pack, for the checks; its file the instruction
// and the pages that changed.
func replacement(snap *project.Snapshot, how pack.Options, copies bool) (output, error) {
	since := how.Since
	issued := since[0].Snapshot
	duplex := pack.ParseSetting(issued.Pack.Sections).Duplex
	was, err := settle(nil, sheets.Pack{}, issued, how, nil, time.Time{})
	if err != nil {
		return output{}, err
	}
	for k := 1; k < len(since); k++ {
		if was, err = settle(&duplex, was, since[k].Snapshot, how, since[:k], issued.AsOf); err != nil {
			return output{}, err
		}
	}
	compared, err := settle(&duplex, was, snap, how, since, issued.AsOf)
	if err != nil {
		return output{}, err
	}
	// What is printed bears its own moment; what was compared bore the old one.
	made, err := pack.Make(snap, nil, pack.Options{Lang: how.Lang, Form: pack.FormPack, Draft: how.Draft, Since: since, Replaces: true})
	if err != nil {
		return output{}, err
	}
	made.Document.PageNames = compared.Names()
	pages, err := pdf.Pages(made.Document)
	if err != nil {
		return output{}, err
	}
	against := compared
	if len(pages) != len(compared.Pages) {
		against = sheets.Pack{Pages: pages}
	}
	plan := sheets.Settle(was.Pages, against.Pages, how.Lang, duplex)
	if len(plan.Changes) == 0 {
		return output{}, &briefing.Error{Code: briefing.CodeNoChanges, Op: "make sheets", Path: lang.Enum(how.Lang, "form", how.Form)}
	}
	// Set once more: which side a page stands on is known only now.
	made.Document.PageNames = plan.Names
	if pages, err = pdf.Pages(made.Document); err != nil {
		return output{}, err
	}
	how.Steps = told(plan)
	note, err := pack.Make(snap, nil, how)
	if err != nil {
		return output{}, err
	}
	note.Document.PageNames = roman()
	first, err := pdf.Pages(note.Document)
	if err != nil {
		return output{}, err
	}
	print := *made.Document
	print.Title, print.Form = note.Document.Title, note.Document.Form
	if copies {
		job, err := copiesJob(note, &snap.Pack, func(mark []string) ([]typeset.Page, error) {
			first, err := marked(note.Document, mark)
			if err != nil {
				return nil, err
			}
			pages, err := marked(made.Document, mark)
			if err != nil {
				return nil, err
			}
			return sheets.Pick(first, pages, plan.Changes, duplex), nil
		})
		return output{snap, made, job}, err
	}
	return output{snap, made, func(w io.Writer) error {
		return pdf.WritePages(w, &print, sheets.Pick(first, pages, plan.Changes, duplex))
	}}, nil
}

// settle typesets the pack of a state with the names its pages have for the
// reader of the packs before it; without a duplex they are counted. The moment
// printed under tables is at, so that only what is said counts.
func settle(duplex *bool, was sheets.Pack, s *project.Snapshot, how pack.Options, since []pack.Issued, at time.Time) (sheets.Pack, error) {
	made, err := pack.Make(s, nil, pack.Options{Lang: how.Lang, Form: pack.FormPack, Draft: true, Since: since, AsOf: at})
	if err != nil {
		return sheets.Pack{}, err
	}
	pages, err := pdf.Pages(made.Document)
	if err != nil || duplex == nil {
		return sheets.Pack{Pages: pages}, err
	}
	made.Document.PageNames = sheets.Between(was.Pages, pages, how.Lang, *duplex).Names
	if pages, err = pdf.Pages(made.Document); err != nil {
		return sheets.Pack{}, err
	}
	return sheets.Pack{Pages: pages}, nil
}

// roman names the pages of the instruction, which are none of the pack's.
func roman() []document.PageName {
	var out []document.PageName
	for i, n := range []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII"} {
		out = append(out, document.PageName{Text: n, Back: i%2 == 1})
	}
	return out
}

func told(plan sheets.Plan) []pack.SheetStep {
	var out []pack.SheetStep
	for _, c := range plan.Changes {
		s := pack.SheetStep{Out: c.Out, After: c.After, Blank: c.Blank}
		for _, i := range c.In {
			s.In = append(s.In, plan.Names[i].Text)
		}
		out = append(out, s)
	}
	return out
}
