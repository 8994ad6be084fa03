package cli

import (
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/figure"
)

// noneShown is how many values of a dimension are named where the one asked
// for does not occur.
const noneShown = 12

// conditions are the filters of the command that can be looked up in the
// project, each with the dimension that it chooses in.
func (c *figuresCmd) conditions() [][2]string {
	return [][2]string{
		{"flow", c.Flow},
		{"reporter", strings.ToUpper(c.Reporter)},
		{"partner", strings.ToUpper(c.Partner)},
		{"province", c.Province},
		{"region", c.Region},
		{"classification", c.Classification},
		{"currency", strings.ToUpper(c.Currency)},
		{"basis", strings.ToUpper(c.Basis)},
	}
}

// unknown refuses a country that is none, unless the figures have its code.
func (c *figuresCmd) unknown(r *run, p *app.Project) error {
	for _, x := range c.conditions() {
		if (x[0] != "reporter" && x[0] != "partner") || x[1] == "" || app.Country(x[1]) || x[1] == figure.World {
			continue
		}
		if known := values(p, x[0]); !slices.Contains(known, x[1]) {
			return usage(r.Lang, "figures", r.t("no_country", "--"+x[0], x[1]), known[:min(len(known), noneShown)]...)
		}
	}
	return nil
}

// none says why an answer has no rows: a condition that nothing in the project
// meets, with what there is instead, or all of them together.
func (c *figuresCmd) none(r *run, p *app.Project) {
	said := false
	for _, x := range c.conditions() {
		if x[1] == "" {
			continue
		}
		known := values(p, x[0])
		if len(known) == 0 {
			break
		}
		if !slices.Contains(known, x[1]) {
			list := strings.Join(known[:min(len(known), noneShown)], ", ")
			if len(known) > noneShown {
				list += ", …"
			}
			r.say("figures.absent", "--"+x[0]+" "+x[1], list)
			said = true
		}
	}
	switch {
	case said:
	case len(values(p, "reporter")) == 0:
		r.say("figures.absent_all")
	default:
		r.say("figures.absent_together")
	}
}

// values are what the project's figures have of a dimension.
func values(p *app.Project, d string) (out []string) {
	rows, err := p.Figures(app.Query{By: []figure.Dimension{figure.Dimension(d)}})
	if err != nil {
		return nil
	}
	for _, row := range rows {
		if k := row.Keys[0]; k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}
