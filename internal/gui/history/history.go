// Package history is the dialogs of what was: the states of a project, and the
// changes of one record.
//
// It promises that looking changes nothing, and that every going back is an
// action that can be taken back itself.
package history

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// Measures of the dialog of states.
const (
	width      float32 = 980
	height     float32 = 640
	listWidth  float32 = 380
	actsListed         = 300
)

// state is one line of the list: a state that can be looked at.
type state struct {
	item   kit.RowItem
	action int64       // -1 for a backup and for headings
	backup *app.Backup // or nil
	title  string
}

// states is the dialog of the states of a project.
type states struct {
	desk   desk.Desk
	open   func(path string) // opens another project
	dialog *kit.Dialog
	list   *kit.RecordList
	all    []state
	right  *fyne.Container
	shown  int // number of the state whose comparison is wanted
	back   *kit.Button
	save   *kit.Button
	pages  *kit.Button
}

// Show opens the dialog of the states of the project; open opens a file that
// was made of one of them.
func Show(d desk.Desk, open func(path string)) {
	s := &states{desk: d, open: open, right: kit.Column(12), shown: -1}
	s.list = kit.NewRecordList(kit.TallHeight, s.pick)
	s.back = kit.NewButton(kit.Primary, "", s.t("back"), s.goBack)
	s.save = kit.NewButton(kit.Secondary, "", s.t("save_as"), s.saveAs)
	s.pages = kit.NewButton(kit.Secondary, "compare", s.t("pages.show"), s.comparePages)
	s.back.Disable()
	s.save.Disable()
	s.pages.Disable()
	s.dialog = kit.NewDialog(kit.DialogSpec{
		Title: s.t("title"), Subtitle: s.t("subtitle"), CloseName: desk.T(d, "close"), Bare: true, Width: width, Height: height,
		Content: kit.Dock(kit.NewRule(), nil, kit.Fixed(listWidth, 0, kit.NewPanel(theme.Ground, kit.Pad(8, 8, 8, 8, s.list))), nil,
			kit.NewPanel(theme.Surface, container.NewVScroll(kit.Pad(16, 24, 16, 24, s.right)))),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", desk.T(d, "close"), func() { s.dialog.Close() }), s.pages, s.save, s.back},
	})
	s.tell(s.t("choose"))
	s.dialog.ShowOn(d.Window().Canvas())
	s.fill()
}

func (s *states) t(key string, args ...any) string { return desk.T(s.desk, "history."+key, args...) }

// fill reads versions, actions and backups beside the window.
func (s *states) fill() {
	var acts []app.Act
	var backups []app.Backup
	p, l := s.desk.Project(), s.desk.Lang()
	s.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		if acts, err = p.Acts(l, actsListed); err != nil {
			return err
		}
		backups, err = p.Backups()
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.all = s.lines(p.Versions(), acts, backups)
		s.list.SetParts(len(s.all), func(i int) kit.RowItem { return s.all[i].item })
	})
}

func (s *states) lines(versions []briefing.Version, acts []app.Act, backups []app.Backup) []state {
	var out []state
	head := func(key string, n int) {
		if n > 0 {
			out = append(out, state{item: kit.RowItem{Heading: true, Title: s.t(key)}, action: -1})
		}
	}
	l := s.desk.Lang()
	head("versions", len(versions))
	for _, v := range versions {
		icon := "save"
		if v.Kind == briefing.VersionIssue {
			icon = "pack"
		}
		out = append(out, state{
			item:   kit.RowItem{Icon: icon, Title: versionName(s.desk, v), Sub: s.when(v.At, v.By)},
			action: int64(v.Action), title: versionName(s.desk, v),
		})
	}
	head("actions", len(acts))
	for i, a := range acts {
		title := a.Title
		if a.Note != "" {
			title += ": " + a.Note
		}
		item := kit.RowItem{Title: title, Sub: s.when(a.At, a.By)}
		if i == 0 {
			item.Trail = s.t("now")
		}
		out = append(out, state{item: item, action: a.Action, title: title})
	}
	head("backups", len(backups))
	for _, b := range backups {
		at := lang.Moment(l, b.At.Local())
		out = append(out, state{item: kit.RowItem{Icon: "file", Title: at, Sub: s.t("backup")}, action: -1, backup: &b, title: at})
	}
	return out
}

func (s *states) when(at briefing.Stamp, by string) string {
	words := lang.Stamp(s.desk.Lang(), at)
	if by != "" {
		words += " · " + by
	}
	return words
}

