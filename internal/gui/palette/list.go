package palette

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/search"
)

// Size of the card, and how far from the upper edge it hangs.
const (
	wide float32 = 780
	tall float32 = 620
	top  float32 = 80
)

func (p *Palette) build() {
	p.field = kit.NewTextField("", p.t("hint"), func(s string) {
		p.query = s
		p.fill()
	}).WithIcon(kit.IconSearch).Bare()
	p.field.OnKey = p.key
	p.field.OnSubmit = func(string) { p.open(p.list.Selected()) }
	p.meant = kit.NewChip(kit.Accented, "keyboard", "")
	p.meant.Hide()
	p.list = kit.NewRecordList(kit.PaletteRowHeight, nil)
	p.list.OpenOnTap, p.list.OnOpen = true, p.open
	p.turn = kit.NewTabs(p.segments(nil), string(all), func(key string) {
		p.now = group(key)
		p.fill()
	})
	p.none = kit.NewWrapped("", kit.Body, theme.Second)
	p.none.Align = fyne.TextAlignCenter
	forgiving := kit.NewShrinking(p.t("forgiving"), kit.Caption, theme.Second)
	forgiving.Align = fyne.TextAlignTrailing
	p.head = kit.Row(12, kit.Flex(p.field), p.meant, kit.NewKeycap("Esc"))
	head := kit.Fixed(0, 56, kit.Pad(0, 16, 0, 12, p.head))
	turn := kit.Fixed(0, 44, kit.Pad(4, 12, 4, 12, kit.Row(0, kit.Flex(p.turn))))
	foot := kit.NewPanel(theme.Rail, kit.Fixed(0, 40, kit.Pad(0, 20, 0, 20, kit.Row(8,
		kit.NewKeycap("↑"), kit.NewKeycap("↓"), kit.NewText(p.t("move"), kit.Caption, theme.Second),
		kit.NewKeycap("Enter"), kit.NewText(p.t("open"), kit.Caption, theme.Second),
		kit.NewKeycap("Tab"), kit.NewText(p.t("groups"), kit.Caption, theme.Second),
		kit.Flex(forgiving)))))
	foot.Radius = theme.RadiusDialog
	body := container.NewStack(kit.Pad(8, 8, 8, 8, p.list), container.NewCenter(kit.Fixed(480, 80, p.none)))
	p.modal = kit.NewModal(kit.Dock(kit.Column(0, head, kit.NewRule(), turn, kit.NewRule()), foot, nil, nil, body))
	p.modal.Width, p.modal.Height, p.modal.Top = wide, tall, top
	p.modal.OnOutside = p.modal.Close // nothing typed here is lost
}

func (p *Palette) segments(found map[group]int) []kit.Segment {
	sum := 0
	for _, n := range found {
		sum += n
	}
	text := func(key group, n int) string {
		if n == 0 {
			return p.t("group." + string(key))
		}
		return p.t("group."+string(key)) + "\u00a0" + strconv.Itoa(n)
	}
	out := []kit.Segment{{Key: string(all), Text: text(all, sum)}}
	for _, g := range groups() {
		out = append(out, kit.Segment{Key: string(g), Text: text(g, found[g])})
	}
	return out
}

// fill shows what is found for what was typed, the headings in their order.
func (p *Palette) fill() {
	found := map[group][]line{}
	meant := ""
	if p.query == "" {
		for _, l := range p.lines {
			found[l.group] = append(found[l.group], l)
		}
	} else {
		answer := p.index.Find(p.query)
		meant = answer.Meant
		for _, h := range answer.Hits {
			l := p.lines[h.At]
			l.item.TitleMark = marked(h)
			found[l.group] = append(found[l.group], l)
		}
	}
	counts := map[group]int{}
	p.shown = p.shown[:0]
	for _, g := range groups() {
		counts[g] = len(found[g])
		if p.now == all || p.now == g {
			p.add(g, found[g])
		}
	}
	if p.query == "" {
		counts = nil
	}
	p.turn.SetSegments(p.segments(counts))
	p.turn.Select(string(p.now))
	p.tell(meant)
	shown := p.shown
	p.list.SetItems(len(shown), func(i int) kit.RowItem { return shown[i].item })
	p.list.Select(-1)
	p.list.Step(1)
	p.list.Refresh()
}

// add lists a group under its heading; nothing typed offers the actions first
// of all, the rest of the project by its groups.
func (p *Palette) add(g group, list []line) {
	if len(list) == 0 || p.query == "" && p.now == all && g != actions {
		return
	}
	heading := kit.RowItem{Heading: true, Title: p.t("group." + string(g))}
	if p.now == all && p.query != "" && len(list) > few {
		heading.Trail = p.t("more", len(list)-few)
		list = list[:few]
	}
	p.shown = append(p.shown, line{group: g, item: heading})
	p.shown = append(p.shown, list...)
}

// tell says how the query was read, and that nothing was found.
func (p *Palette) tell(meant string) {
	if meant != "" {
		p.meant.Set(kit.Accented, "keyboard", p.t("meant", short(meant)))
		p.meant.Show()
	} else {
		p.meant.Hide()
	}
	p.head.Refresh()
	words := ""
	if len(p.shown) == 0 && p.query != "" {
		words = p.t("none", short(p.query))
		if p.now != all {
			words = p.t("none_here")
		}
	}
	p.none.SetText(words)
	p.modal.Refresh()
}

// marked is the longest stretch that was found: a row marks one.
func marked(h search.Hit) [2]int {
	var best search.Span
	for _, s := range h.Spans {
		if s.To-s.From > best.To-best.From {
			best = s
		}
	}
	return [2]int{best.From, best.To}
}

// short keeps what was pasted by mistake out of a line of the window.
func short(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:23]) + "…"
	}
	return s
}
