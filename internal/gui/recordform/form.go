// Package recordform is the form of a record: its fields by the one
// description of its kind, in groups, with child lists as cards.
//
// It promises that what was typed is kept once the hands rest and at Flush,
// that a value which can't be read stays in its field with the reason under it,
// also when the form is left and after a crash, while the stored one stays as
// it was, and that a refresh never touches what is being typed. A field that no group names stands in the last one, so a new
// field of a kind appears without a change here.
package recordform

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Group is a run of fields under one heading.
type Group struct {
	Title string
	// Labels name fields without their language. «claims.value» is a field of
	// the leading row of a child list; «claims» the list itself.
	Labels []string
	// Folded hides the fields behind the heading until it is pressed.
	Folded bool
}

// Form shows one record of a kind at a time.
type Form struct {
	// OnStored is called after what was typed was kept.
	OnStored func(briefing.Ref)

	desk   desk.Desk
	desc   briefing.Description
	draft  briefing.Record // nil while nothing is shown
	dirty  bool
	words  map[string]string // what can't be read and is not kept yet, by key; "" takes it away
	unread map[string]string // what is kept of this record
	later  *desk.Later
	seen   *desk.Later // shows the texts as they print
	looks  int         // counts the times that was asked for
	filled bool        // values are being shown, not typed
	typing typing
	moved  func() // of a form for a single field
	locked bool
	langs  []string // of the pack's texts

	groups  []*section
	inputs  []*input
	lists   []*children
	sides   []filler          // what stands between the fields
	scroll  *container.Scroll // nil of a form for a single field
	fields  fyne.CanvasObject // what stands in the scroll, or alone
	nothing fyne.CanvasObject
	all     *fyne.Container
}

// section is a group as it is shown.
type section struct {
	group Group
	head  fyne.CanvasObject
	body  *fyne.Container
	grid  *fyne.Container // of the short fields that follow one another, or nil
	turn  *kit.Button
}

// Short fields stand side by side where there is room for them.
const (
	shortWidth float32 = 216
	shortMost  int     = 3
)

// put adds an input to the section.
func (s *section) put(o fyne.CanvasObject, short bool) {
	if !short {
		s.grid = nil
		s.body.Add(o)
		return
	}
	if s.grid == nil {
		s.grid = kit.Grid(shortWidth, shortMost, 16)
		s.body.Add(s.grid)
	}
	s.grid.Add(o)
}

// New builds the form of a kind; foot, which may be nil, stands under the
// fields. Rest names the group of the fields that no other group names.
func New(d desk.Desk, kind briefing.Kind, groups []Group, rest string, foot fyne.CanvasObject) *Form {
	desc, _ := briefing.Describe(kind)
	f := &Form{desk: d, desc: desc}
	f.later = d.Later(typingPause, f.put).Within(typingMost)
	f.seen = d.Later(viewPause, f.look)
	body := kit.Column(14)
	for i, g := range withRest(desc, groups, rest) {
		if i > 0 {
			body.Add(kit.NewRule())
		}
		f.addGroup(body, g)
	}
	if foot != nil {
		body.Add(kit.NewRule())
		body.Add(foot)
	}
	f.scroll = container.NewVScroll(kit.Pad(16, 20, 24, 20, body))
	f.fields = f.scroll
	f.nothing = kit.NewEmptyState("edit", desk.T(d, "records.choose"), desk.T(d, "records.choose_next"), nil)
	f.all = container.NewStack(f.nothing)
	return f
}

// NewField builds the form of one field alone, without a place of its own to
// scroll: moved is called when it has grown or shrunk.
func NewField(d desk.Desk, kind briefing.Kind, label string, moved func()) *Form {
	desc, _ := briefing.Describe(kind)
	f := &Form{desk: d, desc: desc, moved: moved, nothing: kit.Column(0)}
	f.later = d.Later(typingPause, f.put).Within(typingMost)
	f.seen = d.Later(viewPause, f.look)
	body := kit.Column(14)
	f.addGroup(body, Group{Labels: []string{label}})
	f.fields = body
	f.all = container.NewStack(f.nothing)
	return f
}

// withRest puts the fields that no group names into one of their own.
func withRest(d briefing.Description, groups []Group, title string) []Group {
	named := map[string]bool{}
	for _, g := range groups {
		for _, l := range g.Labels {
			named[strings.TrimSuffix(l, "*")] = true
		}
	}
	rest := Group{Title: title, Folded: len(groups) > 0}
	for _, fd := range d.Fields {
		if !named[fd.Label] {
			named[fd.Label] = true
			rest.Labels = append(rest.Labels, fd.Label)
		}
	}
	for _, l := range d.Lists {
		if !named[l.Key] {
			rest.Labels = append(rest.Labels, l.Key)
		}
	}
	if len(rest.Labels) == 0 {
		return groups
	}
	return append(append([]Group(nil), groups...), rest)
}

func (f *Form) addGroup(body *fyne.Container, g Group) {
	s := &section{group: g, body: kit.Column(14)}
	if g.Folded {
		s.turn = kit.NewButton(kit.Link, kit.IconOpen, g.Title, func() { f.fold(s, s.body.Visible()) })
		s.head = kit.Row(0, s.turn)
		s.body.Hide()
	} else {
		s.head = kit.NewBold(g.Title, kit.Heading, theme.Ink)
	}
	for _, label := range g.Labels {
		f.addField(s, label)
	}
	f.groups = append(f.groups, s)
	if g.Title != "" {
		body.Add(s.head)
	}
	body.Add(s.body)
}

