package walk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/gui/records"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

func moment(t *testing.T) time.Time {
	t.Helper()
	m, err := time.Parse(time.RFC3339, "2023-03-20T23:00:00+03:00")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// formless are the kinds that nobody types.
func formless(more exceptions) exceptions {
	out := exceptions{
		"import": "written by the import; the register of imports shows it", "version": "the history shows it",
		"typed": "stands in the field that it was typed into", "attachment": "stands under the form of its record",
		"nomenclature": "written by the import of the list",
		"acceptance":   "stands under its finding on the screen of checks", "task": "stands in the list of what is left to do",
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// all visits whatever an object holds, folded or not.
func all(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil {
		return
	}
	visit(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			all(c, visit)
		}
	case *container.Scroll:
		all(x.Content, visit)
	case *container.Clip:
		all(x.Content, visit)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			all(c, visit)
		}
	}
}

// held lists what the inputs of a form hold.
func held(o fyne.CanvasObject) []string {
	var out []string
	add := func(s string) { out = append(out, strings.ReplaceAll(s, "\u00a0", " ")) }
	all(o, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *kit.LangField:
			for _, l := range briefing.Langs() {
				add(x.Text(string(l)))
			}
		case *kit.TextField:
			add(x.Text())
		case *kit.SelectField:
			add(x.Selected())
		case *kit.CheckBox:
			add(fmt.Sprintf("%s: %v", x.Text, x.Checked))
		case *kit.FilterChip:
			add(x.AccessibilityLabel())
		}
	})
	return out
}

func TestEveryFieldIsInTheForm(t *testing.T) {
	pr := everything(t)
	d := desktest.New(t, theme.Light, briefing.RU, pr, 1440, 900)
	for _, desc := range briefing.Descriptions() {
		if _, none := formless(nil)[string(desc.Kind)]; none {
			continue
		}
		var form fyne.CanvasObject
		var refresh func()
		ref := briefing.Ref{Kind: desc.Kind, ID: "x"}
		if desc.Kind == briefing.KindPack { // has no list
			f := recordform.New(d, desc.Kind, nil, "", nil)
			f.Set(d.Opened.Pack())
			form, refresh = f.Object(), f.Refresh
		} else {
			p := records.NewPane(d, desc.Kind)
			p.Show(ref, "")
			form, refresh = p.Object(), p.Refresh
		}
		d.Put(form)
		for _, p := range places() {
			if p.desc.Kind != desc.Kind || p.value(0) == p.value(1) {
				continue
			}
			r := filled(t, desc, 0)
			if err := d.Opened.Put(r); err != nil {
				t.Fatal(err)
			}
			refresh()
			before := held(form)
			p.set(t, r, p.value(1))
			if err := d.Opened.Put(r); err != nil {
				t.Fatal(err)
			}
			refresh()
			if after := held(form); slices.Equal(before, after) {
				t.Errorf("%s: the form shows no difference between %q and %q", p, p.value(0), p.value(1))
			}
		}
	}
	for _, err := range d.Failed {
		t.Error(err)
	}
}

func TestEveryFieldIsAColumnOfTheList(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, everything(t), 1440, 900)
	rows := map[briefing.Kind][]string{}
	keys := map[briefing.Kind][]string{}
	walk(t, formless(exceptions{"pack": "there is one, which has no list"}), func(f place) string {
		if _, ok := formless(exceptions{"pack": "-"})[string(f.desc.Kind)]; ok {
			return "no list"
		}
		if rows[f.desc.Kind] == nil {
			p := records.NewPane(d, f.desc.Kind)
			d.Put(p.Object())
			press(t, p.Object(), "Показать таблицей")
			table := desktest.Find(t, p.Object(), func(*kit.DataTable) bool { return true })
			table.TypedShortcut(&fyne.ShortcutSelectAll{})
			table.TypedShortcut(&fyne.ShortcutCopy{})
			line, _, _ := strings.Cut(fyne.CurrentApp().Clipboard().Content(), "\n") // of x, which was entered first
			rows[f.desc.Kind] = strings.Split(strings.TrimRight(line, "\r"), "\t")
			for _, q := range places() {
				if q.desc.Kind == f.desc.Kind && q.value(0) != "" {
					keys[f.desc.Kind] = append(keys[f.desc.Kind], q.String())
				}
			}
		}
		if f.value(0) == "" {
			return ""
		}
		at := slices.Index(keys[f.desc.Kind], f.String())
		got := rows[f.desc.Kind]
		if at >= len(got) {
			return fmt.Sprintf("the row has %d cells", len(got))
		}
		want := strings.Join(strings.Fields(f.shown(f.value(0))), " ")
		if cell := strings.ReplaceAll(got[at], "\u00a0", " "); squeezed(cell) != squeezed(want) {
			return fmt.Sprintf("%q stands in its place, want %q", cell, want)
		}
		return ""
	})
}

// squeezed takes out the spaces that numbers are grouped with.
func squeezed(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(s)
}

func press(t *testing.T, root fyne.CanvasObject, name string) {
	t.Helper()
	desktest.Find(t, root, func(b *kit.Button) bool { return b.AccessibilityLabel() == name }).Tapped(&fyne.PointEvent{})
}

func TestEveryFieldIsSearched(t *testing.T) {
	for _, desc := range briefing.Descriptions() {
		if _, none := formless(exceptions{"pack": "-"})[string(desc.Kind)]; none {
			continue
		}
		pr := &project.Project{Figures: figure.NewSet()}
		for _, k := range briefing.Descriptions() {
			if k.Kind != desc.Kind && k.Kind != briefing.KindPack {
				pr.Put(target(k, "y"))
			}
		}
		d := desktest.New(t, theme.Light, briefing.RU, pr, 1440, 900)
		pane := records.NewPane(d, desc.Kind)
		d.Put(pane.Object())
		search := desktest.Find(t, pane.Object(), func(*kit.TextField) bool { return true })
		for _, p := range places() {
			if p.desc.Kind != desc.Kind {
				continue
			}
			search.SetText("")
			r := desc.New()
			r.SetID("x")
			value := p.value(0)
			if value == "" {
				value = p.value(1)
			}
			query := p.shown(value)
			switch {
			case p.field.Type == briefing.BoolField:
				query = p.label()
			case p.field.Target == desc.Kind: // it would refer to itself
				value, query = "x0", "x0"
			}
			for i, want := range []bool{false, true} {
				if want {
					p.set(t, r, value)
				}
				if err := d.Opened.Put(r); err != nil {
					t.Fatal(err)
				}
				pane.Refresh()
				search.SetText(query)
				if found := !strings.Contains(d.Texts(), "Ничего не найдено."); found != want {
					t.Errorf("%s: searched for %q (%d): found %v, want %v", p, query, i, found, want)
				}
				search.SetText("")
			}
		}
	}
	if lang.T(briefing.RU, "gui.records.search.none") != "Ничего не найдено." {
		t.Error("the sentence is another one")
	}
}
