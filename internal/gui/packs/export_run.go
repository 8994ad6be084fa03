package packs

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/printing"
)

// running is one making of outputs, and after its end what came of it.
type running struct {
	files []string
	jobs  map[string]printing.Job // how each of them is printed
	ended bool
	err   error
	stop  context.CancelFunc
	panel *kit.ProgressPanel

	mu    sync.Mutex // guards what the job tells from its own goroutine
	at    app.Step
	sizes map[string]int
}

func (r *running) told(s app.Step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.at = s
	if s.File != "" {
		r.sizes[s.File] = s.Size
	}
}

// size is the size of a file that is made.
func (r *running) size(path string) (n int, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	n, ok = r.sizes[path]
	return n, ok
}

func (r *running) stand() (at app.Step, made int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.at, len(r.sizes)
}

func (e *export) running() bool { return e.run != nil && !e.run.ended }

// plan lists what the choices ask for.
func (e *export) plan() []app.ExportOptions {
	var out []app.ExportOptions
	p := e.desk.Project()
	for _, f := range e.offered() {
		for _, l := range briefing.Langs() {
			if !e.forms[f[0]] || !e.langs[l] || !e.pdf && !(e.docx && app.HasWord(f[0])) && !((e.xlsx || e.csv) && app.HasBook(f[0])) {
				continue
			}
			o := app.ExportOptions{Lang: l, Form: f[0], Audience: e.audience, Draft: !e.issue, Guard: e.guard, Copies: e.copies && e.pdf && app.HasCopies(e.audience)}
			if e.pdf {
				o.PDF = e.target(p.DefaultName(o, ""), ".pdf")
			}
			if e.xlsx && app.HasBook(f[0]) {
				o.XLSX = e.target(p.DefaultName(o, ""), ".xlsx")
			}
			if e.csv && app.HasBook(f[0]) {
				o.CSV = e.target(p.DefaultName(o, ""), ".zip")
			}
			if e.docx && app.HasWord(f[0]) {
				o.DOCX = e.target(p.DefaultName(o, ""), ".docx")
			}
			out = append(out, o)
		}
	}
	return out
}

// target is where a file goes. A draft takes the place of the one before, an
// issue that was handed out stays as it is.
func (e *export) target(name, extension string) string {
	path := filepath.Join(e.folder, name)
	if e.issue {
		return app.FreePath(path, extension)
	}
	return path + extension
}

func targets(list []app.ExportOptions) []string {
	var out []string
	for _, o := range list {
		for _, path := range []string{o.PDF, o.XLSX, o.CSV, o.DOCX} {
			if path != "" {
				out = append(out, path)
			}
		}
	}
	return out
}

// showFoot tells in the foot what would happen, or how far it is.
func (e *export) showFoot() {
	e.foot.Objects = nil
	switch {
	case e.running():
		e.foot.Add(e.run.panel)
		e.start.SetText(e.t("running"))
		e.start.Disable()
		e.stop.SetText(e.t("stop"))
	default:
		e.stop.SetText(desk.T(e.desk, "close"))
		e.start.SetText(e.t(map[bool]string{false: "start.draft", true: "start.issue"}[e.issue]))
		files := targets(e.plan())
		note := ""
		switch {
		case len(files) == 0:
			note = e.t("nothing")
		case anyExists(files) && e.run == nil:
			note = e.t("exists")
		}
		e.foot.Add(kit.NewShrinking(note, kit.Small, theme.Second))
		if len(files) == 0 || e.barred() {
			e.start.Disable()
		} else {
			e.start.Enable()
		}
	}
	e.foot.Refresh()
	if e.dialog != nil {
		e.dialog.Refresh()
	}
}

func anyExists(files []string) bool {
	for _, f := range files {
		if _, err := os.Lstat(f); err == nil {
			return true
		}
	}
	return false
}

