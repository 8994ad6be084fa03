package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
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
