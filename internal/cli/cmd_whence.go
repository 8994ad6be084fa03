package cli

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

type whenceCmd struct {
	File string `arg:""`
	Fact string `arg:""`
	Rows int    `default:"20"`
	JSON bool   `name:"json"`
}

// Run prints whence a fact is: formula, parents with their values, claims.
func (c *whenceCmd) Run(r *run) error {
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if len(briefing.BindingsOf(c.Fact)) > 0 {
		text, err := completed(r, p, c.Fact)
		if err != nil {
			return err
		}
		found := p.WhenceText(text, c.Rows)
		if len(found) == 0 {
			return usage(r.Lang, "whence", r.t("whence.no_number", c.Fact))
		}
		return printDerivations(r, p, found, c.JSON)
	}
	d, ok := p.WhenceFact(briefing.ID(strings.Trim(c.Fact, "{}")), c.Rows)
	if !ok {
		return usage(r.Lang, "whence", r.t("whence.no_fact", c.Fact, c.File))
	}
	return printDerivation(r, p, d, c.JSON)
}

// completed is a text whose figures of the observations name all that their
// rows are told apart by; what could be of several is refused with the choice.
func completed(r *run, p *app.Project, text string) (string, error) {
	list := briefing.BindingsOf(text)
	for _, b := range slices.Backward(list) {
		if b.Data == "" || app.SetsTable(b) { // a pivot names all of it
			continue
		}
		full, ok := p.CompleteBinding(b)
		switch {
		case !ok:
			return "", usage(r.Lang, "whence", r.t("whence.no_key", text[b.Start:b.End]))
		case len(full) == 0:
			return "", usage(r.Lang, "whence", r.t("whence.no_rows", text[b.Start:b.End]))
		case slices.ContainsFunc(full, func(x briefing.Binding) bool { return x.Data == b.Data }):
		case len(full) > 1:
			var choices []string
			for _, x := range full {
				choices = append(choices, x.String())
			}
			return "", usage(r.Lang, "whence", r.t("whence.several", text[b.Start:b.End]), choices...)
		default:
			text = text[:b.Start] + full[0].String() + text[b.End:]
		}
	}
	return text, nil
}

// printDerivation prints a derivation as indented lines or as JSON.
func printDerivation(r *run, p *app.Project, d app.Derivation, json bool) error {
	if json {
		return printJSON(r, derivationObject(r, p, d))
	}
	for _, l := range p.DerivationLines(d, r.Lang, false) {
		text := strings.Repeat("  ", l.Depth) + l.Text
		if l.Value != "" {
			text += " = " + l.Value
			if l.Role == app.WhenceRow || l.Role == app.WhenceClaim {
				text = strings.Repeat("  ", l.Depth) + l.Text + ": " + l.Value
			}
		}
		fmt.Fprintln(r.Out, text)
	}
	return nil
}

// printDerivations prints several; as JSON a list of them.
func printDerivations(r *run, p *app.Project, list []app.Derivation, json bool) error {
	if json {
		var out []object
		for _, d := range list {
			out = append(out, derivationObject(r, p, d))
		}
		return printJSON(r, out)
	}
	for _, d := range list {
		if err := printDerivation(r, p, d, false); err != nil {
			return err
		}
	}
	return nil
}

