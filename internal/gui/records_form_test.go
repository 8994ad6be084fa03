package gui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/settings"
)

func s20() briefing.Ref { return briefing.Ref{Kind: briefing.KindFact, ID: "S20"} }

func (r *rig) fact(ref briefing.Ref) *briefing.Fact {
	r.t.Helper()
	got, err := r.shell.Project().Get(ref)
	if err != nil {
		r.t.Fatal(err)
	}
	return got.(*briefing.Fact)
}

// elsewhere changes a record that is not in front.
func (r *rig) elsewhere() {
	r.t.Helper()
	if err := r.shell.Project().Put(&briefing.Commodity{Code: "99", Name: briefing.Text{RU: "Прочее"}}); err != nil {
		r.t.Fatal(err)
	}
}

// list is the list of records on top.
func (r *rig) list() *kit.RecordList {
	r.t.Helper()
	var found *kit.RecordList
	each(r.top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*kit.RecordList); ok && found == nil {
			found = l
		}
	})
	if found == nil {
		r.t.Fatal("there is no list")
	}
	return found
}

// focused is the text field that has the focus.
func (r *rig) focused() *kit.TextField {
	r.t.Helper()
	for _, f := range r.fields() {
		if f.Focusable() == r.canvas().Focused() {
			return f
		}
	}
	r.t.Fatal("no text field has the focus")
	return nil
}

func TestWhatIsTypedIsNotRewrittenUnderTheCaret(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "claims.period")
	f := r.focused()
	f.SetText("2021")
	r.runner.Flush()
	if c, _ := r.fact(s20()).Claim(); c.Period != briefing.Year(2021) {
		t.Fatalf("stored %v", c.Period)
	}
	r.elsewhere()
	if f.Text() != "2021" {
		t.Errorf("the field now reads %q", f.Text())
	}
	r.canvas().Unfocus()
	if got := plain(f.Text()); got != "2021 год" {
		t.Errorf("after it was left the field reads %q", got)
	}
}

func TestAValueThatCantBeReadOutlivesAChangeElsewhere(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "claims.value")
	f := r.focused()
	before := f.Text()
	f.SetText("много")
	r.elsewhere()
	if f.Text() != "много" {
		t.Errorf("the field now reads %q", f.Text())
	}
	r.shows("много", "Это не число")
	if got := f.Size().Height; got != kit.ButtonHeight {
		t.Errorf("the sentence leaves the field %v of height", got)
	}
	r.shell.Show("", r.records(briefing.KindFact)[0].Ref(), "")
	if f.Text() == "много" {
		t.Error("another record shows the words")
	}
	r.shell.Show("", s20(), "")
	if f.Text() != "много" {
		t.Errorf("shown again the field reads %q", f.Text())
	}
	r.shows("Это не число")
	path := r.shell.Project().Path
	again := newRig(t, "")
	again.world.StateDir = r.world.StateDir
	if err := r.shell.Project().Save(); err != nil {
		t.Fatal(err)
	}
	other, err := app.Open(again.world, path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	if got := other.Unread(s20())["claims.value"]; got != "много" {
		t.Errorf("the file keeps %q", got)
	}
	f.SetText(before)
	r.runner.Flush()
	if got := r.shell.Project().Unread(s20()); len(got) != 0 {
		t.Errorf("mended, and still waiting: %v", got)
	}
}

func TestANewRecordStaysWhileTheProjectChanges(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	n := len(r.records(briefing.KindMessage))
	r.press("Добавить")
	r.elsewhere()
	r.typeInto("Новый тезис")
	r.runner.Flush()
	list := r.records(briefing.KindMessage)
	if len(list) != n+1 || list[n].(*briefing.Message).Title.RU != "Новый тезис" {
		t.Errorf("%d messages, was %d; the last is %+v", len(list), n, list[len(list)-1])
	}
}

