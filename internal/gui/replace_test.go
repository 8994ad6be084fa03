package gui_test

import (
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func TestWordsAreReplacedFromTheWindowAndTakenBack(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	o := app.ReplaceOptions{Find: "визит", Put: "приезд", Yo: true}
	found := p.FindToReplace(o, briefing.RU)
	if len(found) < 3 {
		t.Fatalf("the example has %d texts to replace in", len(found))
	}
	r.menu("Замена в текстах…")
	r.press("Показать замены")
	r.shows("Укажите, что искать.")
	r.fields()[0].SetText(o.Find)
	r.fields()[1].SetText(o.Put)
	r.press("Показать замены")
	r.shows("Полей с заменой", "→", "приезд")
	r.press(found[0].Caption + " — " + found[0].Label) // taken out of it
	r.press("Заменить отмеченное")
	if left := p.FindToReplace(o, briefing.RU); len(left) != 1 || left[0].Before != found[0].Before {
		t.Errorf("left over: %+v", left)
	}
	r.shows("Заменено, полей")
	r.press("Файл")
	var undo string
	for _, n := range r.names() {
		if strings.HasPrefix(n, "Отменить: Замена в текстах") {
			undo = n
		}
	}
	r.press(undo)
	if again := p.FindToReplace(o, briefing.RU); len(again) != len(found) {
		t.Errorf("after undo %d of %d", len(again), len(found))
	}
}
