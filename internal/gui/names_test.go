package gui_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// The form of a person suggests the other spelling of a Chinese name, both
// ways, and its cases; it puts in nothing by itself.
func TestSpellingsOfAChineseNameAreSuggested(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	person := &briefing.Person{Name: briefing.Text{EN: "Zhou Naixiang"}, Country: "CN", Address: "mr", Rank: 1}
	if err := p.Put(person); err != nil {
		t.Fatal(err)
	}
	name := func() briefing.Text {
		t.Helper()
		got, err := p.Get(person.Ref())
		if err != nil {
			t.Fatal(err)
		}
		return got.(*briefing.Person).Name
	}
	r.shell.Show(screen.People, person.Ref(), "")
	r.shows("По системе Палладия: Чжоу Найсян", "«-нь» соответствует -n", "кого — Чжоу Найсяна", "проверьте")
	if name().RU != "" {
		t.Fatal("a name was put in by itself")
	}
	r.picture("person")
	r.press("Подставить")
	if name().RU != "Чжоу Найсян" {
		t.Fatalf("%+v", name())
	}
	r.shows("Пиньинь: Zhou Naixiang")

	person.Name = briefing.Text{RU: "Чжоу Найсянь", EN: "Zhou Naixiang"}
	if err := p.Put(person); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.People, person.Ref(), "")
	r.shows("«Чжоу Найсянь» с этим не совпадает.", "«Zhou Naixiang» с этим не совпадает.", "Пиньинь: Zhou Naixian")
	r.picture("person-differs")

	person.Name = briefing.Text{RU: "Андрей Воробьёв"}
	person.Country = "RU"
	if err := p.Put(person); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.People, person.Ref(), "")
	if r.find("Подставить") != nil {
		t.Error("pinyin is suggested for a Russian name")
	}
}
