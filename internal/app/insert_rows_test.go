package app_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// TestTheTablesOfImportedRowsArePutIntoAText puts each of them into a section
// written by hand: it is printed there, and no check finds fault with it.
func TestTheTablesOfImportedRowsArePutIntoAText(t *testing.T) {
	p := demo(t)
	section := &briefing.Message{ID: "own", Kind: "section", Title: briefing.Text{RU: "Своё", EN: "Own", ZH: "自拟"}, Body: briefing.Text{RU: "Слова.", EN: "Words.", ZH: "文字。"}}
	if err := p.Put(section); err != nil {
		t.Fatal(err)
	}
	all, err := p.Insertables(section, bodyField(t), briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	offered := 0
	for _, i := range all {
		if i.Kind != app.InsertTable || !strings.Contains(i.Text, "{=pivot/") {
			continue
		}
		offered++
		if !strings.HasPrefix(i.Title, "Экспорт, Россия: по ") {
			t.Errorf("it is called %q", i.Title)
		}
		section.Body = briefing.Text{RU: "Слова." + i.Text, EN: "Words." + i.Text, ZH: "文字。" + i.Text}
		if err := p.Put(section); err != nil {
			t.Fatal(err)
		}
		if got := tableFaults(p, section.Ref()); len(got) > 0 {
			t.Errorf("%q: %q", i.Text, got)
		}
		for _, l := range briefing.Langs() {
			d := printedFor(t, p, l, briefing.Leader)
			at := slices.IndexFunc(d.Sections, func(s document.Section) bool { return s.Title == section.Title.In(l) })
			if at < 0 {
				t.Fatalf("%s: the section is not printed", l)
			}
			tables, charts := tablesWith(&document.Document{Sections: d.Sections[at : at+1]}, "")
			if want := map[bool]int{true: 0, false: 1}[strings.Contains(i.Note, "только таблица")]; len(tables) != 1 || len(charts) != want {
				t.Errorf("%s, %s (%s): %d tables, %d charts", l, i.Title, i.Note, len(tables), len(charts))
			}
		}
	}
	if offered < 2 {
		t.Errorf("%d tables of the rows are offered", offered)
	}
	point := &briefing.Message{ID: "tp", Kind: "talking-point"}
	others, err := p.Insertables(point, bodyField(t), briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(others, func(i app.Insertable) bool { return i.Kind == app.InsertTable }) {
		t.Error("a talking point, which prints none, is offered tables")
	}
}
