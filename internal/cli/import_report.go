package cli

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// report is the JSON form of an import's report: read = stored + set aside + rejected.
type report struct {
	Read     int        `json:"read"`
	Stored   int        `json:"stored"`
	SetAside []setAside `json:"setAside"`
	Rejected []rejected `json:"rejected"`
	Saved    []string   `json:"rejectsSaved,omitempty"` // files of rejected rows
	Changed  []changed  `json:"changed,omitempty"`      // of a dry run: what it would change in records
	Edits    []edit     `json:"edits,omitempty"`        // of a workbook of ours, cell by cell
	Totals   []total    `json:"totals,omitempty"`
	Hidden   []string   `json:"hidden,omitempty"`   // sheets that their workbook does not show, not read
	Skipped  []string   `json:"skipped,omitempty"`  // sheets, and files of an archive, in which no figures were found
	Untaken  []rejected `json:"untaken,omitempty"`  // edited cells of a workbook of ours that the program works out
	Returned *returned  `json:"workbook,omitempty"` // of a workbook of ours: what is missing from it
	Notes    []string   `json:"notes,omitempty"`    // what has to be borne in mind of the files as a whole
	Places   []string   `json:"places,omitempty"`   // names in columns of regions that no region has
	Remarks  []string   `json:"remarks,omitempty"`  // what the files say of their figures in lines of their own
	// Prices of a tonne that the files imply, by chapter, beside usual ones.
	Prices  []priceReport `json:"prices,omitempty"`
	Imports []imported    `json:"imports"`
	// Revisions tell what files change of figures that the project has; a
	// file that waits for a decision counts as read only.
	Revisions []revision `json:"revisions,omitempty"`

	lost bool // a file of an archive was left out, or the rows contradict the totals of the file
}

// imported tells a file from any other, and the import that its rows came
// with; an import that stored nothing has no moment.
type imported struct {
	File     string `json:"file"`
	Hash     string `json:"sha256"`
	Size     int    `json:"size"`
	Profile  string `json:"profile"`
	Units    string `json:"units,omitempty"`
	Import   string `json:"import,omitempty"`
	Moment   string `json:"moment,omitempty"`
	Source   string `json:"source,omitempty"`
	Read     int    `json:"read"`
	Stored   int    `json:"stored"`
	SetAside int    `json:"setAside"`
	Rejected int    `json:"rejected"`
	Before   string `json:"unchangedSince,omitempty"` // import that brought the same file
}

func importedOf(d app.Imported) imported {
	i, r := d.Import, &d.Report
	out := imported{
		File: d.File, Hash: i.Hash, Size: i.Size, Profile: i.Profile, Units: i.Units,
		Read: r.Read, Stored: r.Stored, SetAside: r.AsideRows(), Rejected: len(r.Rejected),
	}
	if d.Unchanged {
		out.Before = string(d.Before.ID)
	}
	if i.Moment != "" {
		out.Import, out.Moment, out.Source = string(i.ID), string(i.Moment), string(i.Source)
	}
	return out
}

// total is a total that the file states, beside what was stored of it. An
// empty partner or code means all of them.
type total struct {
	Flow     string `json:"flow"`
	Reporter string `json:"reporter"`
	Partner  string `json:"partner"`
	Code     string `json:"code"`
	Product  string `json:"product,omitempty"`
	Period   string `json:"period"`
	Currency string `json:"currency"`
	Stated   string `json:"stated"`
	Stored   string `json:"stored"`
	Off      string `json:"difference,omitempty"` // stored less stated
	Agrees   bool   `json:"agrees"`
	Part     bool   `json:"part,omitempty"` // the total is stored, its goods are not all
	Name     string `json:"name,omitempty"` // of a row that does not say of what it is a total
	Line     int    `json:"line,omitempty"` // of that row
}

type setAside struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

type rejected struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
	// Also are further cells of the row, where a row was looked through.
	Also []badCell `json:"also,omitempty"`
}

