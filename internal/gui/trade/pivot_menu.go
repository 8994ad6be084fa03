package trade

import (
	"strconv"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/lang"
)

// dimensionMenu chooses what rows or columns are; the other side takes what
// this one had where both would be the same, and only one of them is a time.
func (s *Screen) dimensionMenu(under fyne.CanvasObject, side *figure.Dimension, other figure.Dimension, none bool) {
	var items []kit.MenuItem
	if none {
		items = append(items, kit.MenuItem{Key: "-", Text: s.t("pivot.columns.none"), Disabled: app.TimedDimension(other)})
	}
	for i, d := range app.PivotDimensions() {
		if d == figure.ByGroup && len(s.desk.Project().GroupSets(s.desk.Lang())) == 0 {
			continue
		}
		items = append(items, kit.MenuItem{
			Key: string(d), Text: lang.Enum(s.desk.Lang(), "dimension", string(d)), Line: none && i == 0,
			Disabled: d == other || app.TimedDimension(d) && (app.TimedDimension(other) || other == ""),
		})
	}
	current := string(*side)
	if current == "" {
		current = "-"
	}
	kit.ShowMenu(under, 240, items, current, func(key string) {
		if *side = figure.Dimension(key); key == "-" {
			*side = ""
		}
		s.pivot()
	})
}

func (s *Screen) ofMenu(under fyne.CanvasObject) {
	var items []kit.MenuItem
	for _, m := range app.PivotMeasures() {
		items = append(items, kit.MenuItem{Key: m, Text: app.ColumnName(m, s.desk.Lang())})
	}
	kit.ShowMenu(under, 320, items, s.piv.spec.Of, func(key string) {
		s.piv.spec.Of = key
		s.pivot()
	})
}

func (s *Screen) rowsMenu(under fyne.CanvasObject) {
	var items []kit.MenuItem
	for _, n := range []string{"5", "10", "15", "20", "30"} {
		items = append(items, kit.MenuItem{Key: n, Text: n})
	}
	items = append(items, kit.MenuItem{Key: "0", Text: s.t("pivot.top.all"), Line: true})
	kit.ShowMenu(under, 160, items, strconv.Itoa(s.piv.spec.Top), func(key string) {
		s.piv.spec.Top, _ = strconv.Atoi(key)
		s.pivot()
	})
}

func (s *Screen) chartMenu(under fyne.CanvasObject) {
	if s.piv.made == nil {
		return // it is being made anew
	}
	var items []kit.MenuItem
	for _, f := range s.piv.made.Forms {
		items = append(items, kit.MenuItem{Key: string(f), Text: s.t("pivot.chart." + string(f)), Line: f == app.NoChart})
	}
	kit.ShowMenu(under, 220, items, string(s.piv.form), func(key string) {
		s.piv.form = app.PivotForm(key)
		s.pivot()
	})
}

// setMenu chooses among the sets of rows that are never added to each other.
func (s *Screen) setMenu(under fyne.CanvasObject) {
	if s.piv.made == nil {
		return
	}
	sets := s.piv.made.Sets
	var items []kit.MenuItem
	for i, x := range sets {
		items = append(items, kit.MenuItem{Key: strconv.Itoa(i), Text: s.setName(x)})
	}
	kit.ShowMenu(under, 320, items, strconv.Itoa(s.piv.made.Chosen), func(key string) {
		if i, err := strconv.Atoi(key); err == nil && i < len(sets) {
			s.piv.spec.Flow, s.piv.spec.Split = sets[i].Flow, sets[i].Split
			s.pivot()
		}
	})
}

// putMenu asks where in the pack the pivot is to stand.
func (s *Screen) putMenu(under fyne.CanvasObject) {
	l := s.desk.Lang()
	places := append(s.desk.Project().PivotPlaces(l), app.PivotPlace{})
	var items []kit.MenuItem
	for i, at := range places {
		item := kit.MenuItem{Key: strconv.Itoa(i)}
		switch {
		case at.Section != "":
			item.Text = s.t("pivot.put.section", lang.T(l, "pack.section."+at.Section))
		case at.Text != "":
			item.Text, item.Line = s.t("pivot.put.text", at.Title), i > 0 && places[i-1].Section != ""
		default:
			item.Text, item.Line = s.t("pivot.put.new"), true
		}
		items = append(items, item)
	}
	kit.ShowMenu(under, 320, items, "", func(key string) {
		if i, err := strconv.Atoi(key); err == nil && i < len(places) {
			s.put(places[i])
		}
	})
}

// put puts the pivot that is shown into the pack, and offers to go there.
func (s *Screen) put(at app.PivotPlace) {
	if s.piv.made == nil {
		return
	}
	ref, err := s.desk.Project().PutPivot(*s.piv.made, s.piv.form, at)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Offer(s.t("pivot.done"), s.t("pivot.done.open"), func() {
		to := screen.Figures
		if ref.Kind == briefing.KindMessage {
			to = screen.Messages
		}
		s.desk.Go(to, ref, "body_"+string(s.desk.Content()))
	})
}
