package kit_test

import (
	"image"
	"reflect"
	"testing"

	"briefing/internal/gui/kit"
)

// The example in an empty field is for who types: a locked field shows none, or
// it would be taken for what the field holds.
func TestALockedFieldShowsNoExample(t *testing.T) {
	begin(t)
	seen := func(do func(*kit.TextField)) image.Image {
		f := kit.NewTextField("", "", nil)
		win := window(t, f, 300, 60)
		do(f)
		return win.Canvas().Capture()
	}
	const example = "20.03.2023 23:00"
	same := reflect.DeepEqual
	open := seen(func(f *kit.TextField) { f.SetPlaceHolder(example) })
	locked := seen(func(f *kit.TextField) { f.Disable() })
	if same(open, seen(func(*kit.TextField) {})) {
		t.Fatal("an open field shows no example")
	}
	if !same(seen(func(f *kit.TextField) { f.SetPlaceHolder(example); f.Disable() }), locked) {
		t.Error("a locked field shows an example")
	}
	if !same(seen(func(f *kit.TextField) { f.Disable(); f.SetPlaceHolder(example) }), locked) {
		t.Error("a locked field shows the example that it got later")
	}
	if !same(seen(func(f *kit.TextField) { f.SetPlaceHolder(example); f.Disable(); f.Enable() }), open) {
		t.Error("a field that is open again has lost its example")
	}
}
