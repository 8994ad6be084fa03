package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// RowItem is what a row of a list or card shows. Empty parts take no room.
type RowItem struct {
	// Heading makes the row a caption between others: Title and Trail only.
	Heading bool
	// Check shows a box, ticked or not; OnCheck of the widget is called.
	Check, Checked bool
	// Time stands first in small figures: a journal.
	Time string
	// Lead and LeadSub stand first in two lines, and Dot is the colour of the
	// point on the line that goes from row to row: a line of time.
	Lead, LeadSub string
	Dot           fyne.ThemeColorName
	// Icon and its colour.
	Icon      string
	IconColor fyne.ThemeColorName
	// Title; TitleMark is the part (from, to in characters) set in bold accent:
	// what was searched for.
	Title     string
	TitleBold bool
	TitleMark [2]int
	// Dimmed sets the title in second ink: left out, done.
	Dimmed bool
	// Sub is the second line; in rows lower than 44 it follows the title.
	Sub      string
	SubColor fyne.ThemeColorName
	// Status with its word stands at the right.
	Status     Status
	StatusWord string
	// Number stands before the title in second ink, in NumberRoom or in what it
	// needs; a title in two lines hangs beside it.
	Number     string
	NumberRoom float32
	// Wrap lets a ListRow break a title that is too long into two lines, and be
	// higher for it.
	Wrap bool
	// Trail is a short text at the right in second ink, TrailIcon and its colour
	// what stands before it.
	Trail, TrailIcon string
	TrailColor       fyne.ThemeColorName
	// Reserve is left free at the very right, for a button that lies over the row.
	Reserve float32
	// Opens shows a chevron at the very right.
	Opens bool
	// Inset moves the row in: a subsection.
	Inset float32
}

// Heights of rows: with one line, in the palette, with two lines.
const (
	RowHeight        float32 = 32
	PaletteRowHeight float32 = 36
	TallHeight       float32 = 56

	rowInset     float32 = 16
	rowGap       float32 = 12
	timeWidth    float32 = 48
	boxSide      float32 = 16
	chevronWidth float32 = 18
	twoLines     float32 = 44
	numberGap    float32 = 8
	secondDown   float32 = 18
	subLeast     float32 = 40
)

// rowFace draws a RowItem. ListRow and the cells of a RecordList share it.
type rowFace struct {
	item                       RowItem
	selected, hovered, pressed bool
	broken                     bool // the title takes two lines

	ground, ring, box         *canvas.Rectangle
	icon, tick, chevron, mark *canvas.Image
	sign                      *canvas.Image // before the trail
	time, trail, word, sub    *canvas.Text
	number, second            *canvas.Text // second is the title's second line
	line                      timeFace
	title                     [3]*canvas.Text
	objs                      []fyne.CanvasObject
}

func newRowFace(item RowItem) *rowFace {
	f := &rowFace{
		item: item, ground: newBox(), ring: newBox(), box: newBox(),
		icon: newPicture(), tick: newPicture(), chevron: newPicture(), mark: newPicture(),
		sign: newPicture(), number: canvas.NewText("", nil), second: canvas.NewText("", nil),
		time: canvas.NewText("", nil), sub: canvas.NewText("", nil),
		trail: canvas.NewText("", nil), word: canvas.NewText("", nil), line: newTimeFace(),
	}
	f.objs = []fyne.CanvasObject{f.ground, f.box, f.tick, f.time, f.icon, f.sub, f.mark, f.word, f.trail, f.sign, f.number, f.second, f.chevron, f.ring}
	for i := range f.title {
		f.title[i] = canvas.NewText("", nil)
		f.objs = append(f.objs, f.title[i])
	}
	f.objs = append(f.objs, f.line.objects()...)
	return f
}

// onBox tells whether a place lies on the tick box.
func (f *rowFace) onBox(x float32) bool {
	return f.item.Check && x < f.item.Inset+rowInset+boxSide+rowGap/2
}

func (f *rowFace) arrange(s fyne.Size) {
	place(f.ground, 0, 0, s.Width, s.Height)
	place(f.ring, 1, 1, s.Width-2, s.Height-2)
	f.broken = f.more(s) > 0
	left := f.arrangeLead(s)
	right := f.arrangeTail(s, left)
	f.arrangeLines(s, left, right)
}