// begin makes the outputs beside the window; the form stays readable but locked.
func (e *export) begin() {
	list := e.plan()
	if len(list) == 0 || e.barred() || e.running() {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	r := &running{files: targets(list), sizes: map[string]int{}, jobs: map[string]printing.Job{}, stop: stop}
	r.panel = kit.NewProgressPanel(e.t("step.build"), "", nil)
	e.run = r
	e.locked(true)
	p := e.desk.Project()
	for _, o := range list {
		if o.PDF != "" {
			paper, duplex := p.Paper(o)
			r.jobs[o.PDF] = printing.Job{Path: o.PDF, Title: filepath.Base(o.PDF), Paper: paper, Duplex: duplex}
		}
	}
	follow := e.desk.Later(0, func() { e.step(r) })
	e.desk.Run(e.t("title"), func(job context.Context, progress func(int, int, string)) error {
		defer context.AfterFunc(job, stop)()
		_, err := p.ExportAll(ctx, list, func(s app.Step) {
			r.told(s)
			follow.Touch()
			progress(s.Done, s.Total, filepath.Base(s.File))
		})
		return err
	}, func(err error) {
		stop()
		follow.Stop()
		e.end(r, err)
	})
}

func (e *export) locked(on bool) {
	for _, x := range e.lock {
		if on {
			x.Disable()
		} else {
			x.Enable()
		}
	}
	e.show()
	e.showProgress()
	kit.Reveal(e.progress)
}

func (e *export) step(r *running) {
	if r.ended {
		return
	}
	s, _ := r.stand()
	what := e.t("step." + s.Stage)
	if s.File != "" {
		what += " · " + filepath.Base(s.File)
	}
	share := float64(s.Done) / float64(max(s.Total, 1))
	r.panel.Set(what, strconv.Itoa(int(share*100))+"\u00a0%", share)
	e.showProgress()
}

func (e *export) end(r *running, err error) {
	r.ended, r.err = true, err
	e.locked(false)
	if err != nil && briefing.CodeOf(err) != briefing.CodeCancelled {
		e.desk.Fail(err)
	}
}

// showProgress lists the files with how far each is; those that are there can
// be opened.
func (e *export) showProgress() {
	e.progress.Objects = nil
	r := e.run
	if r == nil {
		e.progress.Refresh()
		return
	}
	whole := r.ended && r.err == nil
	_, made := r.stand()
	if whole {
		made = len(r.files)
	}
	title := e.t("progress")
	if whole {
		title = e.t("done")
	}
	e.progress.Add(kit.Row(8, kit.Flex(kit.NewBold(title, kit.Body, theme.Ink)),
		kit.NewText(e.t("progress.count", made, len(r.files)), kit.Small, theme.Second)))
	if r.ended && r.err != nil {
		text, _ := lang.Error(e.desk.Lang(), r.err)
		if briefing.CodeOf(r.err) == briefing.CodeCancelled {
			text = e.t("stopped")
		}
		e.progress.Add(kit.Row(8, kit.NewIcon(kit.IconReserved, theme.Warn), kit.Flex(kit.NewWrapped(text, kit.Small, theme.Ink))))
	} else {
		for _, f := range r.files {
			e.progress.Add(e.fileRow(f, whole))
		}
	}
	e.progress.Add(kit.NewRule())
	e.progress.Refresh()
	e.right.Refresh() // a file that is made has more lines than one that waits
	e.dialog.Refresh()
}

func (e *export) fileRow(path string, whole bool) fyne.CanvasObject {
	icon, color, size := "clock", theme.Third, ""
	if n, ok := e.run.size(path); ok || whole {
		icon, color, size = kit.IconConfirmed, theme.Good, lang.FileSize(e.desk.Lang(), n)
	}
	name, note := kit.NewShrinking(middle(filepath.Base(path)), kit.Small, theme.Ink), kit.NewText(size, kit.Caption, theme.Second)
	if !whole {
		return kit.Row(8, kit.NewIcon(icon, color), kit.Flex(name), note)
	}
	row := kit.Row(8, kit.NewIcon(icon, color), kit.Flex(kit.Column(0, name, note)))
	hand := func(to func(string) error) func() {
		return func() {
			if err := to(path); err != nil {
				e.desk.Fail(err)
			}
		}
	}
	if job, ok := e.run.jobs[path]; ok && e.system.Print != nil {
		row.Add(kit.NewIconButton("print", e.t("print"), func() { e.print(job) }))
	}
	row.Add(kit.NewIconButton("external", e.t("open"), hand(e.system.Open)))
	row.Add(kit.NewIconButton("folder", e.t("reveal"), hand(e.system.Reveal)))
	return row
}

// print hands a finished file over beside the window: a command may take its time.
func (e *export) print(job printing.Job) {
	e.desk.Run(e.t("print"), func(context.Context, func(int, int, string)) error { return e.system.Print(job) }, func(err error) {
		if err != nil {
			e.desk.Fail(err)
		}
	})
}

// nameLength is how much of a file's name has room in the list.
const nameLength = 30

// middle cuts a name in its middle: language and kind stand at its end.
func middle(name string) string {
	r := []rune(name)
	if len(r) <= nameLength {
		return name
	}
	const head = 9
	return string(r[:head]) + "…" + string(r[len(r)-(nameLength-head-1):])
}

// leave is the button at the left: it stops what runs, else closes.
func (e *export) leave() {
	if e.running() {
		e.run.stop()
		return
	}
	e.dialog.Close()
}

// cancel is called on Esc and by the cross.
func (e *export) cancel() {
	if e.running() {
		e.run.stop()
	}
}

func number(n int) string {
	if n == 0 {
		return "—"
	}
	return strconv.Itoa(n)
}