func (f *Form) fold(s *section, on bool) {
	if s.turn == nil {
		return
	}
	s.turn.Icon = kit.IconOpen
	if on {
		s.body.Hide()
	} else {
		s.turn.Icon = kit.IconDown
		s.body.Show()
	}
	s.turn.Refresh()
	f.relay()
}

// relay lays the fields out anew after one of them has grown or shrunk.
func (f *Form) relay() {
	if f.scroll == nil {
		f.all.Refresh()
		f.moved()
		return
	}
	f.scroll.Content.Refresh()
	f.scroll.Refresh()
}

// addField puts the input of a label into a section.
func (f *Form) addField(s *section, label string) {
	label, needed := strings.CutSuffix(label, "*")
	if o := f.side(label); o != nil {
		s.put(o, false)
		return
	}
	var x *input
	if key, of, ok := strings.Cut(label, "."); ok {
		for _, l := range f.desc.Lists {
			if l.Key == key {
				x = f.input(whereabouts{path: key + "."}, listLabel(f, key, of), parts(l.Fields, of), f.leading(l), s, needed)
			}
		}
		s.put(x.shown, x.short())
		return
	}
	for _, l := range f.desc.Lists {
		if l.Key == label {
			c := newChildren(f, l, s)
			f.lists = append(f.lists, c)
			s.put(c.box, false)
			return
		}
	}
	x = f.input(whereabouts{}, fieldLabel(f, label), parts(f.desc.Fields, label), func(bool) any { return f.draft }, s, needed)
	s.put(x.shown, x.short())
}

// filler shows something of the draft that is no field.
type filler interface{ fill() }

// side makes what a label that is no field stands for; nil for a field.
func (f *Form) side(label string) fyne.CanvasObject {
	switch label {
	case compareLabel:
		c := newCompare(f)
		f.sides = append(f.sides, c)
		return c.box
	case photoLabel:
		p := newPhoto(f)
		f.sides = append(f.sides, p)
		return p.box
	case membersLabel:
		m := newMembers(f)
		f.sides = append(f.sides, m)
		return m.box
	case namesLabel:
		n := newNames(f)
		f.sides = append(f.sides, n)
		return n.box
	}
	return nil
}

// leading reaches the row of a child list that stands for the record: the
// chosen claim of a fact, else the first row. It is made at the first input.
func (f *Form) leading(l briefing.List) func(make bool) any {
	return func(make bool) any {
		if f.draft == nil {
			return nil
		}
		if l.Len(f.draft) == 0 {
			if !make {
				return nil
			}
			l.Add(f.draft)
		}
		return l.At(f.draft, leadingRow(f.draft))
	}
}

func leadingRow(r briefing.Record) int {
	if fact, ok := r.(*briefing.Fact); ok {
		if chosen, ok := fact.Claim(); ok {
			for i := range fact.Claims {
				if fact.Claims[i].ID == chosen.ID {
					return i
				}
			}
		}
	}
	return 0
}

func parts(fields []briefing.Field, label string) []briefing.Field {
	var out []briefing.Field
	for _, fd := range fields {
		if fd.Label == label {
			out = append(out, fd)
		}
	}
	return out
}

// Object is the form.
func (f *Form) Object() fyne.CanvasObject { return f.all }

// Record points at the record shown; ok is false while none is.
func (f *Form) Record() (ref briefing.Ref, ok bool) {
	if f.draft == nil {
		return briefing.Ref{}, false
	}
	return f.draft.Ref(), true
}

// Set keeps what was typed and shows a record, which the form may change; nil
// shows that none is chosen.
func (f *Form) Set(r briefing.Record) {
	f.left()
	f.draft, f.dirty, f.words, f.unread = r, false, map[string]string{}, nil
	if r == nil {
		f.all.Objects = []fyne.CanvasObject{f.nothing}
		f.all.Refresh()
		return
	}
	f.locked = f.desk.Project().State().ReadOnly
	for _, x := range f.inputs {
		x.setError("")
		x.asked = false
	}
	f.fill(nil)
	f.showUnread()
	f.all.Objects = []fyne.CanvasObject{f.fields}
	if f.scroll != nil {
		f.scroll.ScrollToTop()
	}
	f.all.Refresh()
	f.look()
}

// Refresh shows the record as the project holds it now, unless something typed
// waits to be kept.
func (f *Form) Refresh() {
	if f.draft == nil || f.dirty || len(f.words) > 0 {
		return
	}
	if f.draft.Ref().ID == "" { // new and still empty: the project knows nothing of it
		f.fill(nil)
		return
	}
	r, err := f.desk.Project().Get(f.draft.Ref())
	if err != nil {
		f.Set(nil)
		return
	}
	f.draft = r
	f.fill(nil)
	f.showUnread()
	f.look()
}

// fill shows the values of the draft, except in the input that is typed in.
func (f *Form) fill(but *input) {
	f.filled = true
	defer func() { f.filled = false }()
	f.langs = f.langs[:0:0]
	for _, l := range f.desk.Project().Languages() {
		f.langs = append(f.langs, string(l))
	}
	for _, c := range f.lists {
		c.fill()
	}
	for _, c := range f.sides {
		c.fill()
	}
	for _, x := range f.inputs {
		if x != but {
			x.fill()
		}
	}
}
