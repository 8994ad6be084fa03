package importing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// regionItems are the regions of a country by name, after what else may be
// chosen.
func (w *wizard) regionItems(country string, first ...kit.MenuItem) []kit.MenuItem {
	var items []kit.MenuItem
	for _, code := range lang.Regions(country) {
		items = append(items, kit.MenuItem{Key: code, Text: plain(lang.Region(w.desk.Lang(), country, code)), Note: code})
	}
	slices.SortFunc(items, func(a, b kit.MenuItem) int { return strings.Compare(a.Text, b.Text) })
	if len(items) > 0 {
		items[0].Line = true
	}
	return append(first, items...)
}

// regionCard lets the user say of which region the file is, when no column
// does: what its title names is offered, and can be cleared.
func (w *wizard) regionCard(f *file) fyne.CanvasObject {
	if f.rec == nil || f.rec.RegionOf == "" || f.needs.Region {
		return nil
	}
	whole := kit.MenuItem{Key: app.WholeCountry, Text: w.t("region.whole")}
	first, hint := []kit.MenuItem{whole}, w.t("region.hint")
	now, bare := f.choice.region, w.regionText(f, "")
	if f.rec.Region != "" {
		first = []kit.MenuItem{{Text: bare}, whole}
		hint = w.t("region.hint.title", lang.Region(w.desk.Lang(), f.rec.RegionOf, f.rec.Region))
	} else if now == "" {
		now = app.WholeCountry
	}
	field := kit.NewSelectField(w.regionItems(f.rec.RegionOf, first...), now, bare, func(key string) { f.choice.region = key })
	return kit.NewPaddedCard(kit.NewField(w.t("role.region"), false, field).WithHint(hint))
}

// regionText is the region of the file's rows, as it was said or, where nothing
// was, as the title names it; empty where a column tells.
func (w *wizard) regionText(f *file, said string) string {
	switch {
	case f.rec == nil || f.rec.RegionOf == "":
		return ""
	case said == "" && f.needs.Region:
		return ""
	case said == app.WholeCountry, said == "" && f.rec.Region == "":
		return w.t("region.whole")
	case said == "":
		return w.t("region.title", lang.Region(w.desk.Lang(), f.rec.RegionOf, f.rec.Region))
	}
	return lang.Region(w.desk.Lang(), f.rec.RegionOf, said)
}
