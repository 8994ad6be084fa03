package gui_test

import (
	"testing"

	fynelang "fyne.io/fyne/v2/lang"

	"briefing/internal/briefing"
	"briefing/internal/settings"
)

// TestTheToolkitSpeaksTheLanguageOfTheWindow asks for words of its file dialogs
// and of the menu of a field, whatever language the system speaks.
func TestTheToolkitSpeaksTheLanguageOfTheWindow(t *testing.T) {
	r := example(t)
	for _, c := range []struct {
		lang briefing.Lang
		want map[string]string
	}{
		{briefing.EN, map[string]string{"Cancel": "Cancel", "Paste": "Paste", "(Parent)": "One level up"}},
		{briefing.RU, map[string]string{"Cancel": "Отмена", "Paste": "Вставить", "(Parent)": "На уровень выше", "file.name": "Имя"}},
		{briefing.EN, map[string]string{"Cancel": "Cancel", "Select all": "Select all"}},
	} {
		if err := r.settings.Change(func(s *settings.Settings) { s.Lang = c.lang }); err != nil {
			t.Fatal(err)
		}
		r.shell.Reload()
		for key, want := range c.want {
			if got := fynelang.L(key); got != want {
				t.Errorf("%s: %q says %q, want %q", c.lang, key, got, want)
			}
		}
	}
}
