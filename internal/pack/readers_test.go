package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// What the house wrote for itself is not told to the other side: it is cited
// neither by number nor in the register, in whatever form, and what stands on it
// alone is not there.
func TestThePartnerIsNotToldOfTheCompilersNote(t *testing.T) {
	p := demoProject(t)
	for _, l := range briefing.Langs() {
		for _, form := range []string{pack.FormPack, pack.FormFactsheet} {
			d := build(t, p, briefing.Partner, pack.Options{Lang: l, Form: form})
			out := plain(dump(d))
			for _, s := range p.Sources {
				if s.Kind == "note" && (strings.Contains(out, s.Title.In(l)) || strings.Contains(out, " "+s.Publisher.In(l)+" |")) {
					t.Errorf("%s, %s: names %q", l, form, s.Title.In(l))
				}
			}
			for line := range strings.Lines(out) { // another source says more than 280
				if strings.Contains(line, "| 283.5 |") && strings.Contains(line, "[") || strings.Contains(line, "| 283,5 |") && strings.Contains(line, "[") {
					t.Errorf("%s, %s: cites for the note's figure who says something else: %s", l, form, line)
				}
			}
			for _, s := range d.Sections {
				if (s.Key == "points" || s.Key == "sources") && s.Deck != "" {
					t.Errorf("%s, %s: promises a source of each number: %s", l, form, s.Deck)
				}
			}
		}
	}
	if out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})); !strings.Contains(out, "Записка к визиту") {
		t.Error("the leader's register lacks the note")
	}
}

// Where nothing is left to be cited the register goes, its number with it, and
// nothing points at it.
func TestNoNumberIsLeftOutWhereTheRegisterGoes(t *testing.T) {
	p := demoProject(t)
	for _, s := range p.Sources {
		s.Kind = "oral"
	}
	for _, e := range p.Events { // or they would go with their sources
		e.Sources = nil
	}
	for _, m := range p.People {
		m.Sources = nil
	}
	d := build(t, p, briefing.Partner, pack.Options{Lang: briefing.RU})
	last := ""
	for _, s := range d.Sections {
		if s.Key == "sources" {
			t.Fatal("a register of nothing")
		}
		if s.Level == 1 && s.Number != "" {
			if last != "" && s.Number != next(last) {
				t.Errorf("section %s after %s", s.Number, last)
			}
			last = s.Number
		}
		for _, b := range s.Blocks {
			if k, ok := b.(document.KeyFigures); ok && strings.TrimSpace(k.After) != "" {
				t.Errorf("points at %q", k.After)
			}
		}
	}
	if last == "" {
		t.Error("no sections")
	}
}

func next(n string) string {
	if n == "9" {
		return "10"
	}
	return string(n[0] + 1)
}

// A heading that tells things apart stands over several of them only.
func TestOneQuantityHasNoHeadingThatTellsItApart(t *testing.T) {
	p := demoProject(t)
	heading := "Разные величины"
	if out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})); !strings.Contains(out, heading) {
		t.Fatal("the leader has three quantities")
	}
	out := dump(build(t, p, briefing.Partner, pack.Options{Lang: briefing.RU}))
	if strings.Contains(out, heading) || !strings.Contains(out, "отгружается за период") {
		t.Error(out)
	}
}

// Under the factsheet stand the sources of what is on it, and no others.
func TestTheFactsheetListsWhatItShows(t *testing.T) {
	out := plain(dump(build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormFactsheet})))
	body, list, ok := strings.Cut(out, "\n¶ Источники: ")
	if !ok {
		t.Fatal(out)
	}
	for part := range strings.SplitSeq(strings.TrimSpace(list), "; ") {
		label, _, _ := strings.Cut(part, " ")
		if strings.HasPrefix(label, "[") && !strings.Contains(body, label) {
			t.Errorf("%s is listed and not cited", part)
		}
	}
	if n := strings.Count(list, "["); n < 3 {
		t.Errorf("%d sources: %s", n, list)
	}
}

