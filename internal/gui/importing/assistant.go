package importing

import (
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// previewPause is how long typing has to rest before rows are read again.
const previewPause = 250 * time.Millisecond

// assistant is the dialog in which the user says how a table is read: the
// table as it stands at the left, what the marked column means and what holds
// for all rows at the right, the rows as they will be stored below.
type assistant struct {
	w     *wizard
	file  *file
	modal *kit.Modal
	guess *app.ShapeGuess
	shape app.Shape
	own   map[int]bool // columns whose role the user has chosen
	name  string       // of the profile to keep

	chosen  bool // the user has chosen one of several tables of a sheet
	column  int  // shown at the right, index from 1
	preview *app.ShapePreview
	fault   error
	odd     bool // the suspicious rows are shown, not the first
	later   *desk.Later
	stop    context.CancelFunc
	turn    int

	grid   *kit.DataTable
	side   *container.Scroll
	rows   *fyne.Container
	read   *kit.Button
	picked *kit.SelectField // the role of the marked column
}

// assist opens the assistant on the file: with its proposal, or with the shape
// that reads it now.
func (w *wizard) assist() {
	f := w.now()
	var g *app.ShapeGuess
	var err error
	w.run(func(ctx context.Context, _ func(app.ImportProgress)) error {
		g, err = w.desk.Project().GuessShapeAt(ctx, f.path, app.ShapePlace{})
		return err
	}, func(err error) {
		if err != nil {
			w.desk.Fail(err)
			return
		}
		a := &assistant{w: w, file: f, stop: func() {}}
		a.later = w.desk.Later(previewPause, a.look)
		if f.guess != nil { // what has been said beside the proposal
			said := f.guess.Shape.Constants
			g.Shape.Constants.Reporter = cmp.Or(g.Shape.Constants.Reporter, said.Reporter)
			g.Shape.Constants.Partner = cmp.Or(g.Shape.Constants.Partner, said.Partner)
		}
		a.take(g)
		a.before()
		a.build()
		a.modal.ShowOn(w.desk.Window().Canvas())
		w.desk.Window().Canvas().Focus(a.grid)
		a.look()
	})
}

// take starts from a proposal.
func (a *assistant) take(g *app.ShapeGuess) {
	a.guess, a.shape, a.own = g, cloneShape(g.Shape), map[int]bool{}
	if a.chosen {
		a.shape.Only(g.Table)
	}
	a.column = 1
	for _, c := range a.shape.Columns {
		if app.Amount(c.Role) {
			a.column = c.Index
			break
		}
	}
}

// before goes on with what reads the file now: the shape that was accepted, or
// the user's profile.
func (a *assistant) before() {
	f := a.file
	if f.choice.shape != nil {
		a.keep(*f.choice.shape)
		return
	}
	if f.rec == nil {
		return
	}
	saved, _ := a.w.desk.Project().World.Shapes() // broken ones can't have read the file
	for _, s := range saved {
		if s.Name == f.rec.Profile {
			a.name = s.Name
			a.keep(s.Shape)
		}
	}
}

// keep goes on with a shape that was made before, where it is of this table.
func (a *assistant) keep(s app.Shape) {
	for _, c := range s.Columns {
		at := slices.IndexFunc(a.shape.Columns, func(x app.ShapeColumn) bool { return x.Index == c.Index && x.Header == c.Header })
		if at < 0 && c.Role != 0 {
			return
		}
		a.own[c.Index] = at >= 0 && a.shape.Columns[at].Role != c.Role
	}
	a.shape = cloneShape(s)
}

// cloneShape is a copy whose columns can be changed.
func cloneShape(s app.Shape) app.Shape {
	s.Columns, s.Totals = slices.Clone(s.Columns), slices.Clone(s.Totals)
	return s
}

func (a *assistant) t(key string, args ...any) string { return a.w.t("assist."+key, args...) }

func (a *assistant) build() {
	w := a.w
	a.grid = kit.NewDataTable()
	a.grid.RowHigh, a.grid.Numbers = 28, 44
	a.grid.OnActive = func(_, column int) { a.mark(column + 1) }
	a.grid.OnOpen = func(row, column int) { a.menu(row, column, a.grid) }
	a.grid.OnMenu = func(row, column int, at fyne.Position) { a.menuAt(row, column, at) }
	a.side = container.NewVScroll(kit.Column(0))
	a.rows = container.NewStack()
	a.read = kit.NewButton(kit.Primary, "", w.t("guess.read"), a.done)
	cancel := kit.NewButton(kit.Quiet, "", w.t("cancel"), a.close)
	title := kit.NewBold(a.t("title", a.file.name()), kit.Title, theme.Ink)
	sub := kit.NewShrinking(a.t("keys"), kit.Small, theme.Second)
	head := kit.Pad(14, 16, 10, 20, kit.Row(8, kit.Flex(kit.Column(2, title, sub)), cancel, a.read))
	left := kit.Beneath(248, 0.45, a.grid, kit.Dock(kit.NewRule(), nil, nil, nil, a.rows))
	right := kit.Dock(nil, nil, kit.NewStandingRule(), nil, kit.NewPanel(theme.Ground, a.side))
	body := kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, kit.Aside(360, 0.45, left, right))
	a.modal = kit.NewModal(body)
	a.modal.Width, a.modal.Height = 1400, 860
	a.modal.OnEscape = a.close
	a.modal.OnEnter = func() {
		if !a.read.Disabled() {
			a.done()
		}
	}
	a.show()
}

