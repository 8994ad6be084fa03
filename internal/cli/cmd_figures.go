package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

type figuresCmd struct {
	File           string `arg:""`
	By             string `type:"words" default:"year"`
	Flow           string
	Reporter       string
	Partner        string
	Province       string
	Region         string
	Code           string `type:"words"`
	Set            string `placeholder:"NAME"`
	Classification string
	Currency       string
	Basis          string
	Measure        string `type:"words" default:"value,weight,growth"`
	Period         string `placeholder:"2022-10"`
	Span           string `placeholder:"SPAN"`
	Base           string `placeholder:"YEAR"`
	Top            int    `placeholder:"N"`
	Over           string `placeholder:"DIMENSION"`
	Amount         string `placeholder:"AMOUNT"`
	Against        string `placeholder:"ISO"`
	Whence         string `placeholder:"3:growth"`
	Rows           int    `default:"20"`
	Mirror         bool
	In             string `placeholder:"ISO"`
	JSON           bool   `name:"json"`

	names func(group string) string
}

func (c *figuresCmd) Run(r *run) error {
	q, err := c.query(r.Lang)
	if err != nil {
		return err
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if err := c.unknown(r, p); err != nil {
		return err
	}
	if slices.Contains(q.By, figure.ByGroup) {
		for _, note := range p.GroupNotes(q.Set, r.Lang) {
			fmt.Fprintln(r.Err, note)
		}
		c.names = func(key string) string { return p.GroupName(key, r.Lang) }
	}
	for _, note := range p.MissingRows(q.Filter, r.Lang) {
		fmt.Fprintln(r.Err, note)
	}
	if c.asks() {
		return c.answer(r, p, q)
	}
	rows, err := p.Figures(q)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(row app.Row) bool { return row.Editions != "" }) {
		r.say("figures.editions")
	}
	if !c.JSON && slices.ContainsFunc(rows, q.Longer) {
		r.say("figures.longer")
	}
	if len(rows) == 0 {
		c.none(r, p)
		if !c.JSON {
			return nil
		}
	}
	c.caveats(r, p, q, rows)
	if c.JSON {
		return printJSON(r, c.objects(r, p, q, rows))
	}
	return c.table(r, q, rows)
}

func (c *figuresCmd) query(say briefing.Lang) (app.Query, error) {
	by, err := app.ParseDimensions(c.By)
	if err != nil {
		var words []string
		for _, d := range figure.Dimensions() {
			words = append(words, string(d))
		}
		return app.Query{}, usage(say, "figures", "--by "+c.By, words...)
	}
	flows := []string{string(figure.Export), string(figure.Import), string(figure.ReExport), string(figure.ReImport)}
	if c.Flow != "" && !slices.Contains(flows, c.Flow) {
		return app.Query{}, usage(say, "figures", "--flow "+c.Flow, flows...)
	}
	q := app.Query{By: by, Filter: figure.Filter{
		Flow: figure.Flow(c.Flow), Reporter: strings.ToUpper(c.Reporter), Partner: strings.ToUpper(c.Partner),
		Province: c.Province, Region: c.Region, Classification: c.Classification,
		Currency: strings.ToUpper(c.Currency), Basis: strings.ToUpper(c.Basis),
	}}
	q.Set, q.Mirror, q.In = c.Set, c.Mirror, strings.ToUpper(c.In)
	if c.Mirror && c.Flow == "" && !slices.Contains(by, "flow") {
		return q, usage(say, "figures", "--mirror", "--flow export", "--flow import", "--by …,flow")
	}
	if _, known := briefing.Unit(strings.ToLower(c.In)).Currency(); c.In != "" && !known {
		return q, usage(say, "figures", "--in "+c.In, "USD", "EUR", "RUB", "CNY")
	}
	if !c.codes(&q.Filter) {
		return q, usage(say, "figures", "--code "+c.Code, "0207", "0201-0208", "!020890")
	}
	q.Measures = c.measures()
	if c.Flow == "" && !slices.Contains(q.By, "flow") && !c.asks() { // exports and imports are no sum
		q.By = append(q.By, "flow")
	}
	return q, nil
}

// codes reads --code: a list of first digits, or a rule with ranges and
// exclusions. The codes of other classifications are no rule: a list without a
// range is taken as it stands.
func (c *figuresCmd) codes(f *figure.Filter) bool {
	if !strings.ContainsAny(c.Code, "-–!") {
		f.Codes = strings.FieldsFunc(c.Code, func(r rune) bool { return r == ',' || r == ' ' })
		return true
	}
	rule, err := classification.ParseRule(c.Code)
	if err != nil {
		return false
	}
	f.Code = rule.Matches
	return true
}

