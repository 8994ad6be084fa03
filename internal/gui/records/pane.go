// Package records is the screen of records: a list of one kind and the form
// of the record chosen in it, alone or under tabs with others.
//
// It promises that a record which is added is kept at its first word and not
// before, that nothing refers to a record which was deleted, and that a
// deleted record can be brought back while its message shows.
package records

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/history"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/whence"
	"briefing/internal/lang"
)

// Pane is the list and the form of one kind.
type Pane struct {
	// OnPaste, if set before the pane is shown, takes rows from the clipboard.
	OnPaste func()
	// Ready, if set before the pane is shown, is a further button over the list
	// and where there is no record: it takes over records that are shipped.
	Ready *kit.Button

	desk    desk.Desk
	desc    briefing.Description
	all     *fyne.Container
	list    *kit.RecordList
	search  *kit.TextField
	count   *kit.Text
	tools   *kit.Tools
	line    *fyne.Container // count and tools
	body    *fyne.Container
	form    *recordform.Form
	usage   *fyne.Container
	rows    []row
	said    map[briefing.Ref]string // what records say, for the search; since the last change
	chosen  briefing.Ref            // the record in the form; its ID is empty while it is new
	remove  *kit.Button
	copy    *kit.Button
	source  *fyne.Container // of facts: the source that new ones begin with
	past    *kit.Button
	from    *kit.Button // of facts: whence the number is
	table   *kit.DataTable
	turn    *fyne.Container
	head    fyne.CanvasObject
	columns []string        // keys of the columns of the table
	wanted  map[string]bool // columns that the user showed or hid
	choose  *kit.Button     // of the columns
	tabled  bool            // the records stand in a table with all fields
}

// row is one line of the list.
type row struct {
	ref  briefing.Ref
	item kit.RowItem
}

// NewPane builds the list and the form of a kind.
func NewPane(d desk.Desk, kind briefing.Kind) *Pane {
	desc, _ := briefing.Describe(kind)
	p := &Pane{desk: d, desc: desc, usage: kit.Column(4), wanted: map[string]bool{}}
	p.tools = kit.NewTools(desk.T(d, "tools.more"))
	p.form = recordform.New(d, kind, groups(d, kind), p.t("group.more"), p.usage)
	p.form.OnStored = p.stored
	p.list = kit.NewRecordList(kit.TallHeight, p.pick)
	p.list.OnOpen = func(int) { p.form.Focus("") }
	p.list.OnMenu = func(_ int, at fyne.Position) { p.menu(at) }
	p.list.OnKey, p.list.OnShortcut = p.listKey, p.listShortcut
	p.search = kit.NewTextField("", p.t("search"), func(string) { p.narrow() }).WithIcon(kit.IconSearch)
	p.search.OnKey = p.searchKey
	p.count = kit.NewText("", kit.Small, theme.Second)
	p.table = kit.NewDataTable()
	p.table.OnOpen = p.openCell
	p.table.OnEdit, p.table.OnShortcut = p.editCell, p.tableShortcut
	p.table.OnActive = func(row, _ int) { p.pick(row) } // for what the tools do
	p.table.OnMenu = func(row, _ int, at fyne.Position) {
		p.pick(row)
		p.menu(at)
	}
	p.turn = container.NewStack()
	p.showTurn()
	p.body = container.NewStack()
	p.all = container.NewStack()
	p.build()
	p.Refresh()
	return p
}

func (p *Pane) t(key string, args ...any) string { return desk.T(p.desk, "records."+key, args...) }

func (p *Pane) build() {
	p.past = kit.NewIconButton("history", p.t("history"), p.showHistory)
	p.from = kit.NewIconButton("function", desk.T(p.desk, "trade.ask.whence"), p.showWhence)
	p.copy = kit.NewIconButton("copy", p.t("duplicate"), p.duplicate)
	p.remove = kit.NewIconButton("trash", p.t("delete"), p.delete)
	p.line = container.NewStack(kit.EndsFolded(8, p.count, p.tools))
	head := kit.Column(8, kit.Row(8, kit.Flex(p.search), p.turn), p.line)
	if p.desc.Kind == briefing.KindFact {
		p.source = kit.Wrapped(0)
		head.Add(p.source)
		p.showSource()
	}
	p.head = kit.Pad(12, 12, 8, 16, head)
	p.arrange()
}

