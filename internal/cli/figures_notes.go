package cli

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// caveats tells a person, beside the figures, what partners' data are and by
// which rates amounts were converted.
func (c *figuresCmd) caveats(r *run, p *app.Project, q app.Query, rows []app.Row) {
	if slices.ContainsFunc(rows, func(row app.Row) bool { return row.Mirror != "" }) {
		r.say("figures.mirror", lang.T(r.Lang, "importer.note.read-mirror"))
	}
	if q.In == "" {
		return
	}
	var told []briefing.Rate
	lacking := false
	for _, row := range rows {
		if row.Converted == nil {
			continue
		}
		lacking = lacking || !row.Converted.Value.Valid
		for _, rate := range row.Converted.Rates {
			if !slices.Contains(told, rate) {
				told = append(told, rate)
				r.say("figures.rate.used", rate.From, rate.To, lang.Number(r.Lang, rate.Per, lang.NumberStyle{Decimals: -1}), lang.Period(r.Lang, rate.Date), p.SourceCaption(rate.Source, r.Lang))
			}
		}
	}
	if lacking {
		r.say("figures.rate.none", q.In)
	}
}

// convertedObject is a conversion as JSON: the value is null where some of the
// rows have no stated rate.
func convertedObject(r *run, p *app.Project, c *app.Conversion) object {
	o := object{}
	o.put("currency", c.Currency)
	o.put("value", plainOrNil(c.Value))
	rates := []object{}
	for _, rate := range c.Rates {
		x := object{}
		x.put("from", rate.From)
		x.put("rate", rate.Per.String())
		x.put("date", rate.Date.String())
		x.put("source", p.SourceCaption(rate.Source, r.Lang))
		rates = append(rates, x)
	}
	o.put("rates", rates)
	return o
}

// convertedCells are a conversion in a table: the value and the rates.
func convertedCells(c *app.Conversion) []string {
	if c == nil {
		return []string{"—", "—"}
	}
	value := "—"
	if c.Value.Valid {
		value = c.Value.Decimal.Trim(0).String()
	}
	var rates []string
	for _, rate := range c.Rates {
		rates = append(rates, rate.Per.String()+" ("+rate.Date.String()+")")
	}
	if len(rates) == 0 {
		return []string{value, "—"}
	}
	return []string{value, strings.Join(rates, ", ")}
}

// stretches shortens a list of months or quarters in order: "01–05, 09".
func stretches(parts []string) string {
	number := func(s string) int {
		n, _ := strconv.Atoi(strings.TrimPrefix(s, "Q"))
		return n
	}
	var out []string
	for from := 0; from < len(parts); {
		to := from
		for to+1 < len(parts) && number(parts[to+1]) == number(parts[to])+1 {
			to++
		}
		s := parts[from]
		if to > from {
			s += "–" + parts[to]
		}
		out = append(out, s)
		from = to + 1
	}
	return strings.Join(out, ", ")
}
