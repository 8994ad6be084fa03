package gui_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// Rows are told apart by the code of the pack's region: who types its name gets
// the code, in the same action.
func TestTheNameOfARegionGivesItsCode(t *testing.T) {
	r := example(t)
	pack := r.shell.Project().Pack()
	pack.Region, pack.RegionName, pack.Reporter = "", briefing.Text{}, "RU"
	if err := r.shell.Project().Put(pack); err != nil {
		t.Fatal(err)
	}
	r.shell.Reload()
	r.shell.Show(screen.Pack, pack.Ref(), "region_name_ru")
	r.typed("Амурская ")
	if got := r.shell.Project().Pack(); got.Region != "" {
		t.Fatalf("%q is no region, and has the code %q", got.RegionName.RU, got.Region)
	}
	r.typed("область")
	got := r.shell.Project().Pack()
	if got.Region != "10000" || got.RegionName.RU != "Амурская область" {
		t.Errorf("%q: %q", got.RegionName.RU, got.Region)
	}
	r.shows("10000")
	r.picture("region")
	r.takeBack()
	if got := r.shell.Project().Pack(); got.Region != "" || got.RegionName.RU == "Амурская область" {
		t.Errorf("taken back, the code %q and the name %q are left", got.Region, got.RegionName.RU)
	}
	pack.Region, pack.RegionName.RU = "10000", "Амурская область"
	if err := r.shell.Project().Put(pack); err != nil {
		t.Fatal(err)
	}
	r.shell.Reload()
	r.shell.Show(screen.Pack, pack.Ref(), "region") // what is said of the code itself stays
	r.typed("x")
	if got := r.shell.Project().Pack(); got.Region == "10000" || got.RegionName.RU != "Амурская область" {
		t.Errorf("%q: %q", got.RegionName.RU, got.Region)
	}
}
