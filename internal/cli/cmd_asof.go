package cli

import (
	"fmt"
	"time"

	"briefing/internal/app"
	"briefing/internal/lang"
)

type asOfCmd struct {
	File string `arg:""`
	At   string `required:"" placeholder:"T"`
	Set  bool
	JSON bool `name:"json"`
}

// signs of what would enter, leave and change.
const (
	enters  = "+"
	leaves  = "-"
	changes = "~"
	later   = "*" // told by an addendum as of that moment
)

func (c *asOfCmd) Run(r *run) error {
	p, err := r.open(c.File, c.Set)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading, or saved
	at, moment, err := momentAt(r.Lang, "--at", c.At, p)
	if err != nil {
		return err
	}
	if err := c.tell(r, p.MoveMoment(moment, r.Lang)); err != nil || !c.Set {
		return err
	}
	if err := p.SetMoment(at); err != nil {
		return err
	}
	r.say("asof.set", lang.Moment(r.Lang, moment))
	return p.Save()
}

func (c *asOfCmd) tell(r *run, m *app.MomentMove) error {
	if c.JSON {
		o := object{}
		if !m.From.IsZero() {
			o.put("from", m.From.Format(time.RFC3339))
		}
		o.put("to", m.To.Format(time.RFC3339))
		o.put("enter", momentObjects(m.Enter))
		o.put("leave", momentObjects(m.Leave))
		o.put("changed", momentObjects(m.Changed))
		o.put("addendum", momentObjects(m.Later))
		rows := []object{}
		for _, x := range m.Rows {
			row := object{}
			row.put("period", x.Period.String())
			row.put("enter", x.Enter)
			row.put("leave", x.Leave)
			rows = append(rows, row)
		}
		o.put("rows", rows)
		return printJSON(r, o)
	}
	for _, part := range []struct {
		sign string
		list []app.MomentItem
	}{{enters, m.Enter}, {leaves, m.Leave}, {changes, m.Changed}, {later, m.Later}} {
		for _, x := range part.list {
			fmt.Fprintf(r.Out, "%s\t%s %s\t%s\t%s\n", part.sign, x.Ref.Kind, x.Ref.ID, x.Caption, x.Why)
		}
	}
	for _, x := range m.Rows {
		sign, n := enters, x.Enter
		if x.Leave > 0 {
			sign, n = leaves, x.Leave
		}
		fmt.Fprintf(r.Out, "%s\t%s\t%s\t%d\n", sign, r.t("asof.rows"), x.Text, n)
	}
	from := r.t("asof.none")
	if !m.From.IsZero() {
		from = lang.Moment(r.Lang, m.From)
	}
	r.say("asof.sum", from, lang.Moment(r.Lang, m.To), len(m.Enter), len(m.Leave), len(m.Changed))
	if len(m.Later) > 0 {
		r.say("asof.later", len(m.Later))
	}
	return nil
}

func momentObjects(list []app.MomentItem) []object {
	out := []object{}
	for _, x := range list {
		o := object{}
		o.put("kind", x.Ref.Kind)
		o.put("id", x.Ref.ID)
		o.put("caption", x.Caption)
		o.put("why", x.Why)
		out = append(out, o)
	}
	return out
}
