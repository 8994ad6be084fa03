package app_test

import (
	"bytes"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// Versions are held against each other page by page: what was not touched reads
// alike, a later moment alone changes no page but the cover.
func TestVersionsAreComparedPageByPage(t *testing.T) {
	p := example(t)
	if err := p.SaveVersion("первая"); err != nil {
		t.Fatal(err)
	}
	first := int64(p.Versions()[0].Action)
	same, err := p.ComparePages(first, app.Now, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if n := same.Changed(); n != 0 || len(same.Pairs) < 10 || !bytes.HasPrefix(same.Was, []byte("%PDF")) || !bytes.Equal(same.Was, same.Is) {
		t.Fatalf("nothing was changed: %d of %d pairs differ", n, len(same.Pairs))
	}
	r, err := p.Get(briefing.Ref{Kind: briefing.KindMessage, ID: "tp-memo"})
	if err != nil {
		t.Fatal(err)
	}
	r.(*briefing.Message).Body.RU = "Иначе сказано о меморандуме."
	if err := p.Put(r); err != nil {
		t.Fatal(err)
	}
	changed, err := p.ComparePages(first, app.Now, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if n := changed.Changed(); n != 1 {
		t.Errorf("one text was changed, %d pages differ", n)
	}
	if err := p.SaveVersion("вторая"); err != nil {
		t.Fatal(err)
	}
	second := int64(p.Versions()[0].Action)
	k := p.Pack()
	k.AsOf = "2023-03-20T23:30:00+03:00"
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	later, err := p.ComparePages(second, app.Now, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if n := later.Changed(); n == 0 || n > 2 {
		t.Errorf("half an hour later %d pages differ", n)
	}
	back, err := p.ComparePages(first, second, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if n := back.Changed(); n != 1 {
		t.Errorf("between two versions %d pages differ", n)
	}
}
