package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
)

// bodyField is the Russian text of a section written by hand.
func bodyField(t *testing.T) briefing.Field {
	t.Helper()
	d, _ := briefing.Describe(briefing.KindMessage)
	f, ok := d.Field("body_ru")
	if !ok {
		t.Fatal("a section has no text")
	}
	return f
}

// tableFaults are the findings about the tables of a record's texts.
func tableFaults(p *app.Project, ref briefing.Ref) []string {
	var out []string
	for _, f := range p.Check(time.Time{}) {
		if f.Number == 34 && f.Ref == ref && f.Severity == check.Blocking {
			out = append(out, f.Evidence.RU)
		}
	}
	return out
}

// TestASectionWrittenByHandShowsASeries: what the list of things to put in
// offers is printed, as a chart with its table or as the table alone.
func TestASectionWrittenByHandShowsASeries(t *testing.T) {
	p := demo(t)
	section := &briefing.Message{ID: "own", Kind: "section", Title: briefing.Text{RU: "Своё", EN: "Own", ZH: "自拟"}, Body: briefing.Text{RU: "Слова.", EN: "Words.", ZH: "文字。"}}
	if err := p.Put(section); err != nil {
		t.Fatal(err)
	}
	all, err := p.Insertables(section, bodyField(t), briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	var title, both, alone string
	for _, i := range all {
		switch {
		case i.Kind != app.InsertTable:
		case both == "" && strings.Contains(i.Text, ":exhibit"):
			title, both = i.Title, i.Text
		case i.Title == title && strings.Contains(i.Text, ":table"):
			alone = i.Text
		}
	}
	if both == "" || alone == "" {
		t.Fatalf("no series is offered: %+v", all)
	}
	count := func() (tables, charts int) {
		d := printedFor(t, p, briefing.RU, briefing.Leader)
		i := slices.IndexFunc(d.Sections, func(s document.Section) bool { return s.Title == "Своё" })
		if i < 0 {
			t.Fatal("the section is not printed")
		}
		x, y := tablesWith(&document.Document{Sections: d.Sections[i : i+1]}, "")
		return len(x), len(y)
	}
	for _, c := range []struct {
		text           string
		tables, charts int
	}{{both, 1, 1}, {alone, 1, 0}} {
		section.Body = briefing.Text{RU: "Слова." + c.text, EN: "Words." + c.text, ZH: "文字。" + c.text}
		if err := p.Put(section); err != nil {
			t.Fatal(err)
		}
		if tables, charts := count(); tables != c.tables || charts != c.charts {
			t.Errorf("%q: %d tables, %d charts", c.text, tables, charts)
		}
		if got := tableFaults(p, section.Ref()); len(got) > 0 {
			t.Errorf("%q: %q", c.text, got)
		}
		pieces, err := p.TextPieces(section, []app.TextAsked{{Field: bodyField(t), Text: section.Body.RU}}, briefing.RU)
		if err != nil {
			t.Fatal(err)
		}
		named := 0
		for _, x := range pieces[0] {
			if x.Note {
				named++
			}
			if x.Loose || x.Fault {
				t.Errorf("%q: %q is shown as a number typed by hand, or as a fault", c.text, x.Text)
			}
		}
		if named != c.tables+c.charts {
			t.Errorf("%q: %d tables and charts are named under the text", c.text, named)
		}
	}
}

func TestASeriesThatATextCantShowIsTold(t *testing.T) {
	p := demo(t)
	if err := p.Put(&briefing.Series{ID: "bare", Title: briefing.Text{RU: "Пустой ряд"}}); err != nil {
		t.Fatal(err)
	}
	var full string
	for _, s := range p.Snapshot(time.Time{}, briefing.Leader).Facts {
		if s.Series != "" {
			full = string(s.Series)
		}
	}
	for name, c := range map[string]struct{ kind, text, want string }{
		"not there":    {"section", "{=series/none:exhibit}", "которого нет в проекте"},
		"nothing":      {"section", "{=series/bare:exhibit}", "«Пустой ряд», который показывает текст, нет ни одного показателя"},
		"other word":   {"section", "{=series/" + full + ":bars}", "не понятно, что печатать"},
		"within words": {"section", "Вот {=series/" + full + ":table} она.", "внутри строки"},
		"elsewhere":    {"talking-point", "{=series/" + full + ":table}", "где таблицы не печатаются"},
	} {
		m := &briefing.Message{ID: "own", Kind: c.kind, Title: briefing.Text{RU: "Своё"}, Body: briefing.Text{RU: c.text}, Use: briefing.Aloud}
		if err := p.Put(m); err != nil {
			t.Fatal(err)
		}
		if got := tableFaults(p, m.Ref()); len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