// The compiler's order of use says what may be said, not when it was.
func TestTheOrderOfUseSaysWhatItIsAbout(t *testing.T) {
	d := build(t, demoProject(t), briefing.Compiler, pack.Options{Lang: briefing.RU, Form: pack.FormCompiler})
	tables(d, func(s document.Section, table document.Table) {
		if s.Key != "use" {
			return
		}
		for _, r := range table.Rows {
			if r.Kind != document.GroupRow && (len(r.Cells) != 3 || r.Cells[1].Text == "" && len(r.Cells[1].Runs) == 0) {
				t.Errorf("%+v", r)
			}
		}
	})
}

// The interpreter gets what will be said: talking points, quotations, figures
// in 万 and 亿, names (pack.md §1); the leader's messages are not said.
func TestTheInterpreterGetsWhatIsSaid(t *testing.T) {
	p := demoProject(t)
	d := build(t, p, briefing.Interpreter, pack.Options{Lang: briefing.RU})
	out := plain(dump(d))
	told := map[string]bool{}
	for _, m := range p.Messages {
		text := m.Title.RU
		if m.Kind == "quotation" {
			text = m.Body.RU
		}
		switch m.Kind {
		case "key-message", "open-question", "qa", "press-line":
			if strings.Contains(out, ". "+text+" | ") {
				t.Errorf("%s: %s", m.Kind, text)
			}
		case "quotation":
			told[m.Kind] = told[m.Kind] || strings.Contains(out, text)
		case "talking-point":
			told[m.Kind] = told[m.Kind] || strings.Contains(out, "работу по нему продолжаем вместе")
		}
	}
	for _, s := range d.Sections { // statistics with their charts and formulas are for who decides
		if s.Key == "trade" || s.Key == "structure" {
			t.Errorf("has the section %s", s.Key)
		}
		if strings.Contains(out, "Формула |") {
			t.Error("has formulas")
		}
		for _, block := range s.Blocks {
			if _, chart := block.(document.Chart); chart {
				t.Errorf("%s has a chart", s.Key)
			}
		}
		if s.Key != "sources" {
			continue
		}
		for _, block := range s.Blocks {
			for _, row := range block.(document.Table).Rows {
				if row.Cells[len(row.Cells)-1].Text == "" {
					t.Errorf("the register has a source that nothing cites: %+v", row.Cells[2])
				}
			}
		}
	}
	if !told["quotation"] || !told["talking-point"] || !strings.Contains(out, "亿") || !strings.Contains(out, "周乃翔") {
		t.Errorf("%v\n%s", told, out)
	}
}

// A pack for the interpreter or the compiler says so on its cover, in the foot of
// its pages and among its properties, in whatever form; that of the leader needs no
// mark, and to the other side it would be a word of ours.
func TestAPackSaysForWhomInTheHouseItIs(t *testing.T) {
	marks := map[briefing.Lang]map[briefing.Audience]string{
		briefing.RU: {briefing.Interpreter: "для переводчика", briefing.Compiler: "для составителя"},
		briefing.EN: {briefing.Interpreter: "for the interpreter", briefing.Compiler: "for the compiler"},
		briefing.ZH: {briefing.Interpreter: "译员用", briefing.Compiler: "编制人用"},
	}
	for l, of := range marks {
		for _, who := range briefing.Audiences() {
			d := build(t, demoProject(t), who, pack.Options{Lang: l})
			cover := d.Sections[0].Blocks[0].(document.Cover).Kicker
			for _, other := range briefing.Audiences() {
				mark := of[other]
				for where, text := range map[string]string{"title": d.Title, "foot": d.FootLeft, "short foot": d.FootIssue, "cover": cover} {
					if mark != "" && strings.Contains(text, mark) != (who == other) {
						t.Errorf("%s, %v: the %s is %q", l, who, where, text)
					}
				}
			}
			if who == briefing.Partner {
				for _, word := range []string{"партнёру", "для партнёра", "for the partner", "合作方用"} {
					if strings.Contains(strings.ToLower(d.Title+d.FootLeft+cover+d.Keywords), word) {
						t.Errorf("%s: the partner's copy says %q", l, word)
					}
				}
			}
		}
	}
}
