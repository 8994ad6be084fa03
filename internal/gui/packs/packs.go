// Package packs is the screen of the pack: its sections, its settings and its
// pages, and the dialog that makes the outputs. The pages are those of the
// very PDF that an export writes.
package packs

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/insights"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// Widths of the two columns beside the preview.
const (
	sectionsWidth float32 = 276
	formWidth     float32 = 400
)

// Screen is the screen of the pack.
type Screen struct {
	desk     desk.Desk
	all      *fyne.Container
	note     *kit.Text
	sections *sections
	form     *recordform.Form
	preview  *preview
	remake   *desk.Later
	side     *kit.Segmented  // settings or pages, where there is no room for both
	work     *fyne.Container // sections, settings, pages
}

// New builds the screen. The engine for pages starts when it is first shown.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, note: kit.NewText("", kit.Body, theme.Second)}
	s.preview = newPreview(d, s.tellPages)
	s.sections = newSections(d, func(key string) {
		s.turnTo(sidePages)
		s.preview.toSection(key)
	})
	s.form = newForm(d)
	s.remake = d.Later(300*time.Millisecond, s.preview.make)
	build := kit.NewButton(kit.Primary, "pack", s.t("build"), d.Export)
	offer := kit.NewButton(kit.Secondary, "figures", desk.T(d, "insight.button"), func() {
		s.form.Flush()
		insights.Show(d)
	})
	head := kit.Fixed(0, 64, kit.Pad(0, 24, 0, 24, kit.Row(16,
		kit.NewBold(s.t("title"), kit.Title, theme.Ink), kit.Flex(kit.Pad(2, 0, 0, 0, s.note)), offer, build)))
	left := kit.NewPanel(theme.Ground, s.sections.object())
	mid := kit.NewPanel(theme.Surface, s.form.Object())
	s.side = kit.NewSegmented([]kit.Segment{
		{Key: sideForm, Text: s.t("side.form")}, {Key: sidePages, Text: s.t("side.pages")},
	}, sideForm, func(string) { s.work.Refresh() })
	s.work = container.New(workLayout{s}, left, mid, s.preview.object(),
		kit.NewStandingRule(), kit.NewStandingRule(), kit.NewPanel(theme.Ground, kit.Pad(0, 12, 0, 20, kit.Row(0, s.side))))
	work := s.work
	s.all = container.NewStack(kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, work))
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "pack."+key, args...) }

// Shown starts the preview; until then the engine sleeps.
func (s *Screen) Shown() {
	s.preview.on = true
	s.preview.make()
}

// Hidden keeps what was typed.
func (s *Screen) Hidden() {
	s.form.Flush()
	s.preview.on = false
}

// Close lets go of the pages.
func (s *Screen) Close() {
	s.form.Flush()
	s.preview.close()
}

// Refresh shows sections and settings as they are; the pages follow.
func (s *Screen) Refresh() {
	s.sections.refresh()
	s.form.Refresh()
	s.remake.Touch()
}

// Show goes to a field of the pack's settings, or, for the field of a section,
// to that section.
func (s *Screen) Show(ref briefing.Ref, field string) {
	if key, ok := strings.CutPrefix(field, screen.SectionField); ok {
		s.turnTo(sidePages)
		s.preview.toSection(key)
		return
	}
	if ref.Kind == briefing.KindPack {
		s.turnTo(sideForm)
		s.form.Focus(field)
	}
}

func (s *Screen) tellPages(n int) {
	if n == 0 {
		s.note.SetText("")
		return
	}
	s.note.SetText(desk.Plural(s.desk, "pack.pages", n))
	s.all.Refresh()
}