// arrange shows list and form, or the table in the place of both.
func (p *Pane) arrange() {
	side := kit.NewPanel(theme.Ground, kit.Dock(p.head, nil, nil, nil, p.body))
	shown := fyne.CanvasObject(side)
	if !p.tabled {
		right := kit.NewPanel(theme.Surface, p.form.Object())
		shown = container.New(besideLayout{}, side, kit.NewStandingRule(), right)
	}
	p.all.Objects = []fyne.CanvasObject{shown}
	p.all.Refresh()
}

func (p *Pane) showHistory() {
	p.form.Flush()
	history.ShowRecord(p.desk, p.chosen)
}

func (p *Pane) showWhence() {
	p.form.Flush()
	whence.ShowRecord(p.desk, p.chosen, p.openOrigin)
}

// counted reports whether records of the kind have numbers of their own, or
// bound in their texts.
func (p *Pane) counted() bool {
	switch p.desc.Kind {
	case briefing.KindFact, briefing.KindSeries, briefing.KindMessage:
		return true
	}
	return false
}

// openOrigin opens what a derivation names: another fact here, a source or an
// import on its own screen.
func (p *Pane) openOrigin(ref briefing.Ref) {
	switch ref.Kind {
	case briefing.KindFact:
		if p.desc.Kind != ref.Kind {
			p.desk.Go(screen.Figures, ref, "")
			return
		}
		p.Show(ref, "")
	case briefing.KindSource:
		p.desk.Go(screen.Sources, ref, "")
	case briefing.KindImport:
		p.desk.Go(screen.Figures, ref, "")
	}
}

// showTools sets the buttons over the list.
func (p *Pane) showTools() {
	add := kit.NewButton(kit.Link, "plus", p.t("add"), p.Add)
	tools := []*kit.Button{add}
	if p.Ready != nil {
		tools = append(tools, p.Ready)
	}
	if p.OnPaste != nil {
		tools = append(tools, kit.NewIconButton("paste", p.t("paste"), p.OnPaste))
	}
	if p.counted() {
		tools = append(tools, p.from)
	}
	tools = append(tools, p.past, p.copy, p.remove)
	for _, b := range tools {
		switch {
		case p.desk.Project().State().ReadOnly, p.chosen.ID == "" && (b == p.copy || b == p.remove || b == p.past || b == p.from):
			b.Disable()
		default:
			b.Enable()
		}
	}
	p.tools.Set(tools...)
	if p.Ready != nil { // two buttons with words leave the others no room beside the count
		p.line.Objects = []fyne.CanvasObject{kit.Ends(8, p.count, p.tools)}
	}
	p.head.Refresh()
}

// Object is the pane.
func (p *Pane) Object() fyne.CanvasObject { return p.all }

// Refresh shows list and form as the project is now.
func (p *Pane) Refresh() {
	p.fill()
	p.form.Refresh()
	if _, ok := p.form.Record(); !ok {
		if p.chosen.ID != "" { // it went with its cursor: what is typed next is not meant for another one
			p.desk.Window().Canvas().Unfocus()
		}
		p.chosen = briefing.Ref{}
		p.pick(0)
	}
	p.showUsage()
	p.showTools()
	p.showSource()
}

// Hidden keeps what was typed.
func (p *Pane) Hidden() { p.form.Flush() }

// Close keeps what was typed.
func (p *Pane) Close() { p.form.Flush() }

// Show chooses a record and puts the cursor into a field of it.
func (p *Pane) Show(ref briefing.Ref, field string) {
	if ref.Kind != p.desc.Kind {
		return
	}
	if p.tabled {
		p.turnTable()
	}
	if p.search.Text() != "" && p.rowOf(ref) < 0 {
		p.search.SetText("")
	}
	p.open(ref)
	if field != "" {
		p.form.Focus(field)
	}
}

func (p *Pane) rowOf(ref briefing.Ref) int {
	for i, r := range p.rows {
		if r.ref == ref && ref.ID != "" {
			return i
		}
	}
	return -1
}

func (p *Pane) pick(i int) {
	if i >= 0 && i < len(p.rows) && p.rows[i].ref.ID != "" {
		p.open(p.rows[i].ref)
	}
}

func (p *Pane) open(ref briefing.Ref) {
	if ref == p.chosen && ref.ID != "" {
		return
	}
	r, err := p.desk.Project().Get(ref)
	if err != nil {
		p.desk.Fail(err)
		return
	}
	p.form.Set(r)
	p.chosen = ref
	p.list.Select(p.rowOf(ref))
	p.showUsage()
	p.showTools()
}

