package cli

import (
	"fmt"
	"text/tabwriter"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// revision is the JSON form of what a file changes of the project's figures.
type revision struct {
	File     string     `json:"file"`
	Needed   bool       `json:"decisionNeeded"`
	Same     int        `json:"same"`
	Added    int        `json:"added"`
	Changed  int        `json:"changed"`
	Gone     int        `json:"gone"`
	Replaces []replaced `json:"replaces"`
	Totals   []object   `json:"totals"`
	Rows     []object   `json:"rows"`
	NotShown int        `json:"rowsNotShown"`
}

type replaced struct {
	File    string `json:"file"`
	Moment  string `json:"moment"`
	Outside int    `json:"rowsNotCovered"`
}

// Rows that are printed: a person reads a page, a script much more.
const (
	rowsTold   = 20
	rowsListed = 10_000
)

func revisionOf(d app.Imported) revision {
	r := d.Revision
	out := revision{
		File: d.File, Needed: r.Needed(), Same: r.Same, Added: r.Count(figure.Added), Changed: r.Count(figure.Changed), Gone: r.Count(figure.Gone),
		Replaces: []replaced{}, Totals: []object{}, Rows: []object{}, NotShown: max(0, len(r.Pairs)-rowsListed),
	}
	for i, b := range r.Replaced {
		out.Replaces = append(out.Replaces, replaced{b.File, string(b.Moment), r.Batches[i].Outside})
	}
	totals, _ := r.Totals() // sums that would not fit are left out
	for _, t := range totals {
		o := object{}
		o.put("flow", t.Flow)
		o.put("reporter", t.Split.Reporter)
		o.put("currency", t.Split.Currency)
		o.put("basis", t.Split.Basis)
		o.put("added", plainOrNil(t.Added))
		o.put("changedOld", plainOrNil(t.OldChanged))
		o.put("changedNew", plainOrNil(t.NewChanged))
		o.put("gone", plainOrNil(t.Gone))
		out.Totals = append(out.Totals, o)
	}
	for i := range min(len(r.Pairs), rowsListed) {
		row := r.Row(i)
		o := object{}
		o.put("difference", string(row.Difference))
		o.put("period", row.Any.Period.String())
		o.put("flow", string(row.Any.Flow))
		o.put("reporter", row.Any.Reporter)
		o.put("partner", row.Any.Partner)
		o.put("region", row.Any.Region)
		o.put("code", row.Any.Code)
		o.put("currency", row.Any.Currency)
		o.put("oldValue", plainOrNil(row.Old.Value))
		o.put("newValue", plainOrNil(row.New.Value))
		o.put("oldWeight", plainOrNil(row.Old.NetWeight))
		o.put("newWeight", plainOrNil(row.New.NetWeight))
		out.Rows = append(out.Rows, o)
	}
	return out
}

func plainOrNil(n briefing.MaybeNumber) any {
	if !n.Valid {
		return nil
	}
	return n.Decimal.Trim(0).String()
}

// tellRevision says what a file changes; where a decision is wanted, the rows
// themselves.
func (r *run) tellRevision(d app.Imported, rows bool) {
	v := d.Revision
	if d.Again() {
		fmt.Fprintln(r.Out, r.t("import.again", d.File, lang.Stamp(r.Lang, d.Before.Moment)))
	}
	for i, b := range v.Replaced {
		fmt.Fprintln(r.Out, r.t("import.revision.with", d.File, b.File, lang.Stamp(r.Lang, b.Moment), v.Batches[i].Same, v.Batches[i].Changed, v.Batches[i].Gone, v.Batches[i].Outside))
	}
	fmt.Fprintln(r.Out, r.t("import.revision.new", v.Count(figure.Added)))
	totals, err := v.Totals()
	if err != nil {
		return
	}
	money := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "—"
		}
		return lang.Number(r.Lang, n.Decimal.Trim(0), lang.NumberStyle{Decimals: -1})
	}
	for _, t := range totals {
		fmt.Fprintln(r.Out, r.t("import.revision.total", lang.Enum(r.Lang, "flow", t.Flow), t.Split.Currency, money(t.OldChanged), money(t.NewChanged), money(t.Added), money(t.Gone)))
	}
	if !rows || len(v.Pairs) == 0 {
		return
	}
	w := tabwriter.NewWriter(r.Out, 0, 0, 2, ' ', 0)
	for i := range min(len(v.Pairs), rowsTold) {
		row := v.Row(i)
		o := row.Any
		was, is, unit := row.Old.Value, row.New.Value, o.Currency
		if was == is && row.Difference == figure.Changed {
			was, is, unit = row.Old.NetWeight, row.New.NetWeight, lang.Unit(r.Lang, "kg")
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\t%s\t→\t%s\t%s\n", r.t("import.revision."+string(row.Difference)), o.Period, lang.Enum(r.Lang, "flow", string(o.Flow)), o.Partner, o.Code, money(was), money(is), unit)
	}
	_ = w.Flush() // it writes to where all is printed
	if left := len(v.Pairs) - rowsTold; left > 0 {
		fmt.Fprintln(r.Out, r.t("import.revision.more", left))
	}
	refused := d.Decision != app.Undecided && !v.Allows(d.Decision)
	switch {
	case refused && d.Again():
		fmt.Fprintln(r.Out, r.t("import.revise.not.again"))
	case refused:
		fmt.Fprintln(r.Out, r.t("import.revise.not.beside", v.Count(figure.Changed)))
	}
	if v.Needed() && (d.Decision == app.Undecided || refused) {
		for _, k := range app.Decisions() {
			if v.Allows(k) {
				fmt.Fprintln(r.Out, r.t("import.revise."+string(k)))
			}
		}
	}
}
