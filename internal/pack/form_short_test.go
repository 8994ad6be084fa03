package pack_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/typeset"
)

// The short forms are in the language asked for: names in other scripts and
// the figures for the interpreter apart.
func TestShortFormsAreInTheirLanguage(t *testing.T) {
	p := demoProject(t)
	for _, form := range []string{pack.FormFactsheet, pack.FormAnswers} {
		for line := range strings.Lines(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN, Form: form}))) {
			if strings.Contains(line, "⟨") || strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) && !strings.Contains(line, "习近平") && !strings.Contains(line, "周乃翔") {
				t.Errorf("%s: %s", form, line)
			}
		}
	}
}

// A card is for those who speak, answers for those who are asked.
func TestFormsAreForTheirReaders(t *testing.T) {
	p := demoProject(t)
	tests := []struct {
		form string
		who  briefing.Audience
		code briefing.Code
	}{
		{pack.FormFactsheet, briefing.Partner, ""},
		{pack.FormCard, briefing.Interpreter, ""},
		{pack.FormCard, briefing.Partner, briefing.CodeUsage},
		{pack.FormAnswers, briefing.Interpreter, briefing.CodeUsage},
		{pack.FormAnswers, briefing.Partner, briefing.CodeUsage},
		{pack.FormCompiler, briefing.Leader, briefing.CodeUsage},
	}
	for _, tt := range tests {
		_, err := pack.Build(project.Take(p, project.Options{Audience: tt.who}), nil, pack.Options{Lang: briefing.RU, Form: tt.form})
		if briefing.CodeOf(err) != tt.code {
			t.Errorf("%s for %s: %v", tt.form, tt.who, err)
		}
	}
	out := dump(build(t, p, briefing.Partner, pack.Options{Lang: briefing.EN, Form: pack.FormFactsheet}))
	if strings.Contains(out, "To be clarified") {
		t.Error("the partner's factsheet says what is to be clarified")
	}
}

// What a short form has no room for is counted, and a state is a state with its
// date, never a date alone.
func TestShortFormsCountWhatTheyLeaveOut(t *testing.T) {
	p := demoProject(t)
	p.People, p.Agreements = nil, nil
	for i := range 8 {
		id := briefing.ID("m" + itoa(i))
		p.People = append(p.People, &briefing.Person{ID: id, Rank: i + 1, Country: "CN", Name: briefing.Text{RU: "Ли " + itoa(i), EN: "Li " + itoa(i), ZH: "李" + itoa(i)}})
		a := &briefing.Agreement{ID: id, Title: briefing.Text{RU: "Меморандум " + itoa(i), EN: "Memorandum", ZH: "备忘录"}, Status: "signed", Signed: briefing.Per("2019-05")}
		if i == 1 {
			a.Status, a.Signed = "preparing", briefing.Period{}
		}
		p.Agreements = append(p.Agreements, a)
	}
	for form, want := range map[string][]string{
		pack.FormCard:      {"Ли 2", "и ещё 5."},
		pack.FormFactsheet: {"Ли 1", "и ещё 6.", "Меморандум 0 | подписано, май 2019 г.", "Меморандум 1 | готовится\n", "· и ещё 4 |"},
	} {
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: form})
		if all := plain(dump(d)); !strings.Contains(all, "Ли 7") || strings.Contains(all, "и ещё") {
			t.Errorf("%s counts before it is known that there is no room:\n%s", form, all)
		}
		d.Sections[0].Blocks = d.Sections[0].Tighter[len(d.Sections[0].Tighter)-1]
		out := plain(dump(d))
		for _, s := range want {
			if !strings.Contains(out, s) {
				t.Errorf("%s lacks %q", form, s)
			}
		}
		if t.Failed() {
			t.Log(out)
		}
	}
}

// A form that there is nothing for is refused, not printed blank.
func TestAnEmptyShortFormIsRefused(t *testing.T) {
	s := project.Take(&project.Project{}, project.Options{Audience: briefing.Leader})
	for _, form := range []string{pack.FormFactsheet, pack.FormCard, pack.FormAnswers} {
		if _, err := pack.Build(s, nil, pack.Options{Lang: briefing.RU, Form: form}); briefing.CodeOf(err) != briefing.CodeEmptyForm {
			t.Errorf("%s: %v", form, err)
		}
	}
}

// The card is A6 and carries no numbers of sources: there is no register.
func TestTheCardCitesNothing(t *testing.T) {
	d := build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormCard})
	if d.Page != document.A6() {
		t.Errorf("page %+v", d.Page)
	}
	if out := dump(d); strings.Contains(out, "[1]") || !strings.Contains(out, "亿") {
		t.Error(out)
	}
}