func TestAChangeFromElsewhereIsShown(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "statement")
	f := r.focused()
	fact := r.fact(s20())
	fact.Statement.RU = "Вывоз по новым сведениям"
	if err := r.shell.Project().Put(fact); err != nil {
		t.Fatal(err)
	}
	if f.Text() != fact.Statement.RU {
		t.Errorf("the field reads %q", f.Text())
	}
}

func TestTheListIsWorkedFromTheKeyboard(t *testing.T) {
	r := example(t)
	var free briefing.Ref
	for _, x := range r.records(briefing.KindFact) {
		if len(r.shell.Project().UsedBy(x.Ref())) == 0 && len(r.fact(x.Ref()).Parents) == 0 {
			free = x.Ref()
			break
		}
	}
	r.shell.Show("", free, "")
	n := len(r.records(briefing.KindFact))
	l := r.list()
	r.canvas().Focus(l)
	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault})
	if got := len(r.records(briefing.KindFact)); got != n+1 {
		t.Errorf("after Ctrl+D %d facts, want %d", got, n+1)
	}
	r.shell.Show("", free, "")
	r.canvas().Focus(l)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := len(r.records(briefing.KindFact)); got != n {
		t.Errorf("after Delete %d facts, want %d", got, n)
	}
	if _, err := r.shell.Project().Get(free); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("the record that was chosen is still there: %v", err)
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.focused() == nil {
		t.Error("Enter does not lead into the form")
	}
	fyne.CurrentApp().Clipboard().SetContent("Показатель\tЗначение\tПериод\tИсточник\nВывоз муки\tоколо 12 тыс. т\t2022\tОтчёт\n")
	r.canvas().Focus(l)
	l.TypedShortcut(&fyne.ShortcutPaste{})
	r.shows("Вывоз муки")
}

func TestRowsAreCopiedAndTakenOut(t *testing.T) {
	r := example(t)
	fact := r.fact(s20())
	n := len(fact.Claims)
	fact.Chosen = fact.Claims[0].ID
	if err := r.shell.Project().Put(fact); err != nil {
		t.Fatal(err)
	}
	r.shell.Show("", s20(), "claims")
	if r.canvas().Focused() == nil {
		t.Error("the list of claims does not take the cursor")
	}
	r.press("Создать копию строки")
	r.runner.Flush()
	got := r.fact(s20()).Claims
	if len(got) != n+1 || got[n].Figure != got[0].Figure || got[n].Source != got[0].Source || got[n].ID == got[0].ID {
		t.Fatalf("after copying the first claim: %+v", got)
	}
	r.press("Убрать строку")
	r.runner.Flush()
	left := r.fact(s20())
	if len(left.Claims) != n || left.Claims[n-1].ID != got[n].ID {
		t.Errorf("after taking the first out: %+v", left.Claims)
	}
	if left.Chosen != "" {
		t.Errorf("%q is still chosen", left.Chosen)
	}
}

func TestTextsShowTheLanguageOfContents(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "statement")
	f := r.focused()
	fact := r.fact(s20())
	r.segment("EN")
	if f.Text() != fact.Statement.EN {
		t.Errorf("the field reads %q, want %q", f.Text(), fact.Statement.EN)
	}
}

func TestAProjectThatIsOnlyReadIsLocked(t *testing.T) {
	r := newRig(t, "")
	path := filepath.Join(r.dir, "held.briefing")
	pr, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	p, err := app.Create(r.world, path, pr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	second := newRig(t, path)
	if second.shell.Project() == nil || !second.shell.Project().State().ReadOnly {
		t.Fatal("a project that is held elsewhere is not opened for reading")
	}
	second.shell.Show("", s20(), "claims.value")
	for _, f := range second.fields()[1:] { // the first one searches
		if !f.Disabled() {
			t.Errorf("the field with %q can be typed in", f.Text())
		}
	}
	for _, name := range []string{"Добавить", "Создать копию", "Удалить"} {
		if b, ok := second.find(name).(*kit.Button); !ok || !b.Disabled() {
			t.Errorf("%s is not switched off", name)
		}
	}
}

func TestTheFormHasRoomInANarrowWindow(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "")
	for _, w := range []float32{kit.NavFoldedWidth + 760, 1440} {
		r.shell.Window().Resize(fyne.NewSize(w, 900))
		list := r.list().Size().Width
		if room := r.canvas().Size().Width - list; list < 200 || room < 480 {
			t.Errorf("%v wide: the list has %v, what is left %v", w, list, room)
		}
	}
}

