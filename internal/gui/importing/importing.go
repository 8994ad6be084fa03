// Package importing is the dialog that takes files in, one after another: how
// a file is understood, which units it is in, what would be stored, and what
// became of each of its rows.
//
// It promises: nothing is stored before the user has seen it and pressed the
// button; closing the dialog at any moment before leaves the project as it
// was; a file that can't be read says so and lets the others go on.
package importing

import (
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// stage is where a file is on its way.
type stage int

const (
	waiting stage = iota
	reading
	failed  // it can't be read, or not yet
	parsed  // columns are shown
	asked   // units are asked for
	checked // what would be stored is shown
	stored
	unchanged
	skipped
)

// file is one of the files to be taken in.
type file struct {
	path   string
	stage  stage
	choice choice
	err    error
	guess  *app.ShapeGuess // for a table that no profile fits, or nil
	rec    *app.Recognition
	needs  app.ImportNeeds
	read   app.Imported
	view   *app.TradeView
	doubts []app.TradeDoubt
	doubt  int // of all rows
	// changes are what storing would change in records.
	changes []app.Difference
	// edits are those of a workbook of ours that came back, refused which of them
	// are not wanted.
	edits   []app.Edit
	refused map[app.EditPlace]bool
}

func (f *file) name() string { return filepath.Base(f.path) }

// wizard is the open dialog.
type wizard struct {
	desk   desk.Desk
	modal  *kit.Modal
	led    [2]int // file and stage whose button has been given the cursor
	frame  *fyne.Container
	files  []*file
	at     int
	turn   int // of the job whose end is waited for
	cancel context.CancelFunc

	title, sub *kit.Text
	steps      *kit.StepHeader
	list       *fyne.Container
	body       *container.Scroll
	foot       *fyne.Container
	progress   *kit.Text
	bar        *kit.ProgressBar
	likewise   *likeness // how the files to come are taken in without a question, or nil
	closed     bool
	then       func()      // when the dialog has been closed, or nil
	main       *kit.Button // pressed by Enter
}

// Size of the dialog where the window has room for it.
const (
	wide float32 = 1180
	high float32 = 780
)

// Show takes files in. In a project that can't be changed it says so instead,
// and the answer takes no more files.
func Show(d desk.Desk, paths ...string) *Dialog {
	if len(paths) == 0 {
		return nil
	}
	if d.Project().State().ReadOnly {
		readOnly(d)
		return nil
	}
	w := &wizard{desk: d, cancel: func() {}}
	for _, p := range paths {
		w.files = append(w.files, &file{path: p})
	}
	w.build()
	w.modal.ShowOn(d.Window().Canvas())
	w.recognise()
	return &Dialog{w}
}

func readOnly(d desk.Desk) {
	var dialog *kit.Dialog
	t := func(key string) string { return desk.T(d, "importing."+key) }
	dialog = kit.NewDialog(kit.DialogSpec{
		Title: t("readonly.title"), CloseName: t("close"),
		Content: kit.Column(8, kit.NewWrapped(t("readonly.text"), kit.Body, theme.Ink), kit.NewWrapped(t("readonly.hint"), kit.Body, theme.Second)),
		Buttons: []*kit.Button{kit.NewButton(kit.Primary, "", t("close"), func() { dialog.Close() })},
	})
	dialog.ShowOn(d.Window().Canvas())
}

func (w *wizard) t(key string, args ...any) string { return desk.T(w.desk, "importing."+key, args...) }

func (w *wizard) now() *file { return w.files[w.at] }

func (w *wizard) number(n briefing.Number, decimals int) string {
	return lang.Number(w.desk.Lang(), n, lang.NumberStyle{Decimals: decimals, Column: true, Window: true})
}

func (w *wizard) count(n int) string {
	d, err := briefing.ParseNumber(strconv.Itoa(n))
	if err != nil {
		return strconv.Itoa(n)
	}
	return w.number(d, 0)
}

func (w *wizard) build() {
	w.title = kit.NewShrinking("", kit.Title, theme.Ink)
	w.title.Bold = true
	w.sub = kit.NewShrinking("", kit.Small, theme.Second)
	w.steps = kit.NewStepHeader(w.stepTexts(), 0, w.back)
	w.list = kit.Column(4)
	w.body = container.NewVScroll(kit.Column(0))
	w.foot = kit.Row(8)
	w.progress = kit.NewWrapped("", kit.Body, theme.Second)
	w.bar = kit.NewProgressBar()
	head := kit.Pad(16, 16, 12, 24, kit.Row(12, kit.Flex(kit.Column(2, w.title, w.sub)), kit.Fixed(kit.ButtonHeight, kit.ButtonHeight, container.NewStack())))
	// The cross is laid over the head: it comes last in the order of focus.
	cross := kit.Pad(16, 16, 12, 24, kit.Row(0, layout.NewSpacer(), kit.NewIconButton(kit.IconClose, w.t("close"), w.close)))
	left := kit.Dock(nil, nil, nil, kit.NewStandingRule(), container.NewVScroll(kit.Pad(16, 12, 16, 20, kit.Column(16, w.steps, w.list))))
	ground := kit.NewPanel(theme.Ground, w.body)
	foot := kit.Column(0, kit.NewRule(), kit.Pad(12, 24, 12, 24, w.foot))
	w.frame = kit.Dock(kit.Column(0, head, kit.NewRule()), foot, nil, nil, kit.Before(224, 0.3, left, ground))
	w.modal = kit.NewModal(container.NewStack(w.frame, kit.Dock(cross, nil, nil, nil, container.NewStack())))
	w.modal.Width, w.modal.Height = wide, high
	w.modal.OnEscape = w.close
	w.modal.OnEnter = func() {
		if w.main != nil && !w.main.Disabled() {
			w.main.Tapped(nil)
		}
	}
}

// close ends the dialog; a job that runs is cancelled and its end not shown.
func (w *wizard) close() {
	w.turn++
	w.closed = true
	w.cancel()
	w.modal.Close()
	if w.then != nil {
		w.then()
	}
}

// run does a job beside the window; what it tells of its progress shows in the dialog
// and in the status line.
func (w *wizard) run(work func(ctx context.Context, tell func(app.ImportProgress)) error, then func(error)) {
	w.turn++
	turn := w.turn
	stop, cancel := context.WithCancel(context.Background())
	w.cancel = cancel
	file, l := w.now().name(), w.desk.Lang()
	name := w.t("reading", file)
	w.progress.SetText(name)
	w.bar.Set(0)
	w.desk.Run(name, func(ctx context.Context, progress func(int, int, string)) error {
		ctx, end := context.WithCancel(ctx)
		defer end()
		defer context.AfterFunc(stop, end)()
		if err := stop.Err(); err != nil { // cancelled before it began
			return &briefing.Error{Code: briefing.CodeCancelled, Op: "import", Err: err}
		}
		var pace desk.Pace
		stage := app.StageRead
		return work(ctx, func(g app.ImportProgress) {
			if !pace.Due() && g.Stage == stage {
				return
			}
			stage = g.Stage
			words := g.Words(l)
			progress(0, 0, words)
			fyne.Do(func() {
				if turn == w.turn {
					w.progress.SetText(file + ": " + words)
					if w.bar.Set(g.Share); g.Stage != app.StageRead {
						w.bar.Set(1)
					}
				}
			})
		})
	}, func(err error) {
		cancel()
		if turn == w.turn {
			then(err)
		}
	})
}

// next goes on to the file after this one, or ends.
func (w *wizard) next() {
	if w.at+1 == len(w.files) {
		w.close()
		return
	}
	if f := w.now(); f.stage != stored && f.stage != unchanged && f.stage != failed {
		f.stage = skipped
	}
	w.at++
	if l := w.likewise; l != nil {
		w.now().choice.profile, w.now().choice.shape = l.choice.profile, l.choice.shape
	}
	w.recognise()
}

// back goes to a step that is done.
func (w *wizard) back(step int) {
	f := w.now()
	if f.stage != parsed && f.stage != asked && f.stage != checked {
		return
	}
	switch {
	case step == stepUnits && (f.needs.Any() || f.stage == checked):
		f.stage = asked
	case step <= stepParse || step == stepUnits:
		f.stage = parsed
	}
	w.show()
}

// openFigures leaves the dialog for the rows that came in.
func (w *wizard) openFigures() {
	imp := w.now().read.Import
	w.close()
	w.desk.Go(screen.Figures, imp.Ref(), "")
}
