package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
)

// A number typed by hand is listed in the window and on the command line until
// it is bound.
func TestTypedNumbersAreListedUntilTheyAreBound(t *testing.T) {
	p := demo(t)
	put := func(text string) {
		t.Helper()
		r, err := p.Get(briefing.Ref{Kind: briefing.KindSeries, ID: "agri-world"})
		if err != nil {
			t.Fatal(err)
		}
		s := r.(*briefing.Series)
		s.Caveat = briefing.Text{RU: text}
		if err := p.Put(s); err != nil {
			t.Fatal(err)
		}
	}
	listed := func() (window, line int) {
		t.Helper()
		for _, f := range p.Standing(briefing.RU).Findings {
			if f.Code == "check.35" && strings.Contains(f.Evidence, "829") {
				window++
			}
		}
		all, err := p.AllFindings(time.Time{}, briefing.Leader, briefing.RU)
		if err != nil {
			t.Fatal(err)
		}
		line = len(slices.DeleteFunc(all, func(f check.Finding) bool { return f.Number != 35 }))
		return window, line
	}
	_, words := listed() // numbers that the example has in words
	put("В 2018 году — 829 млн долл. США.")
	if w, l := listed(); w != 1 || l != words+1 {
		t.Errorf("typed: %d in the window, %d on the line", w, l)
	}
	put("В 2018 году — {S35e}.")
	if w, l := listed(); w != 0 || l != words {
		t.Errorf("bound: %d in the window, %d on the line", w, l)
	}
	if n := len(app.Blocking(p.Check(time.Time{}))); n != 1 {
		t.Errorf("%d findings block", n)
	}
}
