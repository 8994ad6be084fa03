package gui_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// A moment stands in its field as the program prints it everywhere, and what
// the program prints can be typed.
func TestAMomentIsShownAndTypedAsItIsPrinted(t *testing.T) {
	r := example(t)
	pack := r.shell.Project().Pack()
	pack.AsOf = "2026-11-27T01:50:00+00:00"
	if err := r.shell.Project().Put(pack); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Pack, pack.Ref(), "as_of")
	f := r.focused()
	if got := plain(f.Text()); got != "27.11.2026 01:50 UTC" {
		t.Fatalf("the field reads %q", got)
	}
	for typed, want := range map[string]briefing.Stamp{
		"27.11.2026 22:00 МСК":             "2026-11-27T22:00:00+03:00",
		"20.03.2023 23:00 МСК":             "2023-03-20T23:00:00+03:00",
		"20 March 2023, 23:00 Moscow time": "2023-03-20T23:00:00+03:00",
		"莫斯科时间2023年3月20日23:00":             "2023-03-20T23:00:00+03:00",
		"27.11.2026 21:05 UTC+8":           "2026-11-27T21:05:00+08:00",
	} {
		f.SetText(typed)
		r.runner.Flush()
		if got := r.shell.Project().Pack().AsOf; got != want {
			t.Errorf("%q is kept as %q, want %q", typed, got, want)
		}
	}
	f.SetText("27.11.2026 22:00 МСК")
	r.runner.Flush()
	f.SetText("2026-11-27 23:30") // an hour without a zone is one of the zone shown
	r.runner.Flush()
	r.canvas().Unfocus()
	if got := plain(f.Text()); got != "27.11.2026 23:30 МСК" {
		t.Errorf("after it was left the field reads %q", got)
	}
	if got := r.shell.Project().Pack().AsOf; got != "2026-11-27T23:30:00+03:00" {
		t.Errorf("kept %q", got)
	}
}
