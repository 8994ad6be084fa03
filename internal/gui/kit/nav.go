package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Widths of the side bar, open and folded.
const (
	NavWidth       float32 = 216
	NavFoldedWidth float32 = 56
)

// NavItem is an entry of the side bar.
type NavItem struct {
	Key   string
	Icon  string
	Label string
	// Count stands at the right: a number of records, a key.
	Count string
	// Marks stand at the right instead of Count: findings by severity.
	Marks []NavMark
}

// NavMark is a severity with its count.
type NavMark struct {
	Severity Severity
	Count    string
}

// NavGroup is a run of entries under a caption; Title may be "".
type NavGroup struct {
	Title string
	Items []NavItem
}

// NavList is the side bar: groups of entries, one of them chosen, and entries
// at its foot. It is one stop for Tab; inside it the arrows move and choose.
type NavList struct {
	widget.DisableableWidget
	// OnSelect is called with the key of the entry the user chose.
	OnSelect func(key string)
	// OnHover is called with the label under the pointer, "" when it leaves:
	// the folded bar shows icons only.
	OnHover func(label string)

	groups   []NavGroup
	foot     []NavItem
	selected string
	folded   bool
	focused  bool
	active   int

	ground *ground
	edge   *canvas.Rectangle
	heads  []*canvas.Text
	rows   []*navRow
	tight  bool // a low window: no captions
	objs   []fyne.CanvasObject
}

// NewNavList returns an empty side bar.
func NewNavList(onSelect func(key string)) *NavList {
	n := &NavList{OnSelect: onSelect, ground: newGround(), edge: newBox()}
	n.ExtendBaseWidget(n)
	n.build()
	return n
}

// SetItems exchanges the entries; the choice stays where its key still exists.
func (n *NavList) SetItems(groups []NavGroup, foot []NavItem) {
	n.groups, n.foot = groups, foot
	n.build()
	n.Refresh()
}

// Select marks an entry without calling OnSelect.
func (n *NavList) Select(key string) {
	n.selected = key
	for i, r := range n.rows {
		if r.item.Key == key {
			n.active = i
		}
	}
	n.Refresh()
}

// Selected returns the key of the marked entry.
func (n *NavList) Selected() string { return n.selected }

// SetFolded shows icons only.
func (n *NavList) SetFolded(on bool) {
	if n.folded == on {
		return
	}
	n.folded = on
	n.Refresh()
}

// Folded tells whether only icons are shown.
func (n *NavList) Folded() bool { return n.folded }

func (n *NavList) build() {
	n.heads, n.rows = nil, nil
	for _, g := range n.groups {
		n.heads = append(n.heads, canvas.NewText(g.Title, nil))
		for _, it := range g.Items {
			n.rows = append(n.rows, newNavRow(n, it))
		}
	}
	for _, it := range n.foot {
		n.rows = append(n.rows, newNavRow(n, it))
	}
	n.objs = []fyne.CanvasObject{n.ground, n.edge}
	for _, h := range n.heads {
		n.objs = append(n.objs, h)
	}
	for _, r := range n.rows {
		n.objs = append(n.objs, r)
	}
	n.active = min(n.active, max(len(n.rows)-1, 0))
}

// CreateRenderer is called by the toolkit.
func (n *NavList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(n) }

func (n *NavList) objects() []fyne.CanvasObject { return n.objs }

func (n *NavList) least() fyne.Size {
	height := 2*navTop + navStepLeast*float32(len(n.rows)) + navHeadTight*float32(n.titles())
	w := NavWidth
	if n.folded {
		w = NavFoldedWidth
	}
	return size(w, height)
}

const (
	navTop     float32 = 12
	navStep    float32 = 36
	navRowHigh float32 = 32
	navHead    float32 = 32
	// in a low window
	navStepLeast float32 = 20
	navHeadTight float32 = 6
)

func (n *NavList) titles() (count int) {
	for _, g := range n.groups {
		if g.Title != "" {
			count++
		}
	}
	return count
}

// steps are the distance of rows and the height of a caption: in a low window
// rows come closer and captions give their place up.
func (n *NavList) steps(height float32) (step, head float32) {
	rows, titles := float32(len(n.rows)), float32(n.titles())
	if height >= 2*navTop+navStep*rows+navHead*titles || rows == 0 {
		return navStep, navHead
	}
	step = (height - 2*navTop - navHeadTight*titles) / rows
	return floor(min(max(step, navStepLeast), navStep)), navHeadTight
}

func (n *NavList) arrange(s fyne.Size) {
	place(n.ground, 0, 0, s.Width, s.Height)
	place(n.edge, s.Width-1, 0, 1, s.Height)
	step, head := n.steps(s.Height)
	n.tight = head < navHead
	n.walk(s.Height, func(o fyne.CanvasObject, y float32) {
		if _, ok := o.(*navRow); ok {
			place(o, 8, y, s.Width-17, min(navRowHigh, step-1))
			return
		}
		showIf(o, !n.tight && !n.folded)
		place(o, 20, y+11, s.Width-40, 16)
	})
}

// walk visits captions and rows with their places. The foot hangs from the
// bottom of height.
func (n *NavList) walk(height float32, visit func(fyne.CanvasObject, float32)) {
	step, head := n.steps(height)
	y, row := navTop, 0
	for i, g := range n.groups {
		if g.Title != "" {
			visit(n.heads[i], y)
			y += head
		}
		for range g.Items {
			visit(n.rows[row], y)
			row++
			y += step
		}
	}
	y = max(y, height-step*float32(len(n.foot))-4)
	for ; row < len(n.rows); row++ {
		visit(n.rows[row], y)
		y += step
	}
}

func (n *NavList) paint(l look) {
	n.ground.look.FillColor = l.color(theme.Rail)
	n.ground.Refresh()
	n.edge.FillColor = l.color(theme.Line)
	for i, h := range n.heads {
		set(h, n.groups[i].Title, 12, l.color(theme.Second))
		showIf(h, !n.folded && !n.tight && n.groups[i].Title != "")
	}
	for i, r := range n.rows {
		r.selected = r.item.Key == n.selected
		r.focused = n.focused && i == n.active
		r.folded = n.folded
		r.Refresh()
	}
}

// FocusGained is called by the toolkit.
func (n *NavList) FocusGained() {
	n.focused = true
	n.Refresh()
}

// FocusLost is called by the toolkit.
func (n *NavList) FocusLost() {
	n.focused = false
	n.Refresh()
}

// TypedRune takes no text.
func (n *NavList) TypedRune(rune) {}

// TypedKey moves with the arrows, Home and End, and chooses with Enter and
// Space.
func (n *NavList) TypedKey(ev *fyne.KeyEvent) {
	to := n.active
	switch ev.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(n.rows) - 1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		n.choose(n.active)
		return
	default:
		passOn(n, ev)
		return
	}
	if len(n.rows) == 0 {
		return
	}
	n.active = min(max(to, 0), len(n.rows)-1)
	n.Refresh()
}

func (n *NavList) choose(i int) {
	if i < 0 || i >= len(n.rows) || n.Disabled() {
		return
	}
	n.active = i
	n.selected = n.rows[i].item.Key
	n.Refresh()
	if n.OnSelect != nil {
		n.OnSelect(n.selected)
	}
}

func (n *NavList) tapped(r *navRow) {
	for i, each := range n.rows {
		if each == r {
			n.choose(i)
			return
		}
	}
}
