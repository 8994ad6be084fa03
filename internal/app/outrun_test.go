package app_test

import (
	"slices"
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