func TestUnfoldedFormsHaveAllTheirWords(t *testing.T) {
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		r := example(t)
		if err := r.settings.Change(func(s *settings.Settings) { s.Lang = l }); err != nil {
			t.Fatal(err)
		}
		r.shell.Reload()
		for _, d := range briefing.Descriptions() {
			list := r.records(d.Kind)
			if _, shown := kinds()[d.Kind]; !shown || len(list) == 0 {
				continue
			}
			for _, f := range d.Fields {
				r.shell.Show("", list[0].Ref(), f.Key)
			}
			for _, c := range d.Lists {
				r.shell.Show("", list[0].Ref(), c.Key)
			}
			if all := r.texts(); strings.Contains(all, "⟨") {
				t.Errorf("%s, %s: a text is missing in: %s", l, d.Kind, all)
			}
		}
	}
}

func TestEventsStandInTheOrderOfWhatIsKnownOfThem(t *testing.T) {
	r := example(t)
	for title, when := range map[string]string{"Первое": "..2001-05-01", "Второе": "2001-06", "Последнее": "2099-01-01"} {
		e := &briefing.Event{Title: briefing.Text{RU: "Порядок: " + title}, When: briefing.Per(when)}
		if err := r.shell.Project().Put(e); err != nil {
			t.Fatal(err)
		}
	}
	r.shell.Show(screen.Events, briefing.Ref{}, "")
	r.fields()[0].SetText("порядок:")
	all := r.texts()
	at := func(s string) int { return strings.Index(all, "Порядок: "+s) }
	if at("Первое") < 0 || at("Первое") > at("Второе") || at("Второе") > at("Последнее") {
		t.Errorf("the order is wrong in: %s", all)
	}
}

// A code says little to who types it: its name stands under the field.
func TestCodesAreNamedAsTheyAreTyped(t *testing.T) {
	r := example(t)
	r.shell.Show("", s20(), "codes")
	f := r.focused()
	f.SetText("02 0207141000 77")
	r.shows("02 — Мясо и пищевые субпродукты", "0207141000 — из 02 «Мясо и пищевые субпродукты»", "77 — такого кода в справочниках нет")
	f.SetText("10")
	r.shows("10 — Злаки")
	r.runner.Flush()
	if got := r.fact(s20()).Codes; got != "10" {
		t.Errorf("stored %q", got)
	}
}

// The menu of a record: by the other button of the mouse or the menu key.
func TestTheMenuOfARecord(t *testing.T) {
	r := example(t)
	r.shell.Show("", briefing.Ref{Kind: briefing.KindMessage, ID: r.records(briefing.KindMessage)[0].Ref().ID}, "")
	n := len(r.records(briefing.KindMessage))
	l := r.list()
	r.canvas().Focus(l)
	choose := func(item string) {
		t.Helper()
		r.canvas().Focus(l)
		l.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
		r.shows("Открыть", "Копировать", "Создать копию", "Удалить")
		r.press(item)
	}
	choose("Создать копию")
	if got := len(r.records(briefing.KindMessage)); got != n+1 {
		t.Errorf("%d messages after a copy, want %d", got, n+1)
	}
	choose("Копировать")
	if got := fyne.CurrentApp().Clipboard().Content(); got == "" {
		t.Error("nothing was copied")
	}
	choose("Удалить")
	if got := len(r.records(briefing.KindMessage)); got != n {
		t.Errorf("%d messages after the deletion, want %d", got, n)
	}
}

