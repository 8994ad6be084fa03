// Package trade is the screen of imported trade observations: a table of any
// number of rows that is filtered, grouped and sorted by app, where the active
// cell tells whence it is and how it was computed, and the list of imports the
// rows came with.
//
// It promises: nothing is added up here; what must not be added has no sum but
// a reason.
package trade

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// The parts of the screen.
const (
	partRows    = "rows"
	partImports = "imports"
	partNames   = "names"
)

// Screen is the table of rows, the list of imports and that of lists of names.
type Screen struct {
	// OnImport asks for files and shows how they are understood; it has to be
	// set before the screen is shown.
	OnImport func()
	// OnPaste takes the table on the clipboard in; set like OnImport.
	OnPaste func()

	desk desk.Desk
	all  *fyne.Container
	lang briefing.Lang // that the widgets were made in
	part string

	query      app.TradeQuery
	view       *app.TradeView
	turn       int // of the query asked for last
	sumTurn    int
	originTurn int                      // the last question whence a group is
	wanted     map[app.TradeColumn]bool // columns the user has shown or hidden
	columns    []app.TradeColumn        // shown now
	cached     cachedLine

	table     *kit.DataTable
	tabs      *kit.Segmented
	chips     *fyne.Container
	about     *kit.Text
	foot      *kit.StatusLine
	middle    *fyne.Container
	inspector *fyne.Container
	hidden    bool // the inspector, in a wide window
	called    bool // the inspector, in a narrow one
	groups    *kit.Button
	choose    *kit.Button

	inq inquiry
	piv pivoting

	imports   []briefing.Import
	chosen    briefing.ID
	importTab *kit.DataTable
	detail    *fyne.Container

	lists   []briefing.Nomenclature
	nameTab *kit.DataTable
}

// cachedLine is the line asked for last: a table asks for its cells one by one.
type cachedLine struct {
	at   int
	line app.TradeLine
}

// New builds the screen.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack(), part: partRows, wanted: map[app.TradeColumn]bool{}}
	s.Refresh()
	return s
}

// Paste takes the table on the clipboard in, in a project that can be changed.
func (s *Screen) Paste() bool {
	if s.OnPaste == nil || s.desk.Project().State().ReadOnly {
		return false
	}
	s.OnPaste()
	return true
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "trade."+key, args...) }

func (s *Screen) number(n briefing.Number, decimals int) string {
	return lang.Number(s.desk.Lang(), n, lang.NumberStyle{Decimals: decimals, Column: true, Window: true})
}

func (s *Screen) count(n int) string {
	d, err := briefing.ParseNumber(strconv.Itoa(n))
	if err != nil {
		return strconv.Itoa(n)
	}
	return s.number(d, 0)
}

// Refresh shows the rows and imports of the project as they are now.
func (s *Screen) Refresh() {
	s.imports = s.desk.Project().ImportList()
	s.readNames()
	s.dropLostGroups()
	switch {
	case s.view == nil || s.lang != s.desk.Lang():
		s.lang = s.desk.Lang()
		s.build()
		s.ask(s.query)
	case !s.view.Follow(s.desk.Project()):
		s.ask(s.query)
	default:
		s.fillImports()
		s.table.Refresh()
		s.arrange()
	}
}

// Show selects an import or a list of names; other records are not here.
func (s *Screen) Show(ref briefing.Ref, _ string) {
	switch ref.Kind {
	case briefing.KindImport:
		s.chosen = ref.ID
		s.turnTo(partImports)
	case briefing.KindNomenclature:
		s.turnTo(partNames)
		for i := range s.lists {
			if s.lists[i].ID == ref.ID {
				s.nameTab.SetActive(i, 0)
			}
		}
	}
}

// ask makes the view of a query beside the window and then shows it; what was
// asked before it is dropped.
func (s *Screen) ask(q app.TradeQuery) {
	q.Lang = s.desk.Lang()
	s.turn++
	turn := s.turn
	var view *app.TradeView
	p := s.desk.Project()
	s.desk.Run(s.t("working"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		view, err = p.Trade(ctx, q)
		return err
	}, func(err error) {
		if turn != s.turn || p != s.desk.Project() {
			return
		}
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.query, s.view = q, view
		s.forget()
		s.shown()
	})
}

