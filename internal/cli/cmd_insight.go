package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

type insightCmd struct {
	File     string `arg:""`
	Flow     string
	Reporter string
	Partner  string
	Lang     string `default:"ru"`
	Offers   bool
	Accept   []int `sep:","`
	JSON     bool  `name:"json"`
}

// Run prints a sentence a line and an empty line between paragraphs, or a list
// of objects, one a sentence.
func (c *insightCmd) Run(r *run) error {
	l, err := langNamed(r.Lang, "insight", c.Lang)
	if err != nil {
		return err
	}
	flows := []string{string(figure.Export), string(figure.Import), string(figure.ReExport), string(figure.ReImport)}
	if c.Flow != "" && !slices.Contains(flows, c.Flow) {
		return usage(r.Lang, "insight", "--flow "+c.Flow, flows...)
	}
	p, err := r.open(c.File, len(c.Accept) > 0)
	if err != nil {
		return err
	}
	filter := figure.Filter{
		Flow: figure.Flow(c.Flow), Reporter: strings.ToUpper(c.Reporter), Partner: strings.ToUpper(c.Partner),
	}
	do := c.all
	switch {
	case len(c.Accept) > 0:
		do = c.accept
	case c.Offers:
		do = c.offers
	}
	return errors.Join(do(r, p, filter, l), p.Close())
}

func (c *insightCmd) all(r *run, p *app.Project, f figure.Filter, l briefing.Lang) error {
	paragraphs, err := p.Insight(f)
	if err != nil {
		return err
	}
	if c.JSON {
		out := []object{}
		for i, sentences := range paragraphs {
			for _, s := range sentences {
				o := object{}
				o.put("paragraph", i+1)
				out = append(out, sentenceObject(o, s, l))
			}
		}
		return printJSON(r, out)
	}
	if len(paragraphs) == 0 {
		r.say(nothingSaid(p, f))
	}
	for i, sentences := range paragraphs {
		if i > 0 {
			fmt.Fprintln(r.Out)
		}
		for _, s := range sentences {
			fmt.Fprintln(r.Out, s.Text.In(l))
		}
	}
	return nil
}

// offers prints the number, a tab and the sentence.
func (c *insightCmd) offers(r *run, p *app.Project, f figure.Filter, l briefing.Lang) error {
	offers, err := p.InsightOffers(f)
	if err == nil && c.JSON {
		return printJSON(r, offerObjects(offers, l))
	}
	if err == nil && len(offers) == 0 {
		r.say(nothingSaid(p, f))
	}
	for _, o := range offers {
		fmt.Fprintf(r.Out, "%d\t%s\n", o.Number, o.Text.In(l))
	}
	return err
}

// nothingSaid says why there is no sentence: no rows, invented ones alone, or
// nothing that they bear and that is not taken in already.
func nothingSaid(p *app.Project, f figure.Filter) string {
	switch all, invented := p.RowsOf(f); all {
	case 0:
		return "insight.no-rows"
	case invented:
		return "insight.invented"
	}
	return "insight.nothing"
}

// accept takes all the sentences in, or none of them where a number is wrong.
func (c *insightCmd) accept(r *run, p *app.Project, f figure.Filter, l briefing.Lang) error {
	offers, err := p.InsightOffers(f)
	if err != nil {
		return err
	}
	var take []app.Offer
	var numbers []string
	for _, o := range offers {
		numbers = append(numbers, strconv.Itoa(o.Number))
		if slices.Contains(c.Accept, o.Number) {
			take = append(take, o)
		}
	}
	for _, n := range c.Accept {
		if slices.Contains(numbers, strconv.Itoa(n)) {
			continue
		}
		if len(offers) == 0 {
			return usage(r.Lang, "insight", r.t("insight.none-left", n))
		}
		return usage(r.Lang, "insight", "--accept "+strconv.Itoa(n), numbers...)
	}
	if _, err := p.TakeInsight(take...); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(r, offerObjects(take, l))
	}
	for _, o := range take {
		fmt.Fprintln(r.Out, o.Text.In(l))
	}
	return nil
}

func offerObjects(offers []app.Offer, l briefing.Lang) []object {
	out := []object{}
	for _, offer := range offers {
		o := object{}
		o.put("number", offer.Number)
		out = append(out, sentenceObject(o, offer.Sentence, l))
	}
	return out
}

// sentenceObject adds the sentence and what it prints to an object: figures as
// plain decimals in the unit named beside them, refusals as keys of reasons.
func sentenceObject(o object, s app.Sentence, l briefing.Lang) object {
	o.put("sentence", s.Key)
	o.put("text", s.Text.In(l))
	if s.Bound.In(l) != "" {
		o.put("bound", s.Bound.In(l))
	}
	numbers := []object{}
	for _, piece := range s.Pieces {
		for _, n := range piece.Numbers {
			x := object{}
			x.put("form", piece.Form)
			x.put("measure", n.Result.Measure)
			if of := n.Of.In(l); of != "" {
				x.put("of", of)
			}
			x.put("period", n.Result.Period.String())
			figureObject(&x, n.Result.Figure)
			numbers = append(numbers, x)
		}
	}
	o.put("numbers", numbers)
	for _, res := range s.Results {
		if !res.Defined {
			o.put("why", res.Why)
			break
		}
	}
	return o
}
