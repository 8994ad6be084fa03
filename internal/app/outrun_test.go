package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
)

// A translation that was left behind when the Russian was edited is told of
// until it is edited too, or the edit is taken back; texts that were entered or
// edited together are not.
func TestATranslationLeftBehindIsFound(t *testing.T) {
	p := open(t)
	put := func(ru, en, zh string) {
		t.Helper()
		m := &briefing.Message{ID: "m", Kind: "talking-point", Use: briefing.Aloud, Body: briefing.Text{RU: ru, EN: en, ZH: zh}}
		if err := p.Put(m); err != nil {
			t.Fatal(err)
		}
	}
	want := func(when string, fields ...string) {
		t.Helper()
		var got []string
		for _, f := range p.Check(time.Time{}) {
			if f.Number == 36 {
				got = append(got, string(f.Ref.Kind)+"/"+string(f.Ref.ID)+":"+f.Field)
				if f.Severity != check.Warning || f.Evidence.EN == "" {
					t.Errorf("%s: %+v", when, f)
				}
			}
		}
		if !slices.Equal(got, fields) {
			t.Errorf("%s: %v, want %v", when, got, fields)
		}
	}
	put("Поставки идут", "Deliveries go on", "供货持续")
	want("entered together")
	put("Поставки идут, сроки согласованы", "Deliveries go on", "供货持续")
	want("Russian edited", "message/m:body_en", "message/m:body_zh")
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	want("taken back")
	put("Поставки приостановлены", "Deliveries go on", "供货持续")
	put("Поставки приостановлены", "Deliveries are suspended", "供货持续")
	want("one mended", "message/m:body_zh")
	put("Поставки возобновлены", "Deliveries have resumed", "供货已恢复")
	want("edited together")
	put("Поставки возобновлены полностью", "Deliveries have resumed", "")
	want("a translation taken out", "message/m:body_en")
}

// Posts and other rows of a record are looked at as well; a row that goes takes
// what was known of its list along.
func TestATranslationLeftBehindInARowIsFound(t *testing.T) {
	p := open(t)
	put := func(posts ...briefing.Text) {
		t.Helper()
		m := &briefing.Person{ID: "m", Name: briefing.Text{RU: "Иванов Иван", EN: "Ivan Ivanov"}}
		for _, title := range posts {
			m.Posts = append(m.Posts, briefing.Post{Title: title})
		}
		if err := p.Put(m); err != nil {
			t.Fatal(err)
		}
	}
	found := func() (fields string) {
		for _, f := range p.Check(time.Time{}) {
			if f.Number == 36 {
				fields += f.Field + " " + f.Evidence.RU + ";"
			}
		}
		return fields
	}
	deputy, head := briefing.Text{RU: "заместитель министра", EN: "deputy minister"}, briefing.Text{RU: "начальник отдела", EN: "head of division"}
	put(deputy, head)
	if got := found(); got != "" {
		t.Errorf("entered together: %s", got)
	}
	minister := briefing.Text{RU: "министр", EN: "deputy minister"}
	put(minister, head)
	if got := found(); !strings.HasPrefix(got, "posts ") || !strings.Contains(got, "министр") || strings.Count(got, ";") != 1 {
		t.Errorf("Russian edited: %s", got)
	}
	put(briefing.Text{RU: "министр", EN: "minister"}, head)
	if got := found(); got != "" {
		t.Errorf("mended: %s", got)
	}
	put(head)
	if got := found(); got != "" {
		t.Errorf("a row taken out: %s", got)
	}
}
