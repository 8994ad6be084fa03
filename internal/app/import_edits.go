package app

import (
	"cmp"
	"context"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// EditPlace is a cell of a workbook that came back, by which its edit is refused.
type EditPlace = importer.CellPlace

// ParseEditPlace reads the name of a cell, «Данные!K8», or of a row, «T14!10».
func ParseEditPlace(s string) (EditPlace, bool) { return importer.ParseCellPlace(s) }

// Edit is a cell that a colleague has edited in a workbook of ours, or a row that
// he has added, as it is offered.
type Edit struct {
	EditPlace
	Added   bool
	Caption string // the record, or what the row of statistics is
	Title   string // of the column
	Old     string
	New     string
}

// Edits lists what a workbook that came back changes, cell by cell, in the order of
// its sheets; nil for any other file.
func (p *Project) Edits(in Imported, l briefing.Lang) []Edit {
	if in.Result == nil || in.Result.Returned == nil || in.Unchanged {
		return nil
	}
	var out []Edit
	for _, e := range in.Result.Returned.Edits {
		out = append(out, p.edit(in, e, l))
	}
	return out
}

func (p *Project) edit(in Imported, e importer.BookEdit, l briefing.Lang) Edit {
	out := Edit{EditPlace: e.CellPlace, Title: e.Title, Added: e.Column == 0}
	if e.Ref == (briefing.Ref{}) {
		o, f := in.Result.Figures.At(e.Row), e.Fields[0]
		out.Caption = lang.T(l, "app.edit.caption", lang.Enum(l, "flow", string(o.Flow)), o.Code, lang.Period(l, o.Period), lang.Country(l, o.Partner))
		out.Old, out.New = f.Old, f.New
		if f.Key == importer.EditedStatus {
			out.Old, out.New = statusWord(l, briefing.ObsStatus(f.Old)), statusWord(l, briefing.ObsStatus(f.New))
			return out
		}
		shown := func(s string) string {
			if n, err := briefing.ParseNumber(s); err == nil {
				return lang.Number(l, n, lang.NumberStyle{Decimals: -1})
			}
			return s
		}
		out.Old, out.New = shown(f.Old), shown(f.New)
		return out
	}
	d, _ := briefing.Describe(e.Ref.Kind)
	for _, r := range in.Result.Records {
		if r.Ref() == e.Ref {
			out.Caption = d.Line(r, l)
		}
	}
	var old, now []string
	for _, f := range e.Fields {
		was, is := fieldOf(d, f.Key, l, f.Old), fieldOf(d, f.Key, l, f.New)
		old, now = append(old, cmp.Or(was, "—")), append(now, cmp.Or(is, "—"))
	}
	out.Old, out.New = strings.Join(old, lang.Between), strings.Join(now, lang.Between)
	return out
}

// fieldOf is a stored value of a field as it is shown.
func fieldOf(d briefing.Description, key string, l briefing.Lang, value string) string {
	list, name, nested := strings.Cut(key, ".")
	if !nested {
		list, name = "", key
	}
	if f, ok := d.FieldIn(list, name); ok {
		return lang.FieldValue(l, f, value)
	}
	return value
}

// refused tells which edits are not wanted; nil where all are.
func (o ImportOptions) refused() func(EditPlace) bool {
	if len(o.Refused) == 0 {
		return nil
	}
	set := map[EditPlace]bool{}
	for _, at := range o.Refused {
		set[at] = true
	}
	return func(at EditPlace) bool { return set[at] }
}

// Without reads a workbook that came back once more, without the edits of some
// cells: what it gives stores the others. Errors are those of Import.
func (p *Project) Without(ctx context.Context, in Imported, refused []EditPlace) (Imported, error) {
	if len(refused) == 0 {
		return in, nil
	}
	o := in.options
	o.Refused, o.DryRun = refused, true
	out, err := p.Import(ctx, in.path, o)
	out.Import.Source = in.Import.Source
	return out, err
}
