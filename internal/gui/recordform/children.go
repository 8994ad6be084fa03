package recordform

import (
	"fmt"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// children is a child list of the record: its rows as cards. Cards are made
// when the number of rows changes, and filled otherwise.
type children struct {
	form    *Form
	list    briefing.List
	section *section
	box     *fyne.Container
	cards   *fyne.Container
	add     *kit.Button
	made    int
	inputs  []*input
}

func newChildren(f *Form, l briefing.List, s *section) *children {
	c := &children{form: f, list: l, section: s, cards: kit.Column(12)}
	c.add = kit.NewButton(kit.Link, "plus", desk.T(f.desk, "records.add_row"), func() {
		l.Add(f.draft)
		f.changed(nil, 0)
		c.last()
	})
	name := fieldLabel(f, l.Key)
	if name == s.group.Title {
		name = "" // the heading says it
	}
	c.box = kit.Column(10, kit.Ends(8, kit.NewBold(name, kit.Body, theme.Ink), c.add), c.cards)
	return c
}

// fill makes the cards the rows ask for; their inputs are filled with the others.
func (c *children) fill() {
	n := c.list.Len(c.form.draft)
	if c.form.locked {
		c.add.Disable()
	} else {
		c.add.Enable()
	}
	if n == c.made && len(c.cards.Objects) == n {
		return
	}
	c.form.forget(c.inputs)
	c.inputs, c.cards.Objects, c.made = nil, nil, n
	for i := range n {
		c.cards.Add(c.card(i))
	}
	c.box.Refresh()
}

func (c *children) card(i int) fyne.CanvasObject {
	f, d := c.form, c.form.desk
	place := &section{body: kit.Column(12)}
	seen := map[string]bool{}
	for _, fd := range c.list.Fields {
		if seen[fd.Label] {
			continue
		}
		seen[fd.Label] = true
		row := func(bool) any {
			if f.draft == nil || i >= c.list.Len(f.draft) {
				return nil
			}
			return c.list.At(f.draft, i)
		}
		x := f.input(whereabouts{at: fmt.Sprintf("%s#%d.", c.list.Key, i+1)}, listLabel(f, c.list.Key, fd.Label), parts(c.list.Fields, fd.Label), row, c.section, false)
		c.inputs = append(c.inputs, x)
		place.put(x.shown, x.short())
	}
	twin := kit.NewButton(kit.Link, "copy", desk.T(d, "records.copy_row"), func() { c.duplicate(i) })
	remove := kit.NewButton(kit.Link, "trash", desk.T(d, "records.remove_row"), func() {
		if claim, ok := c.list.At(f.draft, i).(*briefing.Claim); ok {
			f.unchoose(claim.ID)
		}
		c.list.Remove(f.draft, i)
		f.changed(nil, 0)
	})
	if f.locked {
		twin.Disable()
		remove.Disable()
	}
	place.put(kit.Ends(0, kit.NewText("", kit.Small, theme.Second), kit.NewTools(desk.T(d, "tools.more"), twin, remove)), false)
	return kit.NewPaddedCard(place.body)
}

// duplicate adds a row like another one behind the last.
func (c *children) duplicate(i int) {
	f := c.form
	made := c.list.Add(f.draft)
	from := c.list.At(f.draft, i)
	for _, fd := range c.list.Fields {
		// What Get gives, Set takes.
		_ = fd.Set(made, fd.Get(from))
	}
	if claim, ok := made.(*briefing.Claim); ok {
		claim.ID = "" // it gets a name of its own
	}
	f.changed(nil, 0)
	c.last()
}

// last brings the last row, just made, into sight and puts the cursor into it.
func (c *children) last() {
	c.form.relay() // until it is laid out it stands nowhere
	if n := len(c.cards.Objects); n > 0 {
		c.form.reveal(c.cards.Objects[n-1])
	}
	row := fmt.Sprintf("%s#%d.", c.list.Key, c.made)
	for _, x := range c.inputs {
		if x.text && x.shown.Visible() && x.at == row {
			x.focus()
			return
		}
	}
}

// unchoose takes back the choice of a claim that goes.
func (f *Form) unchoose(id briefing.ID) {
	if fact, ok := f.draft.(*briefing.Fact); ok && fact.Chosen == id {
		fact.Chosen = ""
	}
}

// focus puts the cursor into the first row, or on what adds one.
func (c *children) focus() {
	if len(c.inputs) > 0 {
		c.inputs[0].focus()
		return
	}
	kit.FocusOn(c.add)
}

// forget drops inputs that are taken off the form.
func (f *Form) forget(gone []*input) {
	drop := map[*input]bool{}
	for _, x := range gone {
		drop[x] = true
	}
	kept := f.inputs[:0]
	for _, x := range f.inputs {
		if !drop[x] {
			kept = append(kept, x)
		}
	}
	f.inputs = kept
}
