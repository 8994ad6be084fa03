package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

// TestKeysInAMenuThatOffersNothing: letters that no item has leave an empty
// list, and every key is pressed in it.
func TestKeysInAMenuThatOffersNothing(t *testing.T) {
	test.NewTempApp(t)
	anchor := kit.NewButton(kit.Secondary, "", "menu", nil)
	w := test.NewTempWindow(t, anchor)
	w.Resize(fyne.NewSize(400, 300))
	picked := ""
	m := kit.ShowMenu(anchor, 100, []kit.MenuItem{{Key: "a", Text: "alpha"}, {Key: "b", Text: "beta", Disabled: true}}, "", func(key string) { picked = key })
	for _, r := range "beta!" { // first the item that can't be chosen alone, then nothing
		m.TypedRune(r)
		for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn} {
			m.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	if picked != "" {
		t.Errorf("picked %q", picked)
	}
	for range "beta!" {
		m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if picked != "a" {
		t.Errorf("picked %q", picked)
	}
}

// A list is found in by another language's name, by the other layout of the
// keyboard and with «е» for «ё»; Tab takes what was found and goes on.
func TestAMenuUnderstandsWhatIsMeant(t *testing.T) {
	begin(t)
	anchor, next := kit.NewButton(kit.Secondary, "", "x", nil), kit.NewButton(kit.Secondary, "", "y", nil)
	win := window(t, container.NewVBox(anchor, next), 400, 300)
	for typed, want := range map[string]string{"uzb": "UZ", "узб": "UZ", "ep,": "UZ", "ежи": "HR", "乌兹": "UZ", "zzz": ""} {
		picked := ""
		win.Canvas().Focus(anchor)
		m := kit.ShowMenu(anchor, 100, []kit.MenuItem{
			{Key: "RU", Text: "Россия"}, {Key: "UZ", Text: "Узбекистан", Note: "UZ", Also: "Uzbekistan\n乌兹别克斯坦"}, {Key: "HR", Text: "Ёжики"},
		}, "", func(key string) { picked = key })
		for _, r := range typed {
			m.TypedRune(r)
		}
		m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		if picked != want {
			t.Errorf("%s: picked %q, want %q", typed, picked, want)
		}
		if win.Canvas().Overlays().Top() != nil || win.Canvas().Focused() != next {
			t.Errorf("%s: Tab leaves the focus at %T", typed, win.Canvas().Focused())
		}
	}
}