// Add shows an empty record; it is kept with its first word.
func (p *Pane) Add() {
	if p.desk.Project().State().ReadOnly {
		return
	}
	if p.tabled {
		p.turnTable()
	}
	p.form.Set(fresh(p.desk, p.desc))
	p.chosen = briefing.Ref{Kind: p.desc.Kind}
	p.list.Select(-1)
	p.showUsage()
	p.showTools()
	p.form.Focus("")
}

// stored is called when the form has kept its record.
func (p *Pane) stored(ref briefing.Ref) {
	p.chosen = ref
	p.fill()
	p.showTools()
}

func (p *Pane) duplicate() {
	p.form.Flush()
	if p.chosen.ID == "" {
		return
	}
	r, err := p.desk.Project().Duplicate(p.chosen)
	if err != nil {
		p.desk.Fail(err)
		return
	}
	p.fill()
	p.open(r.Ref())
	p.form.Focus("")
}

// delete takes the record out; what refers to it is told first.
func (p *Pane) delete() {
	p.form.Flush()
	ref := p.chosen
	if ref.ID == "" {
		return
	}
	if users := p.desk.Project().UsedBy(ref); len(users) > 0 {
		p.askUsed(ref, users)
		return
	}
	at := p.rowOf(ref)
	gone, err := p.desk.Project().Get(ref)
	if err == nil {
		err = p.desk.Project().Remove(ref)
	}
	if err != nil {
		p.desk.Fail(err)
		return
	}
	p.form.Set(nil)
	p.chosen = briefing.Ref{}
	p.fill()
	for ; at >= 0; at-- { // the neighbour takes its place
		if at < len(p.rows) && p.rows[at].ref.ID != "" {
			p.open(p.rows[at].ref)
			break
		}
	}
	p.showTools()
	p.desk.Offer(p.t("deleted", cut(recordform.Caption(p.desk, p.desc, gone))), p.t("bring_back"), func() {
		if err := p.desk.Project().Put(gone); err != nil {
			p.desk.Fail(err)
			return
		}
		p.fill()
		p.open(ref)
	})
}

func cut(s string) string {
	if r := []rune(s); len(r) > 48 {
		return string(r[:47]) + "…"
	}
	return s
}

// askUsed tells what refers to the record, and leads there.
func (p *Pane) askUsed(ref briefing.Ref, users []briefing.Ref) {
	var d *kit.Dialog
	list := kit.Column(4)
	for _, u := range users[:min(len(users), 8)] {
		list.Add(kit.NewListRow(kit.RowItem{Title: p.caption(u), Sub: lang.KindName(p.desk.Lang(), u.Kind, false), Opens: true}, func() {
			d.Close()
			p.desk.Go("", u, "")
		}))
	}
	words := kit.NewWrapped(p.t("used.why", p.caption(ref)), kit.Body, theme.Ink)
	d = kit.NewDialog(kit.DialogSpec{
		Title: p.t("used.title"), Content: kit.Column(12, words, list), CloseName: desk.T(p.desk, "close"), Width: 560,
		Buttons: []*kit.Button{kit.NewButton(kit.Primary, "", desk.T(p.desk, "close"), func() { d.Close() })},
	})
	d.ShowOn(p.desk.Window().Canvas())
}

func (p *Pane) caption(ref briefing.Ref) string {
	if s := p.desk.Project().Caption(ref, p.desk.Content()); strings.TrimSpace(s) != "" {
		return s
	}
	return p.t("unnamed")
}

// showUsage tells under the form where the record is used, and its number.
func (p *Pane) showUsage() {
	p.usage.Objects = nil
	if p.chosen.ID == "" {
		p.usage.Refresh()
		return
	}
	p.showAttached()
	users := p.desk.Project().UsedBy(p.chosen)
	p.usage.Add(kit.Ends(8, kit.NewBold(p.t("usage"), kit.Body, theme.Ink),
		kit.NewText(p.t("number", string(p.chosen.ID)), kit.Caption, theme.Second)))
	if len(users) == 0 {
		p.usage.Add(kit.NewText(p.t("usage.none"), kit.Small, theme.Second))
	}
	for _, u := range users[:min(len(users), 12)] {
		line := kit.NewListRow(kit.RowItem{Title: p.caption(u), Trail: lang.KindName(p.desk.Lang(), u.Kind, false), Opens: true},
			func() { p.desk.Go("", u, "") })
		line.Height = kit.RowHeight
		p.usage.Add(line)
	}
	p.usage.Refresh()
}
