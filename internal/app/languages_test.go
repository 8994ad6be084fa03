package app_test

import (
	"testing"
	"time"

	"briefing/internal/briefing"
)

// Translations are asked for in the languages of the pack alone.
func TestNobodyAsksForChineseAboutTurkey(t *testing.T) {
	p := demo(t)
	k := p.Pack()
	k.Title = briefing.Text{RU: "Визит", EN: "Visit", ZH: "访问"}
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	if err := p.Put(&briefing.Message{ID: "lone", Kind: "talking-point", Title: briefing.Text{RU: "Только по-русски"}, Body: briefing.Text{RU: "Только по-русски."}, Use: briefing.Aloud}); err != nil {
		t.Fatal(err)
	}
	asked := func() (out [2]bool) {
		t.Helper()
		found, err := p.AllFindings(time.Time{}, briefing.Leader, briefing.RU)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Number == 21 && f.Ref.ID == "lone" {
				out[0] = out[0] || f.Field == "title_en" || f.Field == "body_en"
				out[1] = out[1] || f.Field == "title_zh" || f.Field == "body_zh"
			}
		}
		return out
	}
	if got := asked(); got != [2]bool{true, true} {
		t.Fatalf("about China: English %v, Chinese %v", got[0], got[1])
	}
	k = p.Pack()
	k.Partner = "TR"
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	if got := asked(); got != [2]bool{true, false} {
		t.Errorf("about Türkiye: English %v, Chinese %v", got[0], got[1])
	}
}
