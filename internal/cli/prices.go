package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// priceReport is the JSON form of a file's prices of a tonne beside usual ones.
type priceReport struct {
	File     string      `json:"file"`
	Doubt    bool        `json:"unitsDoubtful"`
	Power    int         `json:"powerOfTen"` // that most prices would have to be multiplied by
	Chapters []priceLine `json:"chapters"`
}

type priceLine struct {
	Chapter  string  `json:"chapter"`
	Rows     int     `json:"rows"`
	Currency string  `json:"currency"`
	PerTonne string  `json:"perTonne"`
	Low      *string `json:"usualLow"` // null where nothing can be said
	High     *string `json:"usualHigh"`
	Verdict  string  `json:"verdict"`
}

func pricesOf(d app.Imported) (out priceReport, ok bool) {
	r := d.Prices()
	out = priceReport{File: d.File, Doubt: r.Slip != 0, Power: r.Slip, Chapters: []priceLine{}}
	for _, l := range r.Lines {
		line := priceLine{Chapter: l.Chapter, Rows: l.Rows, Currency: l.Currency, PerTonne: l.PerTonne.String(), Verdict: string(l.Verdict)}
		if l.Verdict != app.PriceUnjudged {
			low, high := fmt.Sprint(l.Range.Low), fmt.Sprint(l.Range.High)
			line.Low, line.High = &low, &high
		}
		out.Chapters = append(out.Chapters, line)
	}
	return out, len(out.Chapters) > 0
}

// tellPrices says how many chapters are usual and lists those that are not; all
// of them when the units are in doubt.
func (r *run) tellPrices(d app.Imported, to io.Writer) {
	report := d.Prices()
	if report.Judged == 0 {
		return
	}
	fmt.Fprintln(to, r.t("import.prices.judged", report.Judged, report.Fitting))
	lines := slices.Clone(report.Lines)
	if report.Slip == 0 {
		lines = slices.DeleteFunc(lines, func(l app.PriceLine) bool { return l.Verdict == app.PriceUsual || l.Verdict == app.PriceUnjudged })
	} else {
		fmt.Fprintln(to, r.t("import.prices.slip"))
	}
	if len(lines) == 0 {
		return
	}
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	for _, l := range lines {
		fmt.Fprintln(w, strings.Join([]string{
			"  " + r.t("import.price.chapter", l.Chapter), r.t("import.price.rows", l.Rows), r.price(l.PerTonne, l.Currency), r.usual(l), app.PriceWord(r.Lang, l),
		}, "\t"))
	}
	_ = w.Flush() // what it writes to reports its own errors
}

func (r *run) price(n briefing.Number, currency string) string {
	return r.t("import.price.of", lang.Number(r.Lang, n, lang.NumberStyle{Decimals: 0}), currency)
}

func (r *run) usual(l app.PriceLine) string {
	if l.Verdict == app.PriceUnjudged {
		return "—"
	}
	return r.t("import.price.usual", r.span(l))
}

// span is the usual range in figures.
func (r *run) span(l app.PriceLine) string {
	if l.Verdict == app.PriceUnjudged {
		return "—"
	}
	style := lang.NumberStyle{Decimals: 0}
	return lang.Number(r.Lang, briefing.Whole(int(l.Range.Low)), style) + "–" + lang.Number(r.Lang, briefing.Whole(int(l.Range.High)), style)
}

// choiceTable sets the prices of each chapter under each choice of units beside
// the usual ones.
func (r *run) choiceTable(n *importer.Needed) {
	if len(n.Implied) == 0 || len(n.Implied[0].Prices.Lines) == 0 {
		return
	}
	r.say("import.choices.chapters")
	w := tabwriter.NewWriter(r.Err, 0, 0, 2, ' ', tabwriter.AlignRight)
	head := []string{" ", r.t("import.choices.rows"), r.t("import.choices.usual")}
	for _, c := range n.Implied {
		head = append(head, string(c.Value)+"/"+string(c.Weight))
	}
	fmt.Fprintln(w, strings.Join(head, "\t")+"\t")
	for i, l := range n.Implied[0].Prices.Lines {
		row := []string{l.Chapter, fmt.Sprint(l.Rows), r.span(l)}
		for _, c := range n.Implied {
			cell := "—" // a price of more digits than a number has
			if k := slices.IndexFunc(c.Prices.Lines, func(o app.PriceLine) bool { return o.Chapter == l.Chapter }); k >= 0 {
				cell = lang.Number(r.Lang, c.Prices.Lines[k].PerTonne, lang.NumberStyle{Decimals: 2})
				if c.Prices.Lines[k].Verdict == app.PriceUsual {
					cell = "✓ " + cell
				}
			}
			row = append(row, cell)
		}
		fmt.Fprintln(w, strings.Join(row, "\t")+"\t")
		if i+1 == mostChapters {
			break
		}
	}
	_ = w.Flush()
	if more := len(n.Implied[0].Prices.Lines) - mostChapters; more > 0 {
		r.say("import.choices.more", more)
	}
}

// mostChapters is how many chapters a terminal is shown.
const mostChapters = 30
