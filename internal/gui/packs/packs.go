// Package packs is the screen of the pack: its sections, its settings and its
// pages, and the dialog that makes the outputs. The pages are those of the
// very PDF that an export writes.
package packs

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app/pages"
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
	sectionsWidth float32 = 308
	formWidth     float32 = 400
)

// Screen is the screen of the pack.
type Screen struct {
	desk     desk.Desk
	all      *fyne.Container
	note     *kit.Text
	sections *sections
	texts    *texts
	form     *recordform.Form
	preview  *preview
	remake   *desk.Later
	on       bool
	middle   string          // texts or settings
	mid      *kit.Segmented  // which of the two
	side     *kit.Segmented  // the same with the pages, where there is no room for both
	work     *fyne.Container // sections, texts or settings, pages
}

// New builds the screen. The engine for pages starts when it is first shown.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, note: kit.NewText("", kit.Body, theme.Second), middle: sideTexts}
	s.preview = newPreview(d, s.tellPages, s.openSpot)
	s.sections = newSections(d, func(key string) {
		if s.side.Selected() == sideForm {
			s.turnTo(sideTexts)
		}
		s.toSection(key)
	})
	s.texts = newTexts(d)
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
	parts := []kit.Segment{{Key: sideTexts, Text: s.t("side.texts")}, {Key: sideForm, Text: s.t("side.form")}}
	s.mid = kit.NewSegmented(parts, sideTexts, s.turnTo)
	s.side = kit.NewSegmented(append(parts, kit.Segment{Key: sidePages, Text: s.t("side.pages")}), sideTexts, s.turnTo)
	bar := func(o fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewPanel(theme.Ground, kit.Column(0, kit.Fixed(0, sideHeight-1, kit.Pad(0, 12, 0, 20, kit.Row(0, o))), kit.NewRule()))
	}
	s.work = container.New(workLayout{s}, left, kit.NewPanel(theme.Surface, s.texts.object()), kit.NewPanel(theme.Surface, s.form.Object()),
		s.preview.object(), kit.NewStandingRule(), kit.NewStandingRule(), bar(s.mid), bar(s.side))
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
	s.preview.on, s.on = true, true
	s.texts.refresh()
	s.preview.make()
}

// Hidden keeps what was typed.
func (s *Screen) Hidden() {
	s.form.Flush()
	s.texts.flush()
	s.preview.hide()
	s.on = false
}

// Close lets go of the pages.
func (s *Screen) Close() {
	s.form.Flush()
	s.texts.flush()
	s.preview.close()
}

// Refresh shows sections and settings as they are; the pages follow.
func (s *Screen) Refresh() {
	s.sections.refresh()
	s.form.Refresh()
	s.begin()
	if s.on {
		s.texts.refresh()
	}
	s.remake.Touch()
}

// Show goes to a field of the pack's settings, or, for the field of a section,
// to that section.
func (s *Screen) Show(ref briefing.Ref, field string) {
	if key, ok := strings.CutPrefix(field, screen.SectionField); ok {
		s.turnTo(sidePages)
		s.toSection(key)
		return
	}
	if ref.Kind == briefing.KindPack && field == "sections" && s.sections.toEmpty() {
		return // the field itself holds keys; the sections are turned on and off in their list
	}
	if ref.Kind == briefing.KindPack {
		s.turnTo(sideForm)
		s.form.Focus(field)
	}
}

// toSection turns texts and pages to a section.
func (s *Screen) toSection(key string) {
	s.sections.choose(key)
	s.texts.to(key)
	s.preview.toSection(key)
}

// openSpot goes to what was pressed on a page: a text to where it is written
// here, another record to its form, what is of no record to its section.
func (s *Screen) openSpot(at pages.Spot) {
	if at.Section != "" {
		s.sections.choose(at.Section)
		s.texts.to(at.Section)
	}
	if at.Ref.ID != "" && !s.texts.writes(at.Ref) {
		s.desk.Go("", at.Ref, "")
		return
	}
	s.turnTo(sideTexts)
}

// begin chooses the first section that has a number, until another one is.
func (s *Screen) begin() {
	st := s.desk.Standing()
	if st == nil || s.texts.section != "" {
		return
	}
	for _, sec := range st.Sections {
		if sec.On && sec.Number != "" {
			s.sections.choose(sec.Key)
			s.texts.to(sec.Key)
			return
		}
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
