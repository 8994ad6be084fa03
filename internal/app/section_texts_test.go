package app_test

import (
	"testing"
	"time"

	"briefing/internal/briefing"
)

// A section that prints figures without any text is there, with an empty list:
// «пока пуст» beside its page would be untrue. One without content is not.
func TestASectionOfFiguresAloneIsNotEmpty(t *testing.T) {
	p := example(t)
	s := p.Snapshot(time.Time{}, briefing.Compiler)
	var gone []briefing.Ref
	for _, m := range s.Messages {
		gone = append(gone, m.Ref())
	}
	for _, f := range s.Facts { // «требует уточнения» would be a table
		plain := *f
		plain.Open = briefing.Text{}
		if err := p.Put(&plain); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Remove(gone...); err != nil {
		t.Fatal(err)
	}
	pack := *p.Pack()
	pack.SummaryDeck = briefing.Text{}
	if err := p.Put(&pack); err != nil {
		t.Fatal(err)
	}
	sections, err := p.SectionTexts(briefing.RU, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	list, there := sections["summary"]
	if !there || len(list) != 0 {
		t.Errorf("headline figures alone: there %t, %+v; sections %v", there, list, sections)
	}
	if list, there := sections["messages"]; there {
		t.Errorf("nothing is said, and yet %+v", list)
	}
}
