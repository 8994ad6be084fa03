package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/redline"
)

type wordCmd struct {
	File   string `arg:""`
	Word   string `arg:""`
	Accept string `type:"words" placeholder:"1,3-5"`
	JSON   bool   `name:"json"`
}

// Run lists the differences, and takes those that are asked for.
func (c *wordCmd) Run(r *run) error {
	p, err := r.open(c.File, c.Accept != "")
	if err != nil {
		return err
	}
	return errors.Join(c.run(r, p), p.Close())
}

func (c *wordCmd) run(r *run, p *app.Project) error {
	res, err := p.CompareWord(c.Word)
	if err != nil {
		return err
	}
	take, err := c.chosen(r, res.Differences)
	if err != nil {
		return err
	}
	if c.JSON {
		err = c.print(r, p, res)
	} else {
		c.tell(r, p, res)
	}
	if err != nil || c.Accept == "" {
		return err
	}
	done, err := p.TakeWord(take)
	if err != nil {
		return err
	}
	if done > 0 {
		if err := p.Save(); err != nil {
			return err
		}
	}
	fmt.Fprintln(r.Err, lang.T(r.Lang, "word.taken", done, len(res.Differences)-done))
	return nil
}

// chosen are the differences that are to be taken; "all" are all that can be.
func (c *wordCmd) chosen(r *run, list []redline.Difference) ([]redline.Difference, error) {
	if c.Accept == "" {
		return nil, nil
	}
	var out []redline.Difference
	if c.Accept == "all" {
		for _, d := range list {
			if d.Reason == "" && !d.Removed { // what may have come into the project since is taken out by its number only
				out = append(out, d)
			}
		}
		return out, nil
	}
	seen := map[int]bool{}
	for s := range strings.SplitSeq(c.Accept, ",") {
		from, to, ok := numbers(strings.TrimSpace(s))
		found := false
		for _, d := range list {
			n := d.Number
			if !ok || n < from || n > to {
				continue
			}
			found = true
			if d.Reason != "" {
				return nil, usage(r.Lang, "word", lang.T(r.Lang, "word.refused", n, reason(r.Lang, d.Reason)))
			}
			if !seen[n] {
				out = append(out, d)
			}
			seen[n] = true
		}
		if !found && listed(list) == "" {
			return nil, usage(r.Lang, "word", lang.T(r.Lang, "word.none_left", c.Accept))
		}
		if !found {
			return nil, usage(r.Lang, "word", "--accept "+s, listed(list), "all")
		}
	}
	return out, nil
}

// listed are the numbers that can be given.
func listed(list []redline.Difference) string {
	var out []string
	for _, d := range list {
		if d.Reason == "" {
			out = append(out, strconv.Itoa(d.Number))
		}
	}
	return strings.Join(out, ",")
}

// numbers reads "3" or "3-5".
func numbers(s string) (from, to int, ok bool) {
	a, b, span := strings.Cut(s, "-")
	from, err := strconv.Atoi(a)
	if err != nil {
		return 0, 0, false
	}
	if !span {
		return from, from, true
	}
	to, err = strconv.Atoi(b)
	return from, to, err == nil
}

func reason(l briefing.Lang, why redline.Reason) string {
	return lang.T(l, "word.reason."+string(why))
}