// derivationObject is a derivation as JSON: values as plain decimal strings in
// the unit named beside them.
func derivationObject(r *run, p *app.Project, d app.Derivation) object {
	o := object{}
	o.put("kind", string(d.Kind))
	if d.Symbol != "" {
		o.put("symbol", d.Symbol)
	}
	if d.Measure != "" {
		o.put("measure", d.Measure)
		o.put("name", app.ColumnName(d.Measure, r.Lang))
	}
	if d.Kind == "words" {
		o.put("words", d.Words.In(r.Lang))
		return withParents(r, p, d, o)
	}
	if d.Ref.ID != "" {
		o.put("fact", string(d.Ref.ID))
		o.put("name", p.Caption(d.Ref, r.Lang))
	}
	formula := d.Formula
	if formula == "" && d.Kind == "measure" {
		formula = app.ColumnFormula(d.Measure, r.Lang)
	}
	if formula != "" {
		o.put("formula", formula)
	}
	for _, k := range d.Keys {
		o.put(string(k.Dimension), k.Value)
	}
	res := d.Result
	if res.Period.Kind != briefing.NoPeriod {
		o.put("period", res.Period.String())
	}
	if res.Base.Kind != briefing.NoPeriod && d.Kind == "measure" {
		o.put("base", res.Base.String())
	}
	figureObject(&o, res.Figure)
	if len(res.Reasons) > 0 {
		o.put("why", app.Reasons(res.Reasons, r.Lang))
	}
	if len(res.Notes) > 0 {
		o.put("notes", app.Reasons(res.Notes, r.Lang))
	}
	if res.Planned {
		o.put("plan", true)
	}
	if res.Sample {
		o.put("sample", true)
	}
	if len(d.Claims) > 0 {
		o.put("claims", claimObjects(r, p, d))
	}
	if d.All > 0 {
		o.put("rows", d.All)
		o.put("withNumber", d.With)
		o.put("files", fileObjects(r, p, d))
	}
	if len(d.Rows) > 0 {
		o.put("told", rowObjects(d))
	}
	return withParents(r, p, d, o)
}

// withParents adds what a derivation was made of.
func withParents(r *run, p *app.Project, d app.Derivation, o object) object {
	if len(d.Parents) > 0 {
		var parents []object
		for _, parent := range d.Parents {
			parents = append(parents, derivationObject(r, p, parent))
		}
		o.put("parents", parents)
	}
	if d.More > 0 {
		o.put("more", d.More)
	}
	return o
}

// figureObject puts a figure with its unit and its word of precision.
func figureObject(o *object, f briefing.Figure) {
	switch {
	case f.Value.Valid:
		o.put("value", f.Value.Decimal.Trim(0).String())
	case f.Low.Valid || f.High.Valid:
		o.put("low", plainOrNil(f.Low))
		o.put("high", plainOrNil(f.High))
	default:
		o.put("value", nil)
	}
	if f.Unit != "" {
		o.put("unit", string(f.Unit))
	}
	if f.Precision != "" {
		o.put("precision", string(f.Precision))
	}
	if f.Status.Mark() != "" {
		o.put("status", string(f.Status))
	}
}

func claimObjects(r *run, p *app.Project, d app.Derivation) []object {
	var out []object
	for _, c := range d.Claims {
		o := object{}
		o.put("source", string(c.Source))
		o.put("caption", p.SourceCaption(c.Source, r.Lang))
		figureObject(&o, c.Figure)
		if c.Period.Kind != briefing.NoPeriod {
			o.put("period", c.Period.String())
		}
		if c.Wording != "" {
			o.put("wording", c.Wording)
		}
		o.put("chosen", c.Chosen)
		if c.Verification {
			o.put("verification", true)
		}
		out = append(out, o)
	}
	return out
}

func fileObjects(r *run, p *app.Project, d app.Derivation) []object {
	var out []object
	for _, f := range d.Files {
		o := object{}
		o.put("file", f.Name)
		o.put("import", string(f.Import))
		o.put("rows", f.Rows)
		o.put("firstLine", f.First)
		o.put("lastLine", f.Last)
		if f.Source != "" {
			o.put("source", p.SourceCaption(f.Source, r.Lang))
		}
		out = append(out, o)
	}
	return out
}

func rowObjects(d app.Derivation) []object {
	var out []object
	for _, row := range d.Rows {
		o := object{}
		o.put("file", row.File)
		o.put("line", row.Line)
		o.put("period", row.Period.String())
		o.put("partner", row.Partner)
		o.put("code", row.Code)
		o.put("amount", plainOrNil(row.Amount(d.Measure)))
		out = append(out, o)
	}
	return out
}