// arrangeLead sets box, time and icon and returns where the lines begin.
func (f *rowFace) arrangeLead(s fyne.Size) float32 {
	x := rowInset + f.item.Inset
	if f.item.Check {
		y := floor((s.Height - boxSide) / 2)
		if f.broken { // beside the first line
			y = f.firstLine(s) + 2
		}
		place(f.box, x, y, boxSide, boxSide)
		place(f.tick, x+1, y+1, SmallIconSide, SmallIconSide)
		x += boxSide + rowGap
	}
	if f.item.Dot != "" {
		x = f.line.arrange(x, s)
	}
	if f.item.Time != "" {
		place(f.time, x, f.firstLine(s)+2, timeWidth, 16)
		x += timeWidth
	}
	if f.item.Icon != "" {
		place(f.icon, x, floor((s.Height-IconSide)/2), IconSide, IconSide)
		x += IconSide + rowGap
	}
	if w := f.numberWide(); w > 0 {
		place(f.number, x, f.firstLine(s), w, 20)
		x += w
	}
	return x
}

func (f *rowFace) numberWide() float32 {
	if f.item.Number == "" {
		return f.item.NumberRoom
	}
	return max(f.item.NumberRoom, ceil(width(f.item.Number, 14))+numberGap)
}

// arrangeTail sets what stands at the right and returns where it begins.
func (f *rowFace) arrangeTail(s fyne.Size, left float32) float32 {
	x := s.Width - rowInset
	if f.item.Reserve > 0 {
		x = s.Width - f.item.Reserve
	}
	if f.item.Opens {
		place(f.chevron, x-SmallIconSide, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		x -= chevronWidth + 6
	}
	if f.item.Trail != "" {
		w := min(ceil(width(f.item.Trail, f.trail.TextSize)), max((x-left)/2, 0))
		f.trail.Text = fit(f.item.Trail, w, widthOf(f.trail.TextSize))
		y := floor((s.Height - 18) / 2)
		if f.item.Heading {
			y = f.firstLine(s) + 1
		}
		place(f.trail, x-w, y, w, 18)
		x -= w
		if f.item.TrailIcon != "" {
			x -= SmallIconSide + markGap
			place(f.sign, x, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		}
		x -= rowGap
	}
	if f.item.Status != NoStatus {
		w := ceil(width(f.item.StatusWord, 12)) + SmallIconSide + markGap
		place(f.mark, x-w, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
		place(f.word, x-w+SmallIconSide+markGap, floor((s.Height-16)/2), w, 16)
		x -= w + rowGap
	}
	return x
}

func (f *rowFace) arrangeLines(s fyne.Size, left, right float32) {
	y := f.firstLine(s)
	f.second.Text = ""
	if f.broken {
		lines := f.titleLines(right - left)
		f.title[1].Text, f.title[2].Text, f.title[0].Text, f.second.Text = "", "", lines[0], lines[1]
		place(f.title[0], left, y, right-left, 20)
		place(f.second, left, y+secondDown, right-left, 20)
		return
	}
	end := f.arrangeTitle(left, y, right-left)
	if f.item.Sub == "" {
		return
	}
	if s.Height < twoLines {
		x := end + 8
		f.sub.TextSize = 13
		place(f.sub, x, y+2, right-x, 18)
		f.sub.Text = ""
		if right-x >= subLeast { // a few letters would say nothing
			f.sub.Text = fit(f.item.Sub, right-x, widthOf(13))
		}
		return
	}
	f.sub.TextSize = 12 // a row that was painted before it had a height took the other
	place(f.sub, left, y+19, right-left, 16)
	f.sub.Text = fit(f.item.Sub, right-left, widthOf(12))
}

// titleLines is the title in one line or two.
func (f *rowFace) titleLines(room float32) []string {
	style := fyne.TextStyle{Bold: f.item.TitleBold}
	return wrap(f.item.Title, room, 2, func(s string) float32 {
		if s == "" {
			return 0
		}
		return fyne.MeasureText(s, 14, style).Width
	})
}

// more is how much higher a row has to be whose title takes two lines.
func (f *rowFace) more(s fyne.Size) float32 {
	if !f.item.Wrap || s.Width <= 0 {
		return 0
	}
	left := f.arrangeLead(s)
	if len(f.titleLines(f.arrangeTail(s, left)-left)) < 2 {
		return 0
	}
	return secondDown
}

// arrangeTitle cuts the title to its room, sets its three parts side by side
// and returns where it ends.
func (f *rowFace) arrangeTitle(x, y, room float32) float32 {
	runes := []rune(f.item.Title)
	from, to := min(max(f.item.TitleMark[0], 0), len(runes)), min(max(f.item.TitleMark[1], 0), len(runes))
	if to <= from {
		from, to = len(runes), len(runes)
	}
	for i, part := range []string{string(runes[:from]), string(runes[from:to]), string(runes[to:])} {
		t := f.title[i]
		measure := func(s string) float32 {
			if s == "" {
				return 0
			}
			return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width
		}
		t.Text = ""
		if part != "" && room > 0 {
			t.Text = fit(part, room, measure)
		}
		w := measure(t.Text)
		place(t, x, y, w, 20)
		x += w
		room -= w
	}
	return x
}

func (f *rowFace) firstLine(s fyne.Size) float32 {
	switch {
	case f.item.Heading:
		return s.Height - 24
	case f.broken:
		return floor((s.Height - 20 - secondDown) / 2)
	case f.item.Sub == "" || s.Height < twoLines:
		return floor((s.Height - 20) / 2)
	default:
		return floor((s.Height - 36) / 2)
	}
}

func (f *rowFace) paint(l look, focused bool) {
	it := f.item
	fill, frame := theme.None, theme.None
	switch {
	case f.selected:
		fill = theme.Tint
		if l.size(theme.SizeSelectionFrame) > 0 {
			frame = theme.TintLine
		}
	case f.hovered && f.pressed && !it.Heading:
		fill = theme.Hover
	}
	l.box(f.ground, fill, frame, "")
	l.focusRing(f.ring, focused, 4)
	f.paintBox(l)
	f.line.paint(l, it)
	l.picture(f.icon, it.Icon, it.IconColor, false)
	chevron := ""
	if it.Opens {
		chevron = IconOpen
	}
	l.picture(f.chevron, chevron, theme.Second, true)
	f.paintTexts(l)
	l.picture(f.sign, it.TrailIcon, it.TrailColor, true)
	icon, c := it.Status.face()
	l.picture(f.mark, icon, c, true)
	word := it.StatusWord
	if it.Status == NoStatus {
		word = ""
	}
	set(f.word, word, 12, l.color(c))
}

func (f *rowFace) paintTexts(l look) {
	it := f.item
	ink, letter := theme.Ink, float32(14)
	if it.Dimmed {
		ink = theme.Second
	}
	if it.Heading {
		ink, letter = theme.Second, 12
	}
	for i, t := range f.title {
		t.TextSize, t.Color, t.TextStyle.Bold = letter, l.color(ink), it.TitleBold || it.Heading
		if i == 1 {
			t.Color, t.TextStyle.Bold = l.color(theme.Accent), true
		}
	}
	f.second.TextSize, f.second.Color, f.second.TextStyle.Bold = letter, l.color(ink), it.TitleBold
	set(f.number, it.Number, 14, l.color(theme.Second))
	set(f.time, it.Time, 12, l.color(theme.Second))
	f.time.TextStyle.Monospace = figuresOnly(it.Time)
	sub := it.SubColor
	if sub == "" {
		sub = theme.Second
	}
	subSize := float32(12)
	if f.ground.Size().Height < twoLines {
		subSize = 13
	}
	set(f.sub, it.Sub, subSize, l.color(sub))
	set(f.trail, it.Trail, 13, l.color(theme.Second))
	if it.Heading {
		f.trail.TextSize = 12
	}
}

func (f *rowFace) paintBox(l look) {
	showIf(f.box, f.item.Check)
	tick := ""
	fill, frame := theme.Surface, theme.Third
	if f.item.Check && f.item.Checked {
		fill, frame, tick = theme.Fill, theme.Fill, IconTick
	}
	l.box(f.box, fill, frame, theme.RadiusChip)
	l.picture(f.tick, tick, theme.OnFill, true)
}
