package pack_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// Two or three items don't take a page of their own; many do.
func TestASectionOfFewItemsJoinsThePageBefore(t *testing.T) {
	p := demoProject(t)
	p.Messages = nil
	add := func(kind string) {
		p.Messages = append(p.Messages, &briefing.Message{
			ID: briefing.ID(kind + string(rune('a'+len(p.Messages)))), Kind: kind,
			Title: briefing.Text{RU: "Название"}, Body: briefing.Text{RU: "Текст"}, Answer: briefing.Text{RU: "Ответ"},
		})
	}
	joins := func(key string) bool {
		for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
			if s.Key == key {
				return s.Joins
			}
		}
		t.Fatal("no section", key)
		return false
	}
	for _, f := range p.Facts {
		f.Use = briefing.Reference // no figures for the interpreter
	}
	add("objective")
	add("red-line")
	add("talking-point")
	add("qa")
	if !joins("objectives") || !joins("points") {
		t.Error("a page for two items")
	}
	for range 4 {
		add("objective")
		add("qa")
	}
	if joins("objectives") || joins("points") {
		t.Error("many items are not on a page of their own")
	}
}