// An answer is offered to a question only; what was typed as one for another
// kind stays in sight and says that it isn't printed.
func TestATextIsOfferedWhereItIsPrinted(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	point := &briefing.Message{Kind: "key-message", Title: briefing.Text{RU: "Проба"}, Body: briefing.Text{RU: "Текст"}}
	asked := &briefing.Message{Kind: "qa", Title: briefing.Text{RU: "Вопрос"}, Answer: briefing.Text{RU: "Ответ готов"}}
	stray := &briefing.Message{Kind: "key-message", Title: briefing.Text{RU: "Забытое"}, Answer: briefing.Text{RU: "Ответ не туда"}}
	for _, m := range []*briefing.Message{point, asked, stray} {
		if err := p.Put(m); err != nil {
			t.Fatal(err)
		}
	}
	const unprinted = "Не печатается"
	labels := func() (body, answer bool) {
		for _, line := range strings.Split(r.texts(), "\n") {
			body, answer = body || line == "Текст", answer || line == "Ответ"
		}
		return body, answer
	}
	r.shell.Show("", point.Ref(), "title")
	if body, answer := labels(); !body || answer || strings.Contains(r.texts(), unprinted) {
		t.Errorf("a key message is offered: text %v, answer %v", body, answer)
	}
	r.shell.Show("", asked.Ref(), "title")
	if body, answer := labels(); body || !answer || strings.Contains(r.texts(), unprinted) {
		t.Errorf("a question is offered: text %v, answer %v", body, answer)
	}
	r.shell.Show("", stray.Ref(), "title")
	r.shows("Ответ", "Ответ не туда", unprinted)
	f := r.fieldWith("Ответ не туда")
	f.SetText("")
	r.runner.Flush()
	r.shell.Show("", point.Ref(), "title")
	r.shell.Show("", stray.Ref(), "title")
	if _, answer := labels(); answer || strings.Contains(r.texts(), unprinted) {
		t.Error("an answer that was taken away is still offered")
	}
}

// The list says of a fact whose sources differ that a choice is due, and what
// they say; one of them does not stand there as if it were the fact.
func TestTheListSaysThatAChoiceIsDue(t *testing.T) {
	r := example(t)
	fact := &briefing.Fact{
		Statement: briefing.Text{RU: "Вывоз пшеницы"}, Status: briefing.Confirmed, Place: briefing.PlacePack,
		Claims: []briefing.Claim{
			{Figure: briefing.Figure{Value: briefing.SomeNum("2.94"), Unit: "million-t", Precision: briefing.About}, Period: briefing.Year(2025)},
			{Figure: briefing.Figure{Value: briefing.SomeNum("3.1"), Unit: "million-t"}, Period: briefing.Year(2025)},
		},
	}
	fact.NameClaims()
	if err := r.shell.Project().Put(fact); err != nil {
		t.Fatal(err)
	}
	r.shell.Show("", fact.Ref(), "")
	r.shows("выберите значение · около 2,94 млн т / 3,1 млн т")
	r.picture("choice-due")
	fact.Chosen = fact.Claims[1].ID
	if err := r.shell.Project().Put(fact); err != nil {
		t.Fatal(err)
	}
	if words := r.texts(); strings.Contains(words, "выберите значение") {
		t.Errorf("a choice was made: %s", words)
	}
}

// A quotation without a title is called by the beginning of its text.
func TestAQuotationWithoutATitleHasANameInTheList(t *testing.T) {
	r := example(t)
	m := &briefing.Message{Kind: "quotation", Body: briefing.Text{RU: "Мы готовы покупать больше российского зерна."}}
	if err := r.shell.Project().Put(m); err != nil {
		t.Fatal(err)
	}
	r.shell.Show("", m.Ref(), "")
	found := false
	for _, x := range r.records(briefing.KindMessage) {
		found = found || x.Ref() == m.Ref()
	}
	if !found || !strings.Contains(r.texts(), "Мы готовы покупать больше") || strings.Contains(r.texts(), "без названия") {
		t.Errorf("the list: %s", r.texts())
	}
}
