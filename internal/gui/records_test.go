package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/project"
)

// kinds are those with a list and a form, by the screen they stand on.
func kinds() map[briefing.Kind]screen.Key {
	return map[briefing.Kind]screen.Key{
		briefing.KindFact: screen.Figures, briefing.KindSeries: screen.Figures, briefing.KindCommodity: screen.Figures, briefing.KindGroup: screen.Figures,
		briefing.KindEvent: screen.Events, briefing.KindPerson: screen.People, briefing.KindOrganisation: screen.People,
		briefing.KindAgreement: screen.Agreements, briefing.KindFacility: screen.Agreements,
		briefing.KindMessage: screen.Messages, briefing.KindSource: screen.Sources,
	}
}

func (r *rig) records(k briefing.Kind) []briefing.Record {
	var out []briefing.Record
	r.shell.Project().Read(func(p *project.Project) { out = p.Records(k) })
	return out
}

// typeInto types into what has the focus.
func (r *rig) typeInto(text string) {
	r.t.Helper()
	f := r.canvas().Focused()
	if f == nil {
		r.t.Fatal("nothing has the focus")
	}
	test.Type(f, text)
}

// turn shows the list of a kind.
func (r *rig) turn(k briefing.Kind, names map[briefing.Kind]string) {
	r.t.Helper()
	r.shell.Show(kinds()[k], briefing.Ref{}, "")
	if name := names[k]; name != "" {
		r.segment(name)
	}
}

func TestARecordOfEachKindIsAddedChangedCopiedAndDeleted(t *testing.T) {
	r := example(t)
	tabs := map[briefing.Kind]string{
		briefing.KindFact: "Факты", briefing.KindSeries: "Ряды", briefing.KindCommodity: "Товарная номенклатура",
		briefing.KindGroup:  "Товарные группы",
		briefing.KindPerson: "Лица", briefing.KindOrganisation: "Организации",
		briefing.KindAgreement: "Соглашения", briefing.KindFacility: "Объекты",
	}
	for _, d := range briefing.Descriptions() {
		k := d.Kind
		if _, shown := kinds()[k]; !shown {
			continue
		}
		t.Run(string(k), func(t *testing.T) {
			r.t = t
			r.turn(k, tabs)
			n := len(r.records(k))
			r.press("Добавить")
			if got := len(r.records(k)); got != n {
				t.Errorf("an empty record was kept: %d, was %d", got, n)
			}
			r.typeInto("Проба 123")
			r.runner.Flush()
			list := r.records(k)
			if len(list) != n+1 {
				t.Fatalf("%d records, want %d", len(list), n+1)
			}
			made := list[len(list)-1]
			found := false
			for _, f := range d.Fields {
				found = found || strings.Contains(f.Get(made), "Проба 123")
			}
			if !found {
				t.Errorf("what was typed is in no field of %+v", made)
			}
			r.press("Создать копию")
			if got := len(r.records(k)); got != n+2 {
				t.Errorf("after copying %d, want %d", got, n+2)
			}
			r.press("Удалить")
			if got := len(r.records(k)); got != n+1 {
				t.Errorf("after deleting %d, want %d", got, n+1)
			}
			r.press("Вернуть")
			if got := len(r.records(k)); got != n+2 {
				t.Errorf("after bringing back %d, want %d", got, n+2)
			}
		})
	}
}

func TestEveryFieldOfEveryKindIsReached(t *testing.T) {
	r := example(t)
	for _, d := range briefing.Descriptions() {
		_, shown := kinds()[d.Kind]
		list := r.records(d.Kind)
		if !shown && d.Kind != briefing.KindPack || len(list) == 0 {
			continue
		}
		for _, f := range d.Fields {
			r.canvas().Unfocus()
			r.shell.Show("", list[0].Ref(), f.Key)
			if r.canvas().Focused() == nil {
				t.Errorf("%s.%s: no field takes the cursor", d.Kind, f.Key)
			}
		}
	}
}

