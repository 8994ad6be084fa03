package cli

import (
	"fmt"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

type statusCmd struct {
	File string `arg:""`
	Item string `placeholder:"KEY"`
	Add  string `placeholder:"TEXT"`
	Done string `placeholder:"KEY"`
	Who  string `placeholder:"NAME"`
	Due  string `placeholder:"DAY"`
	JSON bool   `name:"json"`
}

func (c *statusCmd) Run(r *run) error {
	due, err := lang.ParseStamp(r.Lang, c.Due, time.Local)
	if err != nil {
		return usage(r.Lang, "parse --due", "--due "+c.Due, "20.03.2023", "2023-03-20")
	}
	asked := 0
	for _, s := range []string{c.Item, c.Add, c.Done} {
		if s != "" {
			asked++
		}
	}
	if asked > 1 || c.Who+c.Due != "" && c.Item+c.Add == "" {
		return usage(r.Lang, "status", r.t("status.single"))
	}
	p, err := r.open(c.File, asked > 0)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading, or saved
	if asked > 0 {
		if err := c.change(r, p, due); err != nil {
			return err
		}
		if err := p.Save(); err != nil {
			return err
		}
	}
	return c.tell(r, p.Standing(r.Lang))
}

// change assigns, adds or ticks one thing.
func (c *statusCmd) change(r *run, p *app.Project, due briefing.Stamp) error {
	switch {
	case c.Add != "":
		return p.AddTask(c.Add, c.Who, due)
	case c.Done != "":
		return c.known(r, p.DoneTask(c.Done))
	}
	for _, t := range p.Standing(r.Lang).Todo {
		if t.Key == c.Item {
			return p.Assign(c.Item, c.Who, due)
		}
	}
	return usage(r.Lang, "status", r.t("status.no_item", c.Item))
}

func (c *statusCmd) known(r *run, err error) error {
	if briefing.CodeOf(err) == briefing.CodeNoRecord {
		return usage(r.Lang, "status", r.t("status.no_own", c.Done))
	}
	return err
}

func (c *statusCmd) tell(r *run, st *app.Standing) error {
	if c.JSON {
		o := object{}
		o.put("share", st.Share())
		o.put("filled", st.Filled)
		o.put("included", st.Included)
		o.put("blocking", st.Counts.Blocking)
		o.put("remarks", st.Counts.Remarks)
		o.put("notes", st.Counts.Notes)
		o.put("accepted", st.Counts.Accepted)
		o.put("later", st.Later)
		todo := []object{}
		for _, t := range st.Todo {
			todo = append(todo, todoObject(t))
		}
		o.put("todo", todo)
		return printJSON(r, o)
	}
	for _, t := range st.Todo {
		fmt.Fprintf(r.Out, "%s\t%s\t%s\t%s\t%s\n", t.Key, t.Title, t.Note, t.Who, t.DueText)
	}
	r.say("status.ready", st.Share(), st.Filled, st.Included)
	r.say("status.counts", len(st.Todo), st.Counts.Blocking, st.Counts.Remarks, st.Counts.Accepted)
	return nil
}

func todoObject(t app.Todo) object {
	o := object{}
	o.put("key", t.Key)
	o.put("title", t.Title)
	o.put("note", t.Note)
	o.put("blocking", t.Blocking)
	o.put("section", t.Section)
	o.put("fill", t.Fill)
	o.put("kind", t.Ref.Kind)
	o.put("id", t.Ref.ID)
	o.put("field", t.Field)
	o.put("who", t.Who)
	o.put("due", t.Due)
	o.put("overdue", t.Overdue)
	return o
}