// pick shows what has changed since a state.
func (s *states) pick(i int) {
	s.shown = -1
	s.back.Disable()
	s.save.Disable()
	s.pages.Disable()
	if i < 0 || i >= len(s.all) || s.all[i].item.Heading {
		s.tell(s.t("choose"))
		return
	}
	st := s.all[i]
	s.save.Enable()
	p, l := s.desk.Project(), s.desk.Lang()
	compare := func() ([]app.Difference, int, int, error) { return p.Compare(st.action, l) }
	switch {
	case st.backup != nil:
		compare = func() ([]app.Difference, int, int, error) { return p.CompareFile(st.backup.Path, l) }
	case p.State().ReadOnly:
		s.tell(s.t("read_only"))
		return
	}
	if st.backup == nil {
		s.pages.Enable()
	}
	s.shown = i
	s.tell(s.t("comparing"))
	var diff []app.Difference
	var then, now int
	s.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		diff, then, now, err = compare()
		return err
	}, func(err error) {
		if s.shown != i {
			return
		}
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.compared(st, diff, then, now)
	})
}

func (s *states) tell(text string) {
	s.right.Objects = []fyne.CanvasObject{kit.NewWrapped(text, kit.Body, theme.Second)}
	s.right.Refresh()
}

// differencesShown is how many records a comparison tells one by one.
const differencesShown = 60

func (s *states) compared(st state, diff []app.Difference, then, now int) {
	s.right.Objects = []fyne.CanvasObject{kit.NewWrapped(s.t("since", st.title), kit.Body, theme.Ink)}
	if st.backup != nil {
		s.right.Add(kit.NewWrapped(s.t("backup_what", st.title), kit.Body, theme.Second))
	}
	if len(diff) == 0 && then == now {
		s.right.Add(kit.NewWrapped(s.t("same"), kit.Body, theme.Second))
		s.right.Refresh()
		return
	}
	if st.backup == nil {
		s.back.Enable()
	}
	if then != now {
		s.right.Add(kit.NewWrapped(s.t("rows", then, now), kit.Body, theme.Ink))
	}
	for _, d := range diff[:min(len(diff), differencesShown)] {
		s.right.Add(kit.NewRule())
		s.right.Add(s.difference(d))
	}
	if more := len(diff) - differencesShown; more > 0 {
		s.right.Add(kit.NewText(s.t("more", more), kit.Small, theme.Second))
	}
	s.right.Refresh()
}

func (s *states) difference(d app.Difference) fyne.CanvasObject {
	name := d.Caption
	if strings.TrimSpace(name) == "" {
		name = desk.T(s.desk, "records.unnamed")
	}
	word := ""
	switch {
	case d.Added:
		word = s.t("added")
	case d.Gone:
		word = s.t("gone")
	}
	box := kit.Column(3, kit.Row(8, kit.Flex(kit.NewShrinking(name, kit.Body, theme.Ink)),
		kit.NewText(word, kit.Small, theme.Second), kit.NewText(lang.KindName(s.desk.Lang(), d.Ref.Kind, false), kit.Caption, theme.Third)))
	for _, f := range d.Fields {
		box.Add(kit.NewWrapped(fieldLine(s.desk, f), kit.Small, theme.Second))
	}
	return box
}

// fieldLine is «Название (ru): было → стало».
func fieldLine(d desk.Desk, f app.Field) string {
	empty := desk.T(d, "history.empty")
	show := func(v string) string {
		if v = strings.Join(strings.Fields(v), " "); v == "" {
			return empty
		}
		if r := []rune(v); len(r) > 120 {
			return string(r[:119]) + "…"
		}
		return v
	}
	return f.Label + ": " + show(f.Old) + " → " + show(f.New)
}

// comparePages sets the pages of the state chosen beside those of today.
func (s *states) comparePages() {
	if s.shown < 0 || s.all[s.shown].backup != nil {
		return
	}
	st := s.all[s.shown]
	s.dialog.Close()
	ShowPages(s.desk, st.action, st.title)
}

// goBack brings the project back to the state chosen.
func (s *states) goBack() {
	if s.shown < 0 || s.all[s.shown].backup != nil {
		return
	}
	st := s.all[s.shown]
	p := s.desk.Project()
	s.desk.Run("", func(context.Context, func(int, int, string)) error { return p.Revert(st.action) }, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.dialog.Close()
		s.desk.Say(s.t("went_back", st.title))
	})
}

// saveAs writes the state chosen to a file of its own and offers to open it.
func (s *states) saveAs() {
	i := s.list.Selected()
	if i < 0 || i >= len(s.all) {
		return
	}
	st, p := s.all[i], s.desk.Project()
	ext := filepath.Ext(p.Path)
	folder, name := filepath.Split(strings.TrimSuffix(p.Path, ext))
	path, title := "", s.t("save_as")
	s.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		if st.backup != nil {
			path, err = p.RestoreBackup(*st.backup)
			return err
		}
		if path, err = s.desk.Dialogs().Save(title, folder, name+"_"+s.t("file_word")+ext, "*"+ext); err != nil || path == "" {
			return err
		}
		return p.SaveState(st.action, path)
	}, func(err error) {
		switch {
		case err != nil:
			s.desk.Fail(err)
		case path != "":
			s.dialog.Close()
			s.desk.Offer(s.t("saved", filepath.Base(path)), s.t("open"), func() { s.open(path) })
		}
	})
}