// The figures of what is to be said stand on the card in the second language too,
// also those that are no headlines of the pack.
func TestTheCardHasTheFiguresOfItsPointsInTwoLanguages(t *testing.T) {
	p := demoProject(t)
	name := briefing.Text{RU: "Туристы", EN: "Tourists", ZH: "游客"}
	p.Facts = append(p.Facts, &briefing.Fact{
		ID: "people", Statement: name, Product: name, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack, Nature: "fact", Chosen: "a",
		Claims: []briefing.Claim{{ID: "a", Source: p.Sources[0].ID, Period: briefing.Year(2022), Figure: briefing.Figure{Value: briefing.SomeNum("152999"), Unit: "person"}}},
	})
	for _, m := range p.Messages {
		if m.Kind == "talking-point" && m.Use == briefing.Aloud {
			m.Body = briefing.Text{RU: "Приехало {people}.", EN: "{people} came.", ZH: "来访{people}。"}
			break
		}
	}
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormCard})))
	if !strings.Contains(out, "| 152 999 человек | 15.2999万人") {
		t.Error(out)
	}
}

// The partner's page names our people, not his own, and does not tell him what
// we call him; nor do the programme's tables remind him of what is late or open.
func TestThePartnersFormsAreWrittenForHim(t *testing.T) {
	p := demoProject(t)
	p.People = []*briefing.Person{
		{ID: "ours", Country: p.Pack.Reporter, Name: briefing.Text{RU: "Иванов Иван", EN: "Ivan Ivanov", ZH: "伊万诺夫"}},
		{ID: "theirs", Country: p.Pack.Partner, Name: briefing.Text{RU: "Чэнь Цзяньхуа", EN: "Chen Jianhua", ZH: "陈建华"}},
	}
	for who, want := range map[briefing.Audience]string{briefing.Leader: "Чэнь", briefing.Partner: "Иванов"} {
		out := plain(dump(build(t, p, who, pack.Options{Lang: briefing.RU, Form: pack.FormFactsheet})))
		_, line, ok := strings.Cut(out, "Собеседники: ")
		if !ok || !strings.HasPrefix(line, want) {
			t.Errorf("%s: %.80q", who, line)
		}
		if strings.Contains(out, "Для кого") != (who == briefing.Leader) {
			t.Errorf("%s: whom it is for\n%s", who, out)
		}
	}
}

// The sources of a factsheet are those of what is on it, in each arrangement.
func TestAFactsheetNamesTheSourcesOfWhatIsOnIt(t *testing.T) {
	d := build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormFactsheet})
	s := d.Sections[0]
	if len(s.Tighter) < 4 {
		t.Fatalf("%d arrangements", len(s.Tighter))
	}
	for i, blocks := range append([][]document.Block{s.Blocks}, s.Tighter...) {
		sheet := *d
		sheet.Sections = []document.Section{{Blocks: blocks}}
		out := plain(dump(&sheet))
		at := strings.LastIndex(out, "Источники: [1]")
		if at < 0 {
			t.Fatalf("arrangement %d has no sources\n%s", i, out)
		}
		for n := 1; n < 40; n++ {
			label := "[" + itoa(n) + "]"
			if strings.Contains(out[:at], label) != strings.Contains(out[at:], label) {
				t.Errorf("arrangement %d: %s\n%s", i, label, out)
			}
		}
	}
}

// The card has all that may be said as far as there is room, and counts the rest.
func TestTheCardHasAsMuchAsThereIsRoomFor(t *testing.T) {
	said := func(n int) string {
		p := demoProject(t)
		p.Messages = nil
		for i := range n {
			text := fmt.Sprintf("Пункт %02d", i+1)
			p.Messages = append(p.Messages, &briefing.Message{
				ID: briefing.ID(fmt.Sprintf("m%d", i)), Kind: "talking-point", Order: i, Use: briefing.Aloud,
				Body: briefing.Text{RU: text, EN: text, ZH: text},
			})
		}
		pages, err := pdf.Pages(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormCard}))
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) != 2 {
			t.Errorf("%d messages: a card of %d pages", n, len(pages))
		}
		var out strings.Builder
		for i := range pages {
			out.WriteString(typeset.Dump(pages[i : i+1]))
		}
		return strings.ReplaceAll(out.String(), `\u00a0`, " ")
	}
	if out := said(7); !strings.Contains(out, "Пункт 07") || strings.Contains(out, "Пункт 08") {
		t.Errorf("seven messages have room:\n%s", out)
	}
	out := said(60)
	kept := 0
	for i := range 60 {
		if strings.Contains(out, fmt.Sprintf("Пункт %02d", i+1)) {
			kept++
		}
	}
	if kept < 5 || kept == 60 || !strings.Contains(out, fmt.Sprintf("и ещё %d", 60-kept)) {
		t.Errorf("%d of sixty messages, and the rest is not counted:\n%s", kept, out)
	}
}