// tell prints the comparison for a person.
func (c *wordCmd) tell(r *run, p *app.Project, res redline.Result) {
	for _, d := range res.Differences {
		head := strconv.Itoa(d.Number) + "."
		for _, s := range []string{d.Where, fieldName(r.Lang, d)} {
			if s != "" {
				head += " " + s + ";"
			}
		}
		fmt.Fprintln(r.Out, strings.TrimSuffix(head, ";"))
		if d.Was != "" {
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.was", oneLine(d.Was)))
		}
		switch {
		case d.Added:
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.added", oneLine(d.Now)))
		case d.Removed:
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.removed"))
		case d.Now != "":
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.now", oneLine(d.Now)))
		}
		if d.Reason == "" && oneLine(d.Taken) != oneLine(d.Now) {
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.taken_as", oneLine(d.Taken)))
		}
		for _, f := range d.Figures {
			if d.Removed {
				break
			}
			fmt.Fprintln(r.Out, "   "+figureLine(r.Lang, p, f))
		}
		for _, k := range d.Kept {
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.kept", oneLine(k.Was), oneLine(k.Now)))
		}
		if d.Reason != "" {
			fmt.Fprintln(r.Out, "   "+lang.T(r.Lang, "word.not_taken", reason(r.Lang, d.Reason)))
		}
	}
	for _, m := range res.Comments {
		fmt.Fprintln(r.Out, lang.T(r.Lang, "word.comment", m.Author, oneLine(m.Text), oneLine(m.At)))
	}
	for _, m := range res.Missing {
		fmt.Fprintln(r.Out, lang.T(r.Lang, "word.missing", m.Where, oneLine(m.Text)))
	}
	open := 0
	for _, d := range res.Differences {
		if d.Reason == "" {
			open++
		}
	}
	fmt.Fprintln(r.Out, lang.T(r.Lang, "word.sum", res.Same, len(res.Differences), open))
}

// figureLine says of a figure that was edited what it was, what was written, and
// where it comes from.
func figureLine(l briefing.Lang, p *app.Project, f redline.Figure) string {
	from := lang.T(l, "word.figure_data", f.Bound)
	if o, ok := p.FigureOrigin(f.Bound, l); ok {
		from = lang.T(l, "word.figure_fact", o.Title, string(o.Fact.ID))
		if len(o.Sources) > 0 {
			from = lang.T(l, "word.figure_source", from, strings.Join(o.Sources, "; "))
		}
	}
	if f.Now == "" {
		return lang.T(l, "word.figure_gone", oneLine(f.Was), from)
	}
	return lang.T(l, "word.figure", oneLine(f.Was), oneLine(f.Now), from)
}

// fieldName names the field that a difference would change.
func fieldName(l briefing.Lang, d redline.Difference) string {
	if d.Field.Key == "" {
		return ""
	}
	return lang.KindName(l, d.Ref.Kind, false) + " " + string(d.Ref.ID) + ": " + lang.FieldLabel(l, d.Ref.Kind, d.List, d.Field)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (c *wordCmd) print(r *run, p *app.Project, res redline.Result) error {
	list := []object{}
	for _, d := range res.Differences {
		o := object{}
		o.put("number", d.Number)
		o.put("where", d.Where)
		o.put("kind", d.Ref.Kind)
		o.put("id", d.Ref.ID)
		o.put("field", d.Field.Key)
		o.put("was", d.Was)
		o.put("now", d.Now)
		o.put("after", d.After)
		o.put("taken", d.Taken)
		o.put("added", d.Added)
		o.put("removed", d.Removed)
		o.put("figures", figureObjects(r.Lang, p, d.Figures))
		kept := []object{}
		for _, k := range d.Kept {
			x := object{}
			x.put("was", k.Was)
			x.put("now", k.Now)
			kept = append(kept, x)
		}
		o.put("kept", kept)
		o.put("reason", d.Reason)
		list = append(list, o)
	}
	missing := []object{}
	for _, m := range res.Missing {
		o := object{}
		o.put("where", m.Where)
		o.put("text", m.Text)
		missing = append(missing, o)
	}
	comments := []object{}
	for _, m := range res.Comments {
		o := object{}
		o.put("author", m.Author)
		o.put("text", m.Text)
		o.put("at", m.At)
		comments = append(comments, o)
	}
	o := object{}
	o.put("same", res.Same)
	o.put("differences", list)
	o.put("missing", missing)
	o.put("comments", comments)
	return printJSON(r, o)
}

func figureObjects(l briefing.Lang, p *app.Project, list []redline.Figure) []object {
	out := []object{}
	for _, f := range list {
		o := object{}
		o.put("bound", f.Bound)
		o.put("was", f.Was)
		o.put("now", f.Now)
		if from, ok := p.FigureOrigin(f.Bound, l); ok {
			o.put("fact", from.Fact.ID)
			o.put("sources", from.Sources)
		}
		out = append(out, o)
	}
	return out
}