func TestAValueThatCantBeReadStaysTypedAndTheStoredOneStays(t *testing.T) {
	r := example(t)
	ref := briefing.Ref{Kind: briefing.KindFact, ID: "S20"}
	value := func() string {
		got, err := r.shell.Project().Get(ref)
		if err != nil {
			t.Fatal(err)
		}
		c, _ := got.(*briefing.Fact).Claim()
		return c.Figure.Value.Decimal.String()
	}
	before := value()
	r.shell.Show("", ref, "claims.value")
	r.typeInto("много")
	r.runner.Flush()
	if value() != before {
		t.Errorf("stored %s, was %s", value(), before)
	}
	r.shows("много")
	r.elsewhere()
	r.shell.Show("", ref, "claims.value")
	f := r.fieldWith("много") // it waits where it was typed
	f.SetText("91,5")
	r.runner.Flush()
	if value() != "91.5" {
		t.Errorf("stored %s", value())
	}
}

func (r *rig) fieldWith(text string) *kit.TextField {
	r.t.Helper()
	for _, f := range r.fields() {
		if strings.Contains(f.Text(), text) {
			return f
		}
	}
	r.t.Fatalf("no field holds %q", text)
	return nil
}

func TestTheSearchTakesЁForЕAndAnyField(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.People, briefing.Ref{}, "")
	all := len(r.records(briefing.KindPerson))
	r.fields()[0].SetText("ВОРОБЬЕВ")
	r.shows("найдено 1 из", "Воробьёв")
	r.fields()[0].SetText("习近平")
	r.shows("Си Цзиньпин")
	r.fields()[0].SetText("нет такого")
	r.shows("Ничего не найдено")
	r.fields()[0].SetText("")
	if len(r.records(briefing.KindPerson)) != all {
		t.Error("searching changed the records")
	}
}

func TestWhatIsInUseIsNotDeleted(t *testing.T) {
	r := example(t)
	ref := briefing.Ref{Kind: briefing.KindSource}
	for _, s := range r.records(briefing.KindSource) {
		if len(r.shell.Project().UsedBy(s.Ref())) > 0 {
			ref = s.Ref()
		}
	}
	n := len(r.records(briefing.KindSource))
	r.shell.Show("", ref, "")
	r.press("Удалить")
	r.shows("Запись используется")
	if got := len(r.records(briefing.KindSource)); got != n {
		t.Errorf("%d sources, was %d", got, n)
	}
}

func TestAClaimIsAddedAndChosen(t *testing.T) {
	r := example(t)
	ref := briefing.Ref{Kind: briefing.KindFact, ID: "S20"}
	claims := func() []briefing.Claim {
		got, err := r.shell.Project().Get(ref)
		if err != nil {
			t.Fatal(err)
		}
		return got.(*briefing.Fact).Claims
	}
	n := len(claims())
	r.shell.Show("", ref, "claims") // unfolds them
	r.press("Добавить строку")
	r.runner.Flush()
	got := claims()
	if len(got) != n+1 || got[n].ID == "" {
		t.Fatalf("claims %+v", got)
	}
	seen := map[briefing.ID]bool{}
	for _, c := range got {
		if seen[c.ID] {
			t.Errorf("two claims are called %s", c.ID)
		}
		seen[c.ID] = true
	}
}

// A row that is added below what the window shows comes into sight, with the cursor
// in it.
func TestANewRowIsInSightWithTheCursor(t *testing.T) {
	r := example(t)
	ref := briefing.Ref{Kind: briefing.KindAgreement, ID: r.records(briefing.KindAgreement)[0].Ref().ID}
	r.shell.Show("", ref, "milestones")
	for n := range 4 {
		r.press("Добавить строку")
		focused, ok := r.canvas().Focused().(fyne.CanvasObject)
		if !ok {
			t.Fatalf("row %d: nothing has the cursor", n+1)
		}
		part, whole, there := r.seen(focused)
		if !there || part.Width == 0 || part.Height < min(whole.Height, 20) {
			t.Errorf("row %d: of the field with the cursor %v is seen of %v (%v)", n+1, part, whole, there)
		}
		focused.(fyne.Focusable).TypedRune('а')
		r.runner.Flush()
		got, err := r.shell.Project().Get(ref)
		if err != nil {
			t.Fatal(err)
		}
		list := got.(*briefing.Agreement).Milestones
		if last := list[len(list)-1]; last.Title.RU != "а" {
			t.Errorf("row %d: what is typed stands elsewhere: %+v", n+1, last)
		}
	}
}

