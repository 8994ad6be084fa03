package app

import (
	"io"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/safefile"
)

// CheckTotal is a total that a file states beside what was stored of it.
type CheckTotal = importer.CheckTotal

// ToleranceText is how far a total may be off and still agree, «0,01 %».
func ToleranceText(l briefing.Lang) string {
	percent, err := importer.TotalTolerance().Mul(briefing.Whole(100))
	if err != nil {
		return ""
	}
	return lang.Number(l, percent.Trim(0), lang.NumberStyle{Decimals: -1, Window: true}) + "\u00a0%"
}

// SaveReport writes what became of a file as a text: the account of its rows,
// why rows were set aside or rejected and where, the file's own totals, and
// what tells the file from any other. Errors are those of safefile.Replace.
func (in Imported) SaveReport(path string, l briefing.Lang) error {
	return safefile.Replace(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "\uFEFF"+strings.ReplaceAll(in.Words(l), "\n", "\r\n"))
		return err
	})
}

// Words are the report of an import, line by line.
func (in Imported) Words(l briefing.Lang) string {
	var b strings.Builder
	say := func(key string, args ...any) {
		b.WriteString(lang.T(l, "app.report."+key, args...) + "\n")
	}
	imp, r := in.Import, &in.Report
	say("title", in.File)
	say("hash", imp.Hash)
	say("size", countText(l, imp.Size))
	if imp.Moment != "" {
		say("import", lang.Stamp(l, imp.Moment), imp.By, imp.ID)
	} else {
		say("not")
	}
	say("profile", profileName(l, imp.Profile))
	if imp.Units != "" {
		say("units", imp.Units)
	}
	b.WriteString("\n")
	say("account", countText(l, r.Read), countText(l, r.Stored), countText(l, r.AsideRows()), countText(l, len(r.Rejected)))
	for _, s := range r.SetAside {
		say("aside", lang.T(l, "importer.aside."+s.Reason), countText(l, s.Rows))
	}
	for _, n := range r.Said(l) {
		say("note", n)
	}
	in.sayTotals(l, say)
	if len(r.Rejected) > 0 {
		b.WriteString("\n")
		say("rejected")
		for _, row := range r.Rejected {
			for _, x := range row.Cells() {
				say("row", x.File, x.Line, lang.ColumnSign(x.Column), x.Text, x.Why(l))
			}
		}
	}
	if len(r.Skipped) > 0 {
		b.WriteString("\n")
		say("skipped", strings.Join(r.Skipped, "; "))
	}
	return b.String()
}

// sayTotals sets the file's own totals beside what was stored of them.
func (in Imported) sayTotals(l briefing.Lang, say func(string, ...any)) {
	if len(in.Report.Totals) == 0 {
		return
	}
	say("totals")
	style := lang.NumberStyle{Decimals: -1}
	for _, c := range in.Report.Totals {
		key := "total.differs"
		switch {
		case c.Agrees():
			key = "total.agrees"
		case c.Part:
			key = "total.part"
		}
		difference := "—"
		if d := c.Difference(); d.Valid {
			difference = lang.Number(l, d.Decimal.Trim(0), style)
		}
		say(key, TotalName(c, l), lang.Number(l, c.Stated.Trim(0), style), lang.Number(l, c.Stored.Trim(0), style), difference)
	}
}

// profileName names a kind of file in words; one without a name shows as it is.
func profileName(l briefing.Lang, key string) string {
	if name, ok := lang.Has(l, "gui.importing.profile."+key); ok {
		return name
	}
	return key
}

// TotalName says what a total of a file is of: period, flow, partner, code.
func TotalName(c CheckTotal, l briefing.Lang) string {
	var parts []string
	if c.Name != "" {
		parts = append(parts, lang.T(l, "importer.total.row", c.Name, c.Line))
	}
	if c.Period.Kind != briefing.NoPeriod {
		parts = append(parts, lang.PeriodShort(l, c.Period))
	}
	if c.Flow != "" {
		parts = append(parts, FlowName(l, c.Flow))
	}
	if c.Reporter != "" {
		parts = append(parts, lang.Country(l, c.Reporter))
	}
	if c.Partner != "" {
		parts = append(parts, "→ "+lang.Country(l, c.Partner))
	}
	if c.Code != "" {
		parts = append(parts, c.Code)
	}
	if c.Product != "" {
		parts = append(parts, c.Product)
	}
	return strings.Join(append(parts, c.Currency), " ")
}

// FlowName names a direction, or exports and imports together.
func FlowName(l briefing.Lang, f figure.Flow) string {
	if f == importer.Turnover {
		return lang.T(l, "importer.turnover")
	}
	return lang.Enum(l, "flow", string(f))
}

func countText(l briefing.Lang, n int) string {
	d, err := briefing.ParseNumber(strconv.Itoa(n))
	if err != nil {
		return strconv.Itoa(n)
	}
	return lang.Number(l, d, lang.NumberStyle{Decimals: 0})
}
