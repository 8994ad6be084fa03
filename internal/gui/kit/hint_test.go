package kit_test

import (
	"testing"

	"briefing/internal/gui/kit"
)

// The example in an empty field is for who types: a locked field shows none, or
// it would be taken for what the field holds.
func TestALockedFieldShowsNoExample(t *testing.T) {
	begin(t)
	f := kit.NewTextField("", "20.03.2023 23:00", nil)
	window(t, f, 300, 60)
	if !shows(f, "20.03.2023 23:00") {
		t.Fatalf("an open field shows %v", texts(f))
	}
	f.Disable()
	if shows(f, "20.03.2023 23:00") {
		t.Error("a locked field shows an example")
	}
	f.SetPlaceHolder("июнь 2022")
	if shows(f, "июнь 2022") {
		t.Error("a locked field shows the example that it got later")
	}
	f.Enable()
	if !shows(f, "июнь 2022") {
		t.Errorf("open again, it shows %v", texts(f))
	}
}