// show draws all of it anew.
func (a *assistant) show() {
	a.fillGrid()
	a.fillSide()
	a.fillRows()
}

// changed is called after every change of the shape.
func (a *assistant) changed() {
	a.fillGrid()
	a.enable()
	a.turn++
	a.stop() // what is being read is of the shape before
	a.later.Touch()
}

// look reads the first rows by the shape as it is.
func (a *assistant) look() {
	a.turn++
	turn := a.turn
	a.stop()
	stop, cancel := context.WithCancel(context.Background())
	a.stop = cancel
	shape, d := cloneShape(a.shape), a.w.desk
	var seen *app.ShapePreview
	d.Run(a.t("look"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		ctx, end := context.WithCancel(ctx)
		defer end()
		defer context.AfterFunc(stop, end)()
		seen, err = d.Project().PreviewShape(ctx, a.file.path, shape, a.options())
		return err
	}, func(err error) {
		cancel()
		if turn != a.turn {
			return
		}
		a.preview, a.fault = seen, err
		a.fillGrid()
		a.fillRows()
		a.enable()
	})
}

func (a *assistant) options() app.ImportOptions {
	o := a.file.choice
	return app.ImportOptions{}.Choose(o.value, o.weight, o.flow, o.period)
}

// anew proposes again for another header or sheet.
func (a *assistant) anew(at app.ShapePlace) {
	a.turn++
	turn := a.turn
	a.stop()
	var g *app.ShapeGuess
	d := a.w.desk
	d.Run(a.t("look"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		g, err = d.Project().GuessShapeAt(ctx, a.file.path, at)
		return err
	}, func(err error) {
		if turn != a.turn {
			return
		}
		if err != nil {
			d.Fail(err)
			return
		}
		constants := a.shape.Constants
		a.take(g)
		a.said(constants)
		a.show()
		a.look()
	})
}

// said keeps what the user has said of all rows where the new proposal is
// silent.
func (a *assistant) said(old app.ShapeConstants) {
	c := &a.shape.Constants
	for _, x := range []struct{ to, from *string }{
		{&c.Flow, &old.Flow}, {&c.Reporter, &old.Reporter}, {&c.Partner, &old.Partner}, {&c.Region, &old.Region}, {&c.Province, &old.Province}, {&c.Period, &old.Period}, {&c.Basis, &old.Basis},
	} {
		if *x.to == "" {
			*x.to = *x.from
		}
	}
	if c.ValueUnit == "" {
		c.ValueUnit = old.ValueUnit
	}
	if c.WeightUnit == "" {
		c.WeightUnit = old.WeightUnit
	}
	for _, r := range []struct {
		role app.ColumnRole
		to   *string
	}{{app.RoleFlow, &c.Flow}, {app.RoleReporter, &c.Reporter}, {app.RolePartner, &c.Partner}, {app.RoleRegion, &c.Region}, {app.RoleProvince, &c.Province}} {
		if slices.ContainsFunc(a.shape.Columns, func(x app.ShapeColumn) bool { return x.Role == r.role }) {
			*r.to = "" // a column tells
		}
	}
}

// lacking is why the table can't be read yet, as a key; "" when it can.
func (a *assistant) lacking() string {
	if !slices.ContainsFunc(a.shape.Columns, func(c app.ShapeColumn) bool { return app.Amount(c.Role) && c.Aside == "" }) {
		return "lacks.amount"
	}
	missing := a.shape.Missing()
	for _, what := range []string{"reporter", "partner"} {
		if slices.Contains(missing, what) {
			return "lacks." + what
		}
	}
	return ""
}

func (a *assistant) enable() { enable(a.read, a.lacking() == "" && a.fault == nil) }

// done goes on to the units with the shape.
func (a *assistant) done() {
	if a.lacking() != "" {
		return
	}
	a.close()
	a.shape.Seen()
	a.w.readAs(a.shape, a.name)
}

// close leaves the file as it was before the assistant opened.
func (a *assistant) close() {
	a.turn++
	a.later.Stop()
	a.stop()
	a.modal.Close()
	a.w.show()
}