// split lists what the rows were kept apart by and what was not asked for.
func split(q app.Query, row app.Row) [][2]string {
	var out [][2]string
	for _, f := range [][2]string{
		{"reporter", row.Split.Reporter},
		{"currency", row.Split.Currency},
		{"basis", row.Split.Basis},
		{"classification", row.Split.Classification},
		{"frequency", row.Split.Frequency},
	} {
		if !slices.Contains(q.By, figure.Dimension(f[0])) {
			out = append(out, f)
		}
	}
	return out
}

func (c *figuresCmd) objects(r *run, p *app.Project, q app.Query, rows []app.Row) []object {
	out := []object{}
	for _, row := range rows {
		o := object{}
		for i, d := range q.By {
			o.put(string(d), row.Keys[i])
		}
		for _, f := range split(q, row) {
			o.put(f[0], f[1])
		}
		if row.Split.Span != "" {
			o.put("period", row.Split.Span)
		}
		if row.Split.Area != "" {
			o.put("area", row.Split.Area)
		}
		if row.Mirror != "" {
			o.put("mirror", row.Mirror)
		}
		for _, m := range q.Measures {
			o.put(m, number(row, m))
		}
		if row.Converted != nil {
			o.put("converted", convertedObject(r, p, row.Converted))
		}
		if row.Editions != "" {
			o.put("editions", row.Editions)
		}
		if len(row.Why) > 0 && slices.Contains(q.Measures, "growth") {
			why := object{}
			why.put("growth", app.Reasons(row.Why, r.Lang))
			o.put("why", why)
		}
		if len(row.Parts) > 0 {
			o.put("parts", row.Parts)
		}
		o.put("rows", row.Rows)
		if mark := row.Status.Mark(); mark != "" {
			o.put("status", string(row.Status))
		}
		if row.WeightStatus.Mark() != "" && row.Weight.Valid {
			o.put("weight_status", string(row.WeightStatus))
		}
		if row.Sample {
			o.put("sample", true)
		}
		out = append(out, o)
	}
	return out
}

// number is a measure as a plain decimal string, nil where there is none.
func number(row app.Row, measure string) any {
	var n briefing.MaybeNumber
	switch measure {
	case "value":
		n = row.Value
	case "weight":
		n = row.Weight
	case "growth":
		n = row.Growth
		n.Decimal = n.Decimal.Round(1)
	}
	if !n.Valid {
		return nil
	}
	if measure != "growth" {
		n.Decimal = n.Decimal.Trim(0)
	}
	return n.Decimal.String()
}

func (c *figuresCmd) table(r *run, q app.Query, rows []app.Row) error {
	w := tabwriter.NewWriter(r.Out, 0, 0, 2, ' ', 0)
	var head []string
	for _, d := range q.By {
		head = append(head, string(d))
	}
	for _, f := range split(q, app.Row{}) {
		head = append(head, f[0])
	}
	head = append(head, q.Measures...)
	areas := slices.ContainsFunc(rows, func(row app.Row) bool { return row.Split.Area != rows[0].Split.Area })
	if areas {
		head = append(head, "area")
		r.say("figures.areas")
	}
	if q.Mirror {
		head = append(head, "mirror")
	}
	if q.In != "" {
		head = append(head, "value in "+q.In, "rate")
	}
	parts := slices.ContainsFunc(rows, func(row app.Row) bool { return len(row.Parts) > 0 })
	if parts {
		head = append(head, "parts")
		r.say("figures.parts")
	}
	head = append(head, "rows")
	fmt.Fprintln(w, strings.Join(head, "\t"))
	for _, row := range rows {
		cells := slices.Clone(row.Keys)
		for i, d := range q.By {
			switch {
			case d == figure.ByGroup && c.names != nil:
				cells[i] = c.names(cells[i])
			case (d == "month" || d == "quarter") && q.Longer(row) && cells[i] != "":
				cells[i] = r.t("figures.whole", cells[i])
			}
		}
		for _, f := range split(q, row) {
			if f[0] == "frequency" && row.Split.Span != "" {
				f[1] = row.Split.Span // two halves of a year, or ranges, are told apart by it
			}
			cells = append(cells, f[1])
		}
		for _, m := range q.Measures {
			s := "—"
			if n, ok := number(row, m).(string); ok {
				s = n
			} else if m == "growth" {
				s = cmp.Or(row.Refusal(r.Lang), s)
			}
			cells = append(cells, s)
		}
		if areas {
			cells = append(cells, lang.Area(r.Lang, row.Split.Area))
		}
		if q.Mirror {
			cells = append(cells, cmp.Or(row.Mirror, "—"))
		}
		if q.In != "" {
			cells = append(cells, convertedCells(row.Converted)...)
		}
		if parts {
			cells = append(cells, cmp.Or(stretches(row.Parts), "—"))
		}
		fmt.Fprintln(w, strings.Join(append(cells, fmt.Sprint(row.Rows)), "\t"))
	}
	return w.Flush()
}
