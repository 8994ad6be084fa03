package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// helpKeys lists the combinations and the text that says what each does.
func helpKeys() [][2]string {
	return [][2]string{
		{"Ctrl+K", "help.key.palette"},
		{"Ctrl+1…9", "help.key.screens"},
		{"Ctrl+F", "help.key.find"},
		{"Ctrl+N", "menu.new"},
		{"Ctrl+O", "menu.open"},
		{"Ctrl+S", "menu.save"},
		{"Ctrl+Z", "menu.undo"},
		{"Ctrl+Y", "menu.redo"},
		{"Ctrl+I", "menu.import"},
		{"Ctrl+H", "replace.menu"},
		{"Ctrl+E", "menu.export"},
		{"Insert", "help.key.add"},
		{"Ctrl+D", "help.key.duplicate"},
		{"F2", "help.key.edit"},
		{"Ctrl+V", "help.key.paste"},
		{"Ctrl+J", "help.key.figure"},
		{"Ctrl+L", "help.key.language"},
		{"Tab, Shift+Tab", "help.key.tab"},
		{"Ctrl+Home, Ctrl+End", "help.key.ends"},
		{"Ctrl+C", "help.key.copy"},
		{"Esc", "help.key.escape"},
		{"F1", "nav.help"},
	}
}

// help tells the first steps, the keys and where data lie.
type help struct{ all fyne.CanvasObject }

func newHelp(d desk.Desk) *help {
	t := func(key string, args ...any) string { return desk.T(d, key, args...) }
	var steps []fyne.CanvasObject
	for _, key := range []string{"step1", "step2", "step3", "step4", "step5"} {
		steps = append(steps, kit.NewListRow(kit.RowItem{Title: t("help." + key), Sub: t("help." + key + ".more")}, nil))
	}
	var pairs []kit.KeyValue
	for _, k := range helpKeys() {
		pairs = append(pairs, kit.KeyValue{Key: shownKeys(k[0]), Value: t(k[1])})
	}
	keys := kit.NewKeyValues(160, pairs...)
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