// forget drops what was worked out of other rows or under another filter, and
// empties the tables that show it: they may be painted before the next is made.
func (s *Screen) forget() {
	s.inq.answer, s.inq.rows = nil, nil
	s.piv.made, s.piv.drawn = nil, nil
	s.inq.table.SetData(kit.TableData{})
	s.piv.table.SetData(kit.TableData{})
	s.tellAnswer()
	s.tellPivot()
}

// build makes the widgets, in the language of the interface.
func (s *Screen) build() {
	s.tabs = kit.NewTabs(nil, s.part, s.turnTo)
	s.chips = kit.Wrapped(8)
	s.about = kit.NewShrinking("", kit.Small, theme.Second)
	s.foot = kit.NewStatusLine()
	s.inspector = container.NewStack()
	s.middle = container.NewStack()
	s.table = s.newTable()
	s.buildImports()
	s.buildNames()
	s.buildAsk()
	s.buildPivot()
	s.groups = kit.NewButton(kit.Secondary, "pivot", s.t("group"), s.groupMenu)
	s.choose = kit.NewIconButton("columns", s.t("columns"), s.columnsMenu)
	tools := kit.Row(8, s.groups, s.choose, kit.NewIconButton("panel", s.t("panel"), s.toggleInspector))
	head := kit.Fixed(0, 48, kit.Pad(0, 24, 0, 24, kit.Row(16, kit.Flex(s.tabs), tools)))
	s.all.Objects = []fyne.CanvasObject{kit.Dock(head, nil, nil, nil, s.middle)}
	s.all.Refresh()
}

func (s *Screen) importFiles() {
	if s.OnImport != nil {
		s.OnImport()
	}
}

// turnTo shows rows or imports.
func (s *Screen) turnTo(part string) {
	s.part = part
	s.tabs.Select(part)
	s.arrange()
}

// shown puts a new view into the widgets.
func (s *Screen) shown() {
	s.cached = cachedLine{at: -1}
	s.setColumns()
	s.fillChips()
	s.fillImports()
	s.arrange()
	s.tell()
	s.selected(s.table.Selection())
}

// arrange sets up the part that is shown.
func (s *Screen) arrange() {
	s.tabs.SetSegments([]kit.Segment{
		{Key: partRows, Text: s.t("tab.rows"), Note: s.rowCount()},
		{Key: partAsk, Text: s.t("ask.tab")},
		{Key: partPivot, Text: s.t("pivot.tab")},
		{Key: partImports, Text: s.t("tab.imports"), Note: s.count(len(s.imports))},
		{Key: partNames, Text: s.t("tab.names"), Note: s.count(len(s.lists))},
	})
	s.tabs.Select(s.part)
	switch {
	case s.part == partImports:
		s.middle.Objects = []fyne.CanvasObject{s.importsObject()}
	case s.part == partNames:
		s.middle.Objects = []fyne.CanvasObject{s.namesObject()}
	case s.view == nil:
		s.middle.Objects = nil
	case s.part == partAsk && s.view.All() > 0:
		s.middle.Objects = []fyne.CanvasObject{s.askObject()}
	case s.part == partPivot && s.view.All() > 0:
		s.middle.Objects = []fyne.CanvasObject{s.pivotObject()}
	case s.view.All() == 0:
		b := kit.NewButton(kit.Primary, kit.IconImport, s.t("empty.button"), s.importFiles)
		s.middle.Objects = []fyne.CanvasObject{kit.NewEmptyState("figures", s.t("empty.title"), s.t("empty.next"), b)}
	default:
		s.middle.Objects = []fyne.CanvasObject{s.rowsObject()}
	}
	s.all.Refresh()
}

func (s *Screen) rowCount() string {
	if s.view == nil {
		return ""
	}
	return s.count(s.view.All())
}

func (s *Screen) rowsObject() fyne.CanvasObject {
	var table fyne.CanvasObject = s.table
	if s.view.Len() == 0 {
		table = kit.NewEmptyState("filter", s.t("none.title"), s.t("none.next"),
			kit.NewButton(kit.Secondary, "", s.t("none.button"), s.dropFilters))
	}
	filters := kit.Pad(0, 24, 10, 24, s.chips)
	note := kit.Pad(0, 24, 8, 24, kit.Row(0, kit.Flex(s.about)))
	body := container.New(&bodyLayout{screen: s}, table, s.inspector)
	return kit.Dock(kit.Column(0, kit.Low(headLow, kit.Column(0, filters, note)), kit.NewRule()), s.foot, nil, nil, body)
}
