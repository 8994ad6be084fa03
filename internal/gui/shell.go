package gui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/start"
	"briefing/internal/gui/wordback"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// Shell is the window with its bars. Its fields are touched on the window's
// goroutine only.
type Shell struct {
	conf   Config
	runner *desk.Runner
	sign   fyne.Resource
	win    fyne.Window
	pages  *pages.Maker

	top     *kit.TopBar
	moment  *kit.MomentChip
	content *kit.Segmented
	nav     *kit.NavList
	status  *kit.StatusLine
	toasts  *kit.Toasts
	bar     *fyne.Container // between title and screen: what stays to be known of the open project
	body    *fyne.Container
	frame   *fyne.Container
	start   *start.Screen
	turns   [2]*kit.Button // undo and redo in the bar

	open    *session // the open project, or nil
	bare    *session // the desk of screens that need no project
	current screen.Key
	later   *desk.Later // saves once the user pauses
	resting *desk.Later // gives memory back once jobs are done
	rested  bool        // it did so at least once
	saved   saving
	jobs    []*job
	taking  *importing.Dialog // files in; nil before the first
	wording *wordback.Dialog  // edits of a Word file; nil before the first
	closing bool
	scale   int // per cent; 0 before the window is there
}

func (s *Shell) lang() briefing.Lang { return s.conf.Settings.Get().Lang }

func (s *Shell) t(key string, args ...any) string { return lang.T(s.lang(), "gui."+key, args...) }

// build makes all that stands in the window anew: at the start, and when
// language, look or project change.
func (s *Shell) build() {
	s.teachToolkit()
	s.nav = kit.NewNavList(func(key string) { s.chosen(key) })
	s.status = kit.NewStatusLine()
	s.toasts = kit.NewToasts(s.t("close"))
	s.body, s.bar = container.NewStack(), container.NewStack()
	s.start = nil
	var title fyne.CanvasObject
	if s.open == nil {
		title = s.startBar()
	} else {
		title = s.projectBar()
	}
	frame := container.New(&frameLayout{nav: s.nav}, title, s.nav, s.body, s.status, s.bar)
	s.frame = frame
	s.showBar()
	s.win.SetContent(container.NewStack(frame, s.toasts, kit.NewTips()))
	s.showNav()
	s.showStatus()
	s.shortcuts()
	s.win.SetTitle(s.windowTitle())
	if s.open == nil {
		s.showStart()
		return
	}
	s.show(s.current)
}

func (s *Shell) windowTitle() string {
	if s.open == nil {
		return "Briefing"
	}
	return filepath.Base(s.open.project.Path) + " — Briefing"
}

// startBar is the bar while no project is open.
func (s *Shell) startBar() fyne.CanvasObject {
	s.moment, s.content = nil, nil
	s.turns = [2]*kit.Button{}
	s.top = kit.NewTopBar(s.sign, "Briefing", s.t("tagline"), s.searchField())
	return s.top
}

// projectBar is the bar over an open project.
func (s *Shell) projectBar() fyne.CanvasObject {
	s.moment = kit.NewMomentChip("", func() { s.open.askMoment() })
	s.content = kit.NewSegmented(nil, "", func(key string) { s.setContent(briefing.Lang(key)) })
	var file *kit.Button
	file = kit.NewButton(kit.Quiet, "", s.t("menu.file"), func() { s.fileMenu(file) })
	file.After = kit.IconDown
	s.turns = [2]*kit.Button{kit.NewIconButton(kit.IconUndo, "", s.undo), kit.NewIconButton(kit.IconRedo, "", s.redo)}
	s.top = kit.NewTopBar(s.sign, "", "", s.moment, s.content, s.turns[0], s.turns[1], s.searchField(), file)
	s.showContent()
	s.showTitle()
	s.showTurns()
	return s.top
}

// showContent offers the languages of the pack.
func (s *Shell) showContent() {
	if s.open == nil || s.content == nil {
		return
	}
	names := map[briefing.Lang]string{briefing.RU: "RU", briefing.EN: "EN", briefing.ZH: "中文"}
	var choices []kit.Segment
	for _, l := range s.open.langs {
		choices = append(choices, kit.Segment{Key: string(l), Text: names[l]})
	}
	s.content.SetSegments(choices)
	s.content.Select(string(s.open.Content()))
}

