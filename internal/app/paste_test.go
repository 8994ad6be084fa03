package app_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// example opens the example project in a folder of the test.
func example(t *testing.T) *app.Project {
	t.Helper()
	values, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	w := app.World{
		Now: func() time.Time { return time.Date(2023, 3, 20, 22, 0, 0, 0, time.FixedZone("MSK", 3*3600)) }, User: "Проверка", StateDir: t.TempDir(),
		NewID: func(k briefing.Kind) briefing.ID {
			n++
			return briefing.ID(fmt.Sprintf("%s-new%d", k, n))
		},
	}
	p, err := app.Create(w, filepath.Join(t.TempDir(), "p.briefing"), values)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func TestPastedRowsAreStoredAsOneAction(t *testing.T) {
	p := example(t)
	before, err := p.Journal(10000)
	if err != nil {
		t.Fatal(err)
	}
	in, err := p.ReadPasted(briefing.KindFact, "Показатель\tЗначение\tПериод\tИсточник\r\nВывоз муки\tоколо 90 тыс. т\t2022\tНовый источник\r\nВывоз масла\t12 т\t2022\tДругой источник\r\nВывоз мёда\t1 т\t2022\tНовый источник\r\n", briefing.RU, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.StorePasted(in, []int{0, 2, 2}); err != nil {
		t.Fatal(err)
	}
	after, err := p.Journal(10000)
	if err != nil {
		t.Fatal(err)
	}
	actions, records := map[int64]bool{}, map[string]bool{}
	for _, e := range after[:len(after)-len(before)] {
		actions[int64(e.Action)], records[string(e.Kind)+" "+string(e.Record)] = true, true
	}
	if len(actions) != 1 || len(records) != 3 {
		t.Errorf("%d actions over %v, want one over two facts and their source", len(actions), records)
	}
	r, err := p.Get(in.Rows[0].Record.Ref())
	if err != nil {
		t.Fatal(err)
	}
	f := r.(*briefing.Fact)
	if c, ok := f.Claim(); !ok || c.Figure.Precision != briefing.About || c.Figure.Unit != "thousand-t" || c.Source == "" || f.Status != briefing.Unverified {
		t.Errorf("stored %+v", f)
	}
	for _, e := range briefing.Validate(f) {
		t.Error(e)
	}
	again, err := p.ReadPasted(briefing.KindFact, "Вывоз муки\t90 тыс. т\nНовый факт\t1 т\n", briefing.RU, nil)
	if err != nil {
		t.Fatal(err)
	}
	if again.Rows[0].Offered || again.Rows[0].Same != f.ID || !again.Rows[1].Offered {
		t.Errorf("a fact that is there is offered again: %+v", again.Rows)
	}
}

func TestAProgrammeBelongsToThePacksEvent(t *testing.T) {
	p := example(t)
	in, err := p.ReadPasted(briefing.KindEvent, "21 марта, вторник\t\n10:00–11:30\tПереговоры в узком составе\n18:00\tНеформальная встреча\n", briefing.RU, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Rows) != 2 || !in.Rows[0].Offered || in.Rows[1].Offered {
		t.Fatalf("%+v", in.Rows)
	}
	if err := p.StorePasted(in, []int{0}); err != nil {
		t.Fatal(err)
	}
	p.Read(func(pr *project.Project) {
		e := pr.Find(in.Rows[0].Record.Ref()).(*briefing.Event)
		if e.Parent != pr.Pack.Event || e.When.String() != "2023-03-21" || e.Clock != "10:00/11:30" || e.Note.RU != "" {
			t.Errorf("stored %+v", e)
		}
	})
}

// A programme names people by surname and initials, in either order and however they
// are spaced.
func TestPeopleOfAProgrammeAreFoundByTheirInitials(t *testing.T) {
	p := example(t)
	in, err := p.ReadPasted(briefing.KindEvent, "Дата\tВремя\tМероприятие\tУчастники\n21 марта\t10:00\tПереговоры\tВоробьев А.Ю., Д. Н. Чернышенко, Си Цзиньпин\n21 марта\t12:00\tОбед\tВоробьев А.Я.\n", briefing.RU, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range in.Rows[0].Record.(*briefing.Event).Participants {
		got = append(got, string(x.Person))
	}
	if want := "vorobyov chernyshenko xi-jinping"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q; %+v", got, want, in.Rows[0])
	}
	if n := len(in.Rows[1].Record.(*briefing.Event).Participants); n != 0 || len(in.Rows[1].Problems) == 0 {
		t.Errorf("somebody else is taken for one of them: %+v", in.Rows[1])
	}
}

// The night flight of a pasted programme belongs to it though its day is none of
// the visit's; by itself such a day is anybody's, and so is one further off.
func TestADayBesideTheVisitBelongsToItsProgramme(t *testing.T) {
	for text, want := range map[string]string{
		"21.03.2023\t10:00\tПереговоры\n23.03.2023\t00:45\tВылет\n":    "[visit visit]",
		"19.03.2023\t22:00\tВылет\n20 марта\t10:00\tПереговоры\n":      "[visit visit]",
		"21 марта\t10:00\tПереговоры\n23 марта\t00:45\tВылет\n":        "[visit visit]",
		"23.03.2023\t00:45\tВылет\n":                                   "[]",
		"21.03.2023\t10:00\tПереговоры\n24.03.2023\t10:00\tВыставка\n": "[visit ]",
	} {
		p := example(t)
		in, err := p.ReadPasted(briefing.KindEvent, text, briefing.RU, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []briefing.ID
		for _, r := range in.Rows {
			got = append(got, r.Record.(*briefing.Event).Parent)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

func TestPastedPeopleFollowThoseThatAreThere(t *testing.T) {
	p := example(t)
	last := 0
	p.Read(func(pr *project.Project) {
		for _, x := range pr.People {
			last = max(last, x.Rank)
		}
	})
	in, err := p.ReadPasted(briefing.KindPerson, "Иванов Иван Иванович\tминистр\nПутин Владимир Владимирович\tПрезидент\n", briefing.EN, nil)
	if err != nil {
		t.Fatal(err)
	}
	first := in.Rows[0].Record.(*briefing.Person)
	if first.Rank != last+1 || len(first.Posts) != 1 || in.Rows[1].Same != "putin" {
		t.Errorf("%+v, %+v", first, in.Rows[1])
	}
	if err := p.StorePasted(in, []int{7}); briefing.CodeOf(err) != briefing.CodeUsage {
		t.Errorf("a row that is not there gives %v", err)
	}
}

func TestEveryKindThatCanBePastedIsRead(t *testing.T) {
	p := example(t)
	for _, d := range briefing.Descriptions() {
		_, err := p.ReadPasted(d.Kind, "Один\tдва\n", briefing.RU, nil)
		if (err == nil) != app.CanPaste(d.Kind) {
			t.Errorf("%s: %v", d.Kind, err)
		}
	}
}

// What of a pasted row could not be read as a value is not forgotten in a note: it
// waits in its field, stands on the list of what to do, and a check names it. It goes
// when it is mended and when the record goes.
func TestUnreadValuesOfPastedRowsStayInSight(t *testing.T) {
	p := example(t)
	in, err := p.ReadPasted(briefing.KindFact, "Показатель\tЗначение\tПериод\nЧисло судозаходов\t24 рейса\tвесной\nЧисло предприятий\t14 единиц\t2025\n", briefing.RU, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.StorePasted(in, []int{0, 1}); err != nil {
		t.Fatal(err)
	}
	ref := in.Rows[0].Record.Ref()
	if got := p.Unread(ref); got["claims.value"] != "24 рейса" || got["claims.period"] != "весной" || len(p.Unread(in.Rows[1].Record.Ref())) != 0 {
		t.Errorf("waiting %v", got)
	}
	told := func() (todo, found int) {
		s := p.Standing(briefing.RU)
		for _, x := range s.Todo {
			if x.Ref == ref && strings.HasPrefix(x.Key, "typed:") {
				todo++
			}
		}
		for _, f := range s.Findings {
			if f.Ref == ref && f.Code == "check.49" {
				found++
			}
		}
		return todo, found
	}
	if todo, found := told(); todo != 2 || found != 1 {
		t.Errorf("%d on the list, %d findings", todo, found)
	}
	if err := p.KeepTyped(ref, "claims.value", ""); err != nil {
		t.Fatal(err)
	}
	if todo, _ := told(); todo != 1 {
		t.Errorf("%d on the list when one is mended", todo)
	}
	if err := p.Remove(ref); err != nil {
		t.Fatal(err)
	}
	if todo, _ := told(); todo != 0 {
		t.Errorf("%d on the list when the record is gone", todo)
	}
}
