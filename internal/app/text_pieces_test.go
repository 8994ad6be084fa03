package app_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func said(pieces []app.TextPiece) string {
	var all strings.Builder
	for _, p := range pieces {
		all.WriteString(p.Text)
	}
	return strings.ReplaceAll(all.String(), "\u00a0", " ")
}

// A text is shown with its figures as the page prints them, whatever the pack
// would leave out.
func TestATextIsShownAsItPrints(t *testing.T) {
	p := example(t)
	r, err := p.Get(briefing.Ref{Kind: briefing.KindMessage, ID: "tp-exports"})
	if err != nil {
		t.Fatal(err)
	}
	body := fieldNamed(t, briefing.KindMessage, "body_ru")
	show := func(r briefing.Record, text string) []app.TextPiece {
		t.Helper()
		out, err := p.TextPieces(r, []app.TextAsked{{Field: body, Text: text}}, briefing.RU)
		if err != nil {
			t.Fatal(err)
		}
		return out[0]
	}
	got := show(r, "Отправлено {S20}, {S99} и {=никак} 17 тыс. т **не жирно**.")
	if s := said(got); s != "Отправлено около 90 тыс. т, {S99} и {=никак} 17 тыс. т **не жирно**." {
		t.Errorf("%q", s)
	}
	for _, p := range got {
		switch {
		case p.Bound == "{S20}" && (p.Ref.ID != "S20" || p.Fault), p.Bound == "{S99}" && (!p.Fault || p.Ref.ID != "" || p.Tip == ""),
			p.Loose != strings.HasPrefix(p.Text, "17"):
			t.Errorf("%+v", p)
		}
	}
	own := &briefing.Message{Kind: "section"}
	got = show(own, "# Глава\nСлово **жирно**^[По данным [1].].\n\n- пункт {S20:number}\n![Вид](нет.png)")
	if s := said(got); !strings.HasPrefix(s, "Глава\nСлово жирно¹ По данным [1]..\n• пункт 90 [1]\n") {
		t.Errorf("%q", s)
	}
	if last := got[len(got)-1]; !last.Fault || !strings.Contains(last.Text, "нет.png") {
		t.Errorf("an image that is not there: %+v", last)
	}
}

// What is put into a text is printed as the list says.
func TestWhatIsPutInPrintsAsItIsOffered(t *testing.T) {
	p := example(t)
	own := &briefing.Message{Kind: "section", Title: briefing.Text{RU: "Своё"}, Use: briefing.Aloud}
	if err := p.Put(own); err != nil {
		t.Fatal(err)
	}
	body := fieldNamed(t, briefing.KindMessage, "body_ru")
	all, err := p.Insertables(own, body, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[app.InsertKind]string{}
	for _, i := range all {
		if i.Text != "" && texts[i.Kind] == "" && len(i.KeptFrom) == 0 {
			texts[i.Kind] = i.Text
		}
	}
	for _, kind := range []app.InsertKind{app.InsertFigure, app.InsertPerson, app.InsertEvent, app.InsertSource} {
		if texts[kind] == "" {
			t.Fatalf("nothing of %s is offered", kind)
		}
		own.Body.RU += "Слово " + texts[kind] + ".\n\n"
	}
	if !strings.Contains(texts[app.InsertPerson], "Си Цзиньпин") || !strings.HasPrefix(texts[app.InsertSource], "^[") {
		t.Errorf("%q", texts)
	}
	if err := p.Put(own); err != nil {
		t.Fatal(err)
	}
	sections, err := p.SectionTexts(briefing.RU, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	printed := sections["text-"+string(own.ID)]
	if len(printed) != 1 || printed[0].Ref != own.Ref() || printed[0].Field != "body_ru" {
		t.Fatalf("%+v", printed)
	}
	if slices.ContainsFunc(printed[0].Pieces, func(p app.TextPiece) bool { return p.Fault || p.Loose }) {
		t.Errorf("%+v", printed[0].Pieces)
	}
	s := said(printed[0].Pieces)
	if strings.Contains(s, "{") || strings.Contains(s, "^[") || !strings.Contains(s, texts[app.InsertPerson]) {
		t.Errorf("%q", s)
	}
	point, err := p.Get(briefing.Ref{Kind: briefing.KindMessage, ID: "tp-exports"})
	if err != nil {
		t.Fatal(err)
	}
	all, err = p.Insertables(point, body, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(all, func(i app.Insertable) bool { return i.Kind == app.InsertSource }) {
		t.Error("a footnote is offered to a text that knows none")
	}
}
