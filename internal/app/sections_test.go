package app_test

import (
	"slices"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func TestSectionsWrittenByHandAreInTheListInTheirPlace(t *testing.T) {
	p := demo(t)
	put := func(id briefing.ID, order int, title string) {
		if err := p.Put(&briefing.Message{ID: id, Kind: "section", Order: order, Title: briefing.Text{RU: title}, Body: briefing.Text{RU: "Текст."}}); err != nil {
			t.Fatal(err)
		}
	}
	put("second", 2, "Вторая")
	put("one", 1, "Первая")
	find := func(key string) (int, app.SectionView) {
		all := p.Standing(briefing.RU).Sections
		i := slices.IndexFunc(all, func(s app.SectionView) bool { return s.Key == key })
		if i < 0 {
			t.Fatalf("%s is not in the list", key)
		}
		return i, all[i]
	}
	i, one := find("text-one")
	j, second := find("text-second")
	annex, _ := find("annex")
	if i+1 != j || j+1 != annex || !one.Own || !one.On || one.Title != "Первая" || second.Level != 1 || one.State == app.SectionEmpty || one.Number == "" {
		t.Errorf("%d %+v, %d %+v, annex %d", i, one, j, second, annex)
	}
	if err := p.MoveSection("text-second", -1); err != nil {
		t.Fatal(err)
	}
	s := p.Setting()
	s.Brief["text-one"] = true
	if err := p.SetSetting(s); err != nil {
		t.Fatal(err)
	}
	if err := p.SetSection("text-second", false); err != nil {
		t.Fatal(err)
	}
	i, one = find("text-one")
	j, second = find("text-second")
	if j+1 != i || !one.Brief || second.On {
		t.Errorf("%d %+v, %d %+v", i, one, j, second)
	}
	if got := p.SectionTitle("text-one", briefing.RU); got != "Первая" {
		t.Error(got)
	}
}
