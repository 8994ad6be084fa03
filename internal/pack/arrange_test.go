package pack_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

func keys(d *document.Document) string {
	var out []string
	for _, s := range d.Sections {
		out = append(out, s.Key)
	}
	return strings.Join(out, " ")
}

func TestSectionsComeInTheOrderSet(t *testing.T) {
	usual := keys(build(t, demoProject(t), briefing.Leader, pack.Options{Lang: briefing.RU}))
	for setting, want := range map[string]string{
		"":                          usual,
		"people event":              strings.NewReplacer("event", "people", "people", "event").Replace(usual),
		"hub trade":                 strings.NewReplacer("trade", "hub", "hub", "trade").Replace(usual),
		"cover":                     usual,
		"summary cover нечто":       usual,
		"people event -people":      strings.Replace(usual, " people", "", 1),
		"annex reference -glossary": "",
	} {
		p := demoProject(t)
		p.Pack.Sections = setting
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		got := keys(d)
		if want != "" && got != want {
			t.Errorf("%q: %s\nwant %s", setting, got, want)
		}
		if want == "" && (strings.Index(got, "annex") > strings.Index(got, "reference trade") || !strings.Contains(got, "reference trade")) {
			t.Errorf("%q: %s", setting, got)
		}
		// Numbers follow the order.
		n := 0
		for _, s := range d.Sections {
			if s.Level == 1 && !s.Silent {
				if n++; s.Number != strconv.Itoa(n) {
					t.Errorf("%q: section %s has number %s, want %d", setting, s.Key, s.Number, n)
				}
			}
		}
	}
}

// A brief section keeps its first table, and the numbers of tables go on.
func TestABriefSectionLeavesNoGapInNumbers(t *testing.T) {
	p := demoProject(t)
	whole := build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN})
	p.Pack.Sections = "event=brief annex=brief trade=brief"
	short := build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN})
	labels := func(d *document.Document) (out []string) {
		var walk func([]document.Block)
		walk = func(list []document.Block) {
			for _, b := range list {
				switch v := b.(type) {
				case document.Table:
					if v.Label != "" {
						out = append(out, v.Label)
					}
				case document.Columns:
					walk(v.Left)
					walk(v.Right)
				}
			}
		}
		for _, s := range d.Sections {
			walk(s.Blocks)
		}
		return out
	}
	a, b := labels(whole), labels(short)
	if len(b) >= len(a) {
		t.Fatalf("%d tables, whole %d", len(b), len(a))
	}
	for i, l := range b {
		if n := slices.Index(b, l); n != i {
			t.Errorf("%s stands twice", l)
		}
	}
	if strings.Join(b, " ") != strings.Join(inRow(b), " ") {
		t.Errorf("%v", b)
	}
}

// What a brief section leaves out takes its line of sources and its heading along.
func TestABriefSectionLeavesNoLineOfSourcesBehind(t *testing.T) {
	p := demoProject(t)
	p.Pack.Sections = "trade=brief structure=brief hub=brief annex=brief"
	lines := 0
	for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
		for i, b := range s.Blocks {
			switch b := b.(type) {
			case document.Paragraph:
				if b.Style != document.SourceLine {
					continue
				}
				lines++
				if i == 0 {
					t.Errorf("%s begins with a line of sources", s.Key)
				} else if _, ok := s.Blocks[i-1].(document.Columns); !ok {
					t.Errorf("%s: %v stands under %T", s.Key, b.Runs, s.Blocks[i-1])
				}
			case document.Heading:
				if i+1 == len(s.Blocks) {
					t.Errorf("%s: nothing stands under %q", s.Key, b.Text)
				}
			}
		}
	}
	if lines == 0 {
		t.Error("no line of sources is left at all")
	}
}

// inRow is what the labels are when none is left out.
func inRow(labels []string) []string {
	out := slices.Clone(labels)
	n, a := 0, 0
	for i, l := range labels {
		if strings.Contains(l, "A.") {
			a++
			out[i] = "Table A." + strconv.Itoa(a)
		} else {
			n++
			out[i] = "Table " + strconv.Itoa(n)
		}
	}
	return out
}

func TestASectionWrittenByHand(t *testing.T) {
	p := demoProject(t)
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "own", Kind: "section", Order: 1, Sources: []briefing.ID{"tass"},
		Title: briefing.Text{RU: "Справка о выставке", EN: "On the fair"},
		Body:  briefing.Text{RU: "Поставлено **{S20}** за год,\nпо *записке*.\n\n# Участники\n- первый 2 * 3\n- второй **\n\nКонец.", EN: "Text with {none}."},
	})
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
	i := slices.IndexFunc(d.Sections, func(s document.Section) bool { return s.Key == pack.OwnKey("own") })
	if i < 0 {
		t.Fatal(keys(d))
	}
	s := d.Sections[i]
	got := plain(dump(&document.Document{Lang: briefing.RU, Sections: []document.Section{s}}))
	want := "\n== " + s.Number + " Справка о выставке [text-own]\n¶ Поставлено {S20:около 90 тыс. т} за год, по записке. [1]\n# Участники\n¶ первый 2 * 3\n¶ второй **\n¶ Конец. [2]\n"
	if got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
	runs := s.Blocks[0].(document.Paragraph).Runs
	if !slices.ContainsFunc(runs, func(r document.Run) bool { return r.Bold && r.Origin != nil }) || !slices.ContainsFunc(runs, func(r document.Run) bool { return r.Italic && r.Text == "записке" }) {
		t.Errorf("%+v", runs)
	}
	// A text that names a figure which is not there is left out, and for others
	// than the house there is no such section.
	if k := keys(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN})); strings.Contains(k, "text-own") {
		t.Error(k)
	}
	if k := keys(build(t, p, briefing.Partner, pack.Options{Lang: briefing.RU})); strings.Contains(k, "text-own") {
		t.Error(k)
	}
	p.Pack.Sections = "text-own event -people"
	if k := keys(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})); !strings.Contains(k, "summary text-own") || strings.Contains(k, "people") {
		t.Error(k)
	}
}
