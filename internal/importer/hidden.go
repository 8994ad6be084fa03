package importer

import (
	"context"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// withoutHidden takes the sheets that their workbook does not show out of the
// parts and names them.
func withoutHidden(parts []part) (shown []part, names []string) {
	for _, p := range parts {
		p.variants = slices.Clone(p.variants)
		for i := range p.variants {
			v := &p.variants[i]
			v.tables = slices.DeleteFunc(slices.Clone(v.tables), func(t cells.Table) bool {
				if !cells.IsHidden(t) {
					return false
				}
				if !slices.Contains(listSheets(), t.Name()) {
					names = append(names, place(p.file, t.Name()))
				}
				return true
			})
		}
		shown = append(shown, p)
	}
	return shown, names
}

// listSheets are the names of the sheet, not shown, that holds what the
// columns of our template offer, in each language.
func listSheets() []string {
	var out []string
	for _, l := range briefing.Langs() {
		out = append(out, TemplateLists(l))
	}
	return out
}

// recogniseParts finds the tables of figures, or the lists of names. Hidden
// sheets are passed over and named, unless the user wants them read; where
// only they hold what is looked for, the error says so (CodeHiddenSheets).
func (j *job) recogniseParts(ctx context.Context, g *recogniser, parts []part) error {
	shown, hidden := withoutHidden(parts)
	if j.o.Hidden || len(hidden) == 0 {
		return j.recogniseIn(ctx, g, parts)
	}
	j.hidden = hidden
	err := j.recogniseIn(ctx, g, shown)
	switch briefing.CodeOf(err) {
	case briefing.CodeNoHeader, briefing.CodeUnknownTable, briefing.CodeBadProfile:
		other := job{o: j.o, in: j.in}
		if other.recogniseIn(ctx, g, parts) == nil {
			return &briefing.Error{Code: briefing.CodeHiddenSheets, Op: "recognise", Path: strings.Join(hidden, ", ")}
		}
	}
	return err
}

func (j *job) recogniseIn(ctx context.Context, g *recogniser, parts []part) (err error) {
	if asNames(j.o.Profile) {
		if j.names, err = findNames(ctx, parts); err != nil {
			return err
		}
	}
	if len(j.names) > 0 {
		return nil
	}
	ours := false
	if j.o.Profile == "" || j.o.Profile == ProfileBook {
		if j.book, ours, err = findBook(ctx, parts); err != nil || j.book != nil {
			return err
		}
	}
	j.found, j.skipped, err = g.all(ctx, j.in.Name, parts)
	if err != nil && ours {
		err = &briefing.Error{Code: briefing.CodeBookKeys, Op: "recognise", Path: j.in.Name, Err: err}
	}
	return err
}