type badCell struct {
	Column int    `json:"column"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

func rejectedOf(x app.RejectedRow) rejected {
	out := rejected{File: x.File, Line: x.Line, Column: x.Column, Text: x.Text, Reason: x.Reason}
	for _, c := range x.Also {
		out.Also = append(out.Also, badCell{c.Column, c.Text, c.Reason})
	}
	return out
}

func (t *report) addPrices(d app.Imported) {
	if prices, ok := pricesOf(d); ok {
		t.Prices = append(t.Prices, prices)
	}
}

func (t *report) add(d app.Imported) {
	t.addPrices(d)
	for _, n := range d.Report.Notes {
		if !slices.Contains(t.Notes, n) {
			t.Notes = append(t.Notes, n)
		}
	}
	t.Places = append(t.Places, d.Report.Places...)
	t.Remarks = append(t.Remarks, d.Report.Remarks...)
	t.Read += d.Report.Read
	t.Stored += d.Report.Stored
	t.Imports = append(t.Imports, importedOf(d))
	for _, s := range d.Report.SetAside {
		t.SetAside = append(t.SetAside, setAside{s.Reason, s.Rows})
	}
	for _, c := range d.Report.Totals {
		off := ""
		if x := c.Difference(); x.Valid {
			off = x.Decimal.Trim(0).String()
		}
		t.Totals = append(t.Totals, total{
			string(c.Flow), c.Reporter, c.Partner, c.Code, c.Product, c.Period.String(), c.Currency, c.Stated.String(), c.Stored.String(), off, c.Agrees(), c.Part, c.Name, c.Line,
		})
	}
	t.Hidden = append(t.Hidden, d.Report.Hidden...)
	for _, x := range d.Report.Rejected {
		t.Rejected = append(t.Rejected, rejectedOf(x))
	}
	t.Skipped = append(t.Skipped, d.Report.Skipped...)
	t.lost = t.lost || slices.ContainsFunc(d.Report.Skipped, func(s string) bool { return strings.HasPrefix(s, d.File+"/") })
	t.lost = t.lost || d.Report.Contradicted()
	if d.Result != nil && d.Result.Returned != nil { // what was edited there is not known
		b := d.Result.Returned
		t.lost = t.lost || len(b.NoKeys)+len(b.Missing)+len(b.Columns)+len(b.Short) > 0
	}
	t.lost = t.lost || slices.Contains(d.Report.Notes, importer.NoteNothing)
	for _, x := range d.Report.Untaken {
		t.Untaken = append(t.Untaken, rejectedOf(x))
	}
	t.Returned = t.Returned.with(d)
}

// tellTotals says how many of the file's own totals agree with the rows
// stored, and lists those that don't.
func (r *run) tellTotals(list []importer.CheckTotal) {
	if len(list) == 0 {
		return
	}
	agree := 0
	for _, c := range list {
		if c.Agrees() {
			agree++
		}
	}
	fmt.Fprintln(r.Out, r.t("import.totals", len(list), agree))
	for _, c := range list {
		if !c.Agrees() {
			key := "import.total"
			if c.Part {
				key = "import.total_part"
			}
			style := lang.NumberStyle{Decimals: 0}
			of := strings.Join(strings.Fields(app.FlowName(r.Lang, c.Flow)+" "+c.Partner+" "+c.Code+" "+c.Product), " ")
			if c.Name != "" {
				of = strings.TrimSpace(lang.T(r.Lang, "importer.total.row", c.Name, c.Line) + " " + of)
			}
			fmt.Fprintln(r.Out, r.t(key, lang.Period(r.Lang, c.Period), of, c.Currency, lang.Number(r.Lang, c.Stated, style), lang.Number(r.Lang, c.Stored, style)))
		}
	}
}

// tell says what became of one file, in words.
func (r *run) tell(d app.Imported) {
	if d.Unchanged {
		if b := d.Before; b.File != "" {
			fmt.Fprintln(r.Out, r.t("import.unchanged", d.File, d.Report.Read, b.File, lang.Stamp(r.Lang, b.Moment)))
		} else {
			fmt.Fprintln(r.Out, r.t("import.same", d.File, d.Report.Read-len(d.Report.Rejected)))
		}
		r.tellRejected(d.Report.Rejected)
		return
	}
	aside := 0
	for _, s := range d.Report.SetAside {
		aside += s.Rows
	}
	fmt.Fprintln(r.Out, r.t("import.done", d.File, d.Report.Read, d.Report.Stored, aside, len(d.Report.Rejected)))
	for _, s := range d.Report.SetAside {
		fmt.Fprintln(r.Out, r.t("import.aside", lang.T(r.Lang, "importer.aside."+s.Reason), s.Rows))
	}
	if len(d.Report.Hidden) > 0 {
		fmt.Fprintln(r.Out, r.t("import.hidden", strings.Join(d.Report.Hidden, ", ")))
	}
	if len(d.Report.Skipped) > 0 {
		fmt.Fprintln(r.Out, r.t("import.skipped", strings.Join(d.Report.Skipped, ", ")))
	}
	r.tellTotals(d.Report.Totals)
	r.tellPrices(d, r.Out)
	for _, n := range d.Report.Said(r.Lang) {
		fmt.Fprintln(r.Out, r.t("import.note", n))
	}
	for _, x := range d.Rates {
		fmt.Fprintln(r.Out, r.t("import.rate", x.From, lang.Number(r.Lang, x.Per, lang.NumberStyle{Decimals: -1}), x.To, lang.Period(r.Lang, x.Date)))
	}
	r.tellRejected(d.Report.Rejected)
	r.tellReturned(d)
}

// tellRejected lists the rows that could not be stored.
func (r *run) tellRejected(rows []app.RejectedRow) {
	for _, x := range rows {
		if x.Column == 0 { // of the row as a whole
			fmt.Fprintln(r.Out, r.t("import.rejected_row", x.File, x.Line, x.Text, x.Why(r.Lang)))
			continue
		}
		for _, x := range x.Cells() {
			fmt.Fprintln(r.Out, r.t("import.rejected", x.File, x.Line, lang.ColumnSign(x.Column), x.Text, x.Why(r.Lang)))
		}
	}
}
