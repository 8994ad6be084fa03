package cli

import (
	"fmt"
	"strings"

	"briefing/internal/app"
	"briefing/internal/lang"
)

// returned tells what is missing from a workbook of ours that came back.
type returned struct {
	Sheets  []string    `json:"sheetsMissing"`
	NoKeys  []string    `json:"sheetsWithoutKeys"`
	Columns []noColumn  `json:"columnsMissing"`
	Short   []shortRows `json:"rowsMissing"`
}

type noColumn struct {
	Sheet  string `json:"sheet"`
	Column string `json:"column"`
}

type shortRows struct {
	Sheet string `json:"sheet"`
	Rows  int    `json:"rows"`
}

// with adds what one file tells; nil stays nil for a file of another kind.
func (t *returned) with(d app.Imported) *returned {
	if d.Result == nil || d.Result.Returned == nil {
		return t
	}
	if t == nil {
		t = &returned{Sheets: []string{}, NoKeys: []string{}, Columns: []noColumn{}, Short: []shortRows{}}
	}
	r := d.Result.Returned
	t.Sheets, t.NoKeys = append(t.Sheets, r.Missing...), append(t.NoKeys, r.NoKeys...)
	for _, c := range r.Columns {
		t.Columns = append(t.Columns, noColumn{c.Sheet, c.Title})
	}
	for _, s := range r.Short {
		t.Short = append(t.Short, shortRows{s.Sheet, s.Rows})
	}
	return t
}

// tellReturned says of a workbook of ours what was not taken and what is missing.
func (r *run) tellReturned(d app.Imported) {
	for _, x := range d.Report.Untaken {
		fmt.Fprintln(r.Out, r.t("import.untaken", x.File, x.Line, lang.ColumnSign(x.Column), x.Text, x.Why(r.Lang)))
	}
	if d.Result == nil || d.Result.Returned == nil {
		return
	}
	back := d.Result.Returned
	if d.Storable() == 0 && len(d.Report.Rejected)+len(d.Report.Untaken) == 0 {
		fmt.Fprintln(r.Out, r.t("import.book.same", d.File, d.Report.Read))
	}
	if len(back.Missing) > 0 {
		fmt.Fprintln(r.Out, r.t("import.book.missing", strings.Join(back.Missing, ", ")))
	}
	for _, s := range back.NoKeys {
		fmt.Fprintln(r.Out, r.t("import.book.nokeys", s))
	}
	for _, c := range back.Columns {
		fmt.Fprintln(r.Out, r.t("import.book.column", c.Sheet, c.Title))
	}
	for _, s := range back.Short {
		fmt.Fprintln(r.Out, r.t("import.book.short", s.Sheet, s.Rows))
	}
}

// edit is a cell of a workbook of ours that a colleague has edited, or a row that
// he has added; Cell is what --refuse takes.
type edit struct {
	Cell   string `json:"cell"`
	Added  bool   `json:"added,omitempty"`
	Record string `json:"record"`
	Column string `json:"column,omitempty"`
	Old    string `json:"old"`
	New    string `json:"new"`
}

// edits lists what a workbook that came back changes, in words too where they are
// wanted.
func (r *run) edits(p *app.Project, in app.Imported, words bool) []edit {
	var out []edit
	for _, e := range p.Edits(in, r.Lang) {
		out = append(out, edit{e.String(), e.Added, e.Caption, e.Title, e.Old, e.New})
		switch {
		case !words:
		case e.Added:
			fmt.Fprintln(r.Out, r.t("import.edit.new", e.String(), oneLine(e.Caption)))
		default:
			fmt.Fprintln(r.Out, r.t("import.edit.changed", e.String(), oneLine(e.Caption), oneLine(e.Title), oneLine(e.Old), oneLine(e.New)))
		}
	}
	if words {
		for _, d := range p.RecordChanges(in, r.Lang) {
			if d.Gone {
				fmt.Fprintln(r.Out, r.t("import.record.gone", d.Caption, d.Sheet))
			}
		}
	}
	return out
}