func (s *Shell) showTitle() {
	if s.open == nil || s.moment == nil {
		return
	}
	k := s.open.project.Pack()
	title := k.ShortTitle.Any(s.lang())
	if title == "" {
		title = k.Title.Any(s.lang())
	}
	if title == "" {
		title = filepath.Base(s.open.project.Path)
	}
	s.top.SetTitle(title, "")
	if t, ok := k.Moment(); ok {
		s.moment.SetText(s.t("moment.as_of", lang.Moment(s.lang(), t)), lang.DayMonth(s.lang(), t)+", "+t.Format("15:04"))
	} else {
		s.moment.SetText(s.t("moment.none"), "")
	}
	s.top.Refresh()
}

// setContent changes the language of contents and preview.
func (s *Shell) setContent(l briefing.Lang) {
	s.keep(func(c *settings.Settings) { c.Content = l })
	if s.open != nil {
		s.open.refresh()
	}
}

// keep changes the settings; that they can't be written is told once, quietly.
func (s *Shell) keep(fn func(*settings.Settings)) {
	if err := s.conf.Settings.Change(fn); err != nil {
		sentence, _ := lang.Error(s.lang(), err)
		s.say(kit.Warn, kit.IconReserved, sentence)
	}
}

func (s *Shell) say(tone kit.Tone, icon, text string) { s.toasts.Say(tone, icon, text, "", nil) }

func (s *Shell) showStart() {
	s.current = ""
	s.start = start.New(s.bare)
	s.body.Objects = []fyne.CanvasObject{s.start.Object()}
	s.body.Refresh()
}

// show brings a screen of the open project to the front.
func (s *Shell) show(key screen.Key) {
	sc := s.open.screen(key)
	if sc == nil {
		key = screen.Overview
		sc = s.open.screen(key)
	}
	if h, ok := s.open.screens[s.current].(hider); ok && s.current != key {
		h.Hidden()
	}
	if s.current != key {
		s.leaveFocus()
	}
	s.current = key
	s.nav.Select(string(key))
	s.body.Objects = []fyne.CanvasObject{sc.Object()}
	s.body.Refresh()
	if s.open.stale[key] {
		delete(s.open.stale, key)
		sc.Refresh()
	}
	if h, ok := sc.(shower); ok {
		h.Shown()
	}
}

// leaveFocus takes the focus from what goes with its screen: keys would still
// reach a field that is out of sight. The side bar keeps it.
func (s *Shell) leaveFocus() {
	c := s.win.Canvas()
	if _, aside := c.Focused().(*kit.NavList); !aside && c.Overlays().Top() == nil {
		c.Unfocus()
	}
}

// hider and shower are screens that want to know when they go and come.
type (
	hider  interface{ Hidden() }
	shower interface{ Shown() }
)

// adopt makes a project the open one.
func (s *Shell) adopt(p *app.Project) {
	s.open, s.taking, s.wording = newSession(s, p), nil, nil
	s.current = screen.Overview
	s.saved = saving{}
	s.build()
	s.open.start()
}

// frameLayout sets title, side bar, body, status line, and the bar under the
// title if there is anything in it; below 1280 the side bar folds to icons.
type frameLayout struct{ nav *kit.NavList }

const foldBelow float32 = 1280

func (f *frameLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	nav, body := o[1].MinSize(), o[2].MinSize()
	h := max(nav.Height, body.Height) + kit.TopBarHeight + kit.StatusHeight + o[4].MinSize().Height
	return fyne.NewSize(kit.NavFoldedWidth+body.Width, h)
}

func (f *frameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	f.nav.SetFolded(size.Width < foldBelow)
	nav := f.nav.MinSize().Width
	put(o[0], 0, 0, size.Width, kit.TopBarHeight)
	put(o[4], 0, kit.TopBarHeight, size.Width, o[4].Size().Height) // its lines break at this width
	bar := o[4].MinSize().Height
	put(o[4], 0, kit.TopBarHeight, size.Width, bar)
	top := kit.TopBarHeight + bar
	mid := size.Height - top - kit.StatusHeight
	put(o[1], 0, top, nav, mid)
	put(o[2], nav, top, size.Width-nav, mid)
	put(o[3], 0, size.Height-kit.StatusHeight, size.Width, kit.StatusHeight)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}
