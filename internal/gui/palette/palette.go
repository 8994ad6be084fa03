// Package palette is the search over the whole project and everything the
// window can do: Ctrl+K. A few letters find a figure, a record, a section of
// the pack, a source or an action, and Enter goes there.
//
// It promises that what is listed is the project as it was when the palette was
// opened, and that nothing is done before the palette has closed.
package palette

import (
	"context"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/search"
)

// Action is something the window can do.
type Action struct {
	Icon string
	Text string
	Key  string // the combination that does the same, or ""
	Also string // other words it is found by
	Do   func()
}

// group names a heading of the list.
type group string

const (
	all     group = "all"
	actions group = "actions"
)

// groups in their order.
func groups() []group {
	return []group{group(app.PlaceFigures), group(app.PlaceRecords), group(app.PlaceSections), group(app.PlacePrinted), group(app.PlaceSources), actions}
}

// Of a group under "all" so many lines show; the group itself has them all.
const few = 4

// line is a thing that can be found, or a heading.
type line struct {
	group group
	item  kit.RowItem
	do    func()
}

// Palette is the open search.
type Palette struct {
	desk  desk.Desk
	modal *kit.Modal
	field *kit.TextField
	turn  *kit.Segmented
	list  *kit.RecordList
	meant *kit.Chip
	head  *fyne.Container
	none  *kit.Text

	lines []line // all that can be found
	index *search.Index
	now   group
	shown []line // headings among them
	query string
}

// Show opens the palette over the window. The desk may be without a project:
// then it offers the actions.
func Show(d desk.Desk, offered []Action) *Palette {
	p := &Palette{desk: d, now: all}
	for _, a := range offered {
		p.lines = append(p.lines, line{group: actions, do: a.Do, item: kit.RowItem{Icon: a.Icon, IconColor: theme.Second, Title: a.Text, Trail: a.Key}})
	}
	p.index = search.New(entries(p.lines, offered, nil))
	p.build()
	p.modal.ShowOn(d.Window().Canvas())
	p.field.Focus()
	p.fill()
	if d.Project() != nil {
		p.read(offered)
	}
	return p
}

// read lists the project beside the window, its records first and then what its
// pages say; until then the actions are offered.
func (p *Palette) read(offered []Action) {
	l, content, project := p.desk.Lang(), p.desk.Content(), p.desk.Project()
	own := p.lines
	var places []app.Place
	list := func(more func() ([]app.Place, error), then func()) {
		var index *search.Index
		var lines []line
		p.desk.Run("", func(context.Context, func(int, int, string)) error {
			found, err := more()
			if err != nil {
				return err
			}
			places = append(places, found...)
			for _, at := range places {
				lines = append(lines, p.placeLine(at))
			}
			lines = append(lines, own...)
			index = search.New(entries(lines, offered, places))
			return nil
		}, func(err error) {
			if err == nil && project == p.desk.Project() {
				p.lines, p.index = lines, index
				if p.modal.Open() {
					p.fill()
					then()
				}
			}
		})
	}
	list(func() ([]app.Place, error) { return project.Places(l, content), nil }, func() {
		// A pack that can't be built has no pages; «Проверки» and «Пакет» tell why.
		list(func() ([]app.Place, error) { return project.Printed(content) }, func() {})
	})
}

// entries is what is searched: places first, then actions, as the lines are.
func entries(lines []line, offered []Action, places []app.Place) []search.Entry {
	out := make([]search.Entry, len(lines))
	for i := range lines {
		out[i].Title = lines[i].item.Title
		if i < len(places) {
			out[i].Text = places[i].Text
		} else {
			out[i].Text = offered[i-len(places)].Also
		}
	}
	return out
}

func (p *Palette) placeLine(at app.Place) line {
	it := kit.RowItem{Icon: icon(at), IconColor: theme.Second, Title: at.Title, Sub: at.Note}
	do := func() { p.desk.Go("", at.Ref, "") }
	switch {
	case at.Section != "":
		do = func() {
			p.desk.Go(screen.Pack, briefing.Ref{Kind: briefing.KindPack, ID: "pack"}, screen.SectionField+at.Section)
		}
	case at.Ref.Kind == briefing.KindFact:
		it.Status, it.StatusWord = desk.Status(at.Status), desk.T(p.desk, "status."+at.Status)
		if at.Status == "" {
			it.StatusWord = ""
		}
	}
	return line{group: group(at.Group), item: it, do: do}
}

func icon(at app.Place) string {
	switch at.Ref.Kind {
	case briefing.KindFact:
		return "function"
	case briefing.KindEvent:
		return "events"
	case briefing.KindPerson:
		return "person"
	case briefing.KindOrganisation:
		return "people"
	case briefing.KindAgreement:
		return "agreements"
	case briefing.KindFacility:
		return "facility"
	case briefing.KindMessage:
		return "messages"
	case briefing.KindSource:
		return "sources"
	case briefing.KindImport:
		return "import"
	case "":
		return "pack"
	}
	return "figures"
}

func (p *Palette) t(key string, args ...any) string { return desk.T(p.desk, "palette."+key, args...) }

// open does what the line stands for, after the palette has closed.
func (p *Palette) open(i int) {
	if i < 0 || i >= len(p.shown) || p.shown[i].do == nil {
		return
	}
	do := p.shown[i].do
	p.modal.Close()
	do()
}

// key moves through the list while the field keeps the caret.
func (p *Palette) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		p.list.TypedKey(ev)
		return true
	}
	return false
}