func TestRowsFromTheClipboardBecomeRecords(t *testing.T) {
	r := example(t)
	fyne.CurrentApp().Clipboard().SetContent("Показатель\tЗначение\tПериод\tИсточник\nВывоз муки\tоколо 12 тыс. т\t2022\tОтчёт\n")
	n := len(r.records(briefing.KindFact))
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.press("Вставить строки…")
	r.press("Добавить 1")
	if got := len(r.records(briefing.KindFact)); got != n+1 {
		t.Errorf("%d facts, want %d", got, n+1)
	}
	r.shows("Вывоз муки")
}

// TestFactsOfOnePressNoteNameTheirSourceOnce: a source chosen above the list is
// that of new facts, typed or pasted, until it is taken away.
func TestFactsOfOnePressNoteNameTheirSourceOnce(t *testing.T) {
	r := example(t)
	source := r.records(briefing.KindSource)[2].(*briefing.Source)
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.press("Источник по умолчанию…")
	menu, ok := r.canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		t.Fatal("no list of sources")
	}
	for _, c := range source.Title.RU {
		menu.TypedRune(c)
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	added := func(statement string) *briefing.Fact {
		t.Helper()
		for _, x := range r.records(briefing.KindFact) {
			if f := x.(*briefing.Fact); f.Statement.RU == statement {
				return f
			}
		}
		t.Fatalf("no fact %q", statement)
		return nil
	}
	for _, statement := range []string{"вывоз муки", "вывоз крупы"} {
		n := len(r.records(briefing.KindFact))
		r.press("Добавить")
		if len(r.records(briefing.KindFact)) != n {
			t.Error("a fact is stored before anything is typed")
		}
		r.typeInto(statement)
		r.runner.Flush()
		if got := added(statement).Claims; len(got) != 1 || got[0].Source != source.ID {
			t.Errorf("%s: %+v", statement, got)
		}
	}
	r.picture("default-source")
	fyne.CurrentApp().Clipboard().SetContent("Показатель\tЗначение\tПериод\nвывоз отрубей\t12 тыс. т\t2022\n")
	r.press("Вставить строки…")
	r.shows("Источник строк, где он не указан")
	r.press("Добавить 1")
	if got := added("вывоз отрубей").Claims; len(got) != 1 || got[0].Source != source.ID {
		t.Errorf("pasted: %+v", got)
	}
	each(r.top(), func(o fyne.CanvasObject) {
		if c, ok := o.(*kit.FilterChip); ok && strings.HasPrefix(c.Text, "Источник: ") {
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		}
	})
	r.press("Добавить")
	r.typeInto("вывоз солода")
	r.runner.Flush()
	if got := added("вывоз солода").Claims; len(got) != 1 || got[0].Source != "" {
		t.Errorf("after it was taken away: %+v", got)
	}
}

// The shipped groups become records of the project like any other.
func TestShippedGroupsAreTakenOver(t *testing.T) {
	r := example(t)
	for _, g := range r.records(briefing.KindGroup) {
		if err := r.shell.Project().Remove(g.Ref()); err != nil {
			t.Fatal(err)
		}
	}
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.segment("Товарные группы")
	r.press("Группы АПК")
	if got := len(r.records(briefing.KindGroup)); got != 6 {
		t.Fatalf("%d groups", got)
	}
	r.shell.Show("", r.records(briefing.KindGroup)[0].Ref(), "rule")
	r.shows("10 — Злаки", "Экспорт продукции АПК")
	if _, err := r.shell.Project().Undo(); err != nil {
		t.Fatal(err)
	}
	if got := len(r.records(briefing.KindGroup)); got != 0 {
		t.Errorf("%d groups after undo", got)
	}
}
