package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// help tells the first steps, the keys and where data lie.
type help struct{ all fyne.CanvasObject }

func newHelp(d desk.Desk) *help {
	t := func(key string, args ...any) string { return desk.T(d, key, args...) }
	var steps []fyne.CanvasObject
	for _, key := range []string{"step1", "step2", "step3", "step4", "step5"} {
		steps = append(steps, kit.NewListRow(kit.RowItem{Title: t("help." + key), Sub: t("help." + key + ".more")}, nil))
	}
	keys := kit.NewKeyValues(160,
		kit.KeyValue{Key: "Ctrl+N", Value: t("menu.new")}, kit.KeyValue{Key: "Ctrl+O", Value: t("menu.open")},
		kit.KeyValue{Key: "Ctrl+S", Value: t("menu.save")}, kit.KeyValue{Key: "Ctrl+I", Value: t("menu.import")},
		kit.KeyValue{Key: "Ctrl+H", Value: t("replace.menu")}, kit.KeyValue{Key: "Ctrl+E", Value: t("menu.export")}, kit.KeyValue{Key: "Ctrl+1…9", Value: t("help.key.screens")},
		kit.KeyValue{Key: "Esc", Value: t("help.key.escape")}, kit.KeyValue{Key: "F1", Value: t("nav.help")})
	about := kit.Column(8, kit.NewWrapped(t("help.data"), kit.Body, theme.Ink), kit.NewWrapped(t("help.limits"), kit.Body, theme.Second))
	if v, ok := d.(interface{ version() string }); ok && v.version() != "" {
		about.Add(kit.NewText(t("help.version", v.version()), kit.Caption, theme.Second))
	}
	body := kit.Column(16,
		kit.NewSectionCard(kit.SectionHeader{Title: t("help.steps")}, steps...),
		kit.NewSectionCard(kit.SectionHeader{Title: t("help.keys")}, kit.Pad(12, 16, 16, 16, keys)),
		kit.NewSectionCard(kit.SectionHeader{Title: t("help.about")}, kit.Pad(12, 16, 16, 16, about)))
	page := kit.Pad(0, 24, 24, 24, body)
	return &help{kit.Dock(kit.ScreenHead(t("nav.help"), ""), nil, nil, nil, container.NewVScroll(page))}
}

// Object is the screen.
func (h *help) Object() fyne.CanvasObject { return h.all }

// Refresh has nothing to renew.
func (h *help) Refresh() {}

// Show has no records.
func (h *help) Show(briefing.Ref, string) {}
