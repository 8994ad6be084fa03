package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// A number that the other side is not given goes to it all the same where it is
// typed in a text: that is told, in whatever scale and rounding it is typed, of
// his texts alone, and not of a number he has from elsewhere.
func TestAWithheldValueTypedByHandIsTold(t *testing.T) {
	fact := func(id, source, value string, use briefing.Use) *briefing.Fact {
		return &briefing.Fact{ID: briefing.ID(id), Use: use, Claims: []briefing.Claim{{ID: "a", Source: briefing.ID(source), Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "t"}}}}
	}
	for body, want := range map[string]string{
		"Отправлено 3120 т.": "3120 т", "Отправлено 3,12 тыс. т.": "3,12 тыс. т", "Отправлено около 3,1 тыс. т.": "3,1 тыс. т",
		"Отправлено три тысячи сто двадцать тонн.": "три тысячи сто двадцать тонн", "Отправлено более трёх тысяч ста тонн.": "трёх тысяч ста тонн", "Отправлено более 3 тыс. т.": "3 тыс. т",
		"Отправлено почти 4 тыс. т.": "", "Отправлено более 2 тыс. т.": "", "Отправлено три тонны, пять вагонов.": "", "Отправлено около 3000 т.": "3000 т", "Отправлено более 3 т.": "",
		"Отправлено 3 тыс. т.": "", "Отправлено 3121 т.": "", "Отправлено 4250 т.": "", "Отправлено 5170 т.": "5170 т", "Отправлено {press}.": "",
	} {
		for _, who := range briefing.Audiences() {
			p := &project.Project{
				Sources: []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "memo", Kind: "note"}},
				Facts: []*briefing.Fact{
					fact("memo", "memo", "3120", briefing.Aloud), fact("twice", "memo", "4250", briefing.Aloud),
					fact("reference", "press", "5170", briefing.Reference), fact("press", "press", "4250", briefing.Aloud),
				},
				Messages: []*briefing.Message{
					{ID: "m", Kind: "talking-point", Use: briefing.Aloud, Body: briefing.Text{RU: body, EN: "3120 t"}},
					{ID: "own", Kind: "objective", Use: briefing.Aloud, Body: briefing.Text{RU: "Отправлено 5170 т."}},
				},
				Figures: figure.NewSet(),
			}
			if want == "" {
				p.Messages[0].Body.EN = ""
			}
			got := ""
			for _, f := range handed(p, who) {
				if f.Ref.Kind == briefing.KindMessage {
					got += string(f.Ref.ID) + f.Field + f.Evidence.RU
				}
			}
			switch {
			case who != briefing.Partner || want == "":
				if got != "" {
					t.Errorf("%v, %s: %s", who, body, got)
				}
			case !strings.HasPrefix(got, "mbody_ru") || !strings.Contains(plain(got), want) || strings.Count(got, "набрано") != 1+strings.Count(want, "5170"):
				t.Errorf("%s: %s", body, got)
			}
		}
	}
}

// What our red lines and goals say is the most delicate number of all, and a count of
// people has no unit but its noun.
func TestNumbersOfTextsKeptBackAreTold(t *testing.T) {
	for body, want := range map[string]string{
		"ru:Цена поставки — не ниже 1,5 тыс. долл. США за тонну.": "Цена",
		"ru:Предоплата составит тридцать процентов.":              "Предоплата",
		"ru:Скидка в 7 % обсуждается.":                            "Скидка",
		"ru:Рост составил 7 %.":                                   "", // of something else
		"ru:Предоплата составит 20 %.":                            "",
		"en:A prepayment of 30% is asked for.":                    "Предоплата",
		"en:A discount of 7% is being discussed.":                 "", // one digit in another language
		"ru:В университете учатся 187 студентов из Вьетнама.":     "187",
		"ru:Край посетила 41 тысяча туристов.":                    "41,2",
		"ru:В университете учатся 188 студентов из Вьетнама.":     "",
		"ru:Построен 41 дом.":                                     "",
	} {
		count := func(id, what, value string, unit briefing.Unit) *briefing.Fact {
			return &briefing.Fact{
				ID: briefing.ID(id), Use: briefing.Aloud, Statement: briefing.Text{RU: what},
				Claims: []briefing.Claim{{ID: "a", Source: "memo", Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: unit}}},
			}
		}
		kept := func(kind, title, text string) *briefing.Message {
			return &briefing.Message{ID: briefing.ID(kind), Kind: kind, Use: briefing.Reference, Title: briefing.Text{RU: title}, Body: briefing.Text{RU: text}}
		}
		m := &briefing.Message{ID: "m", Kind: "talking-point", Use: briefing.Aloud}
		*m.Body.At(briefing.Lang(body[:2])) = body[3:]
		p := &project.Project{
			Sources: []*briefing.Source{{ID: "memo", Kind: "note"}},
			Facts:   []*briefing.Fact{count("students", "Студенты из Вьетнама", "187", "person"), count("tourists", "Число туристов", "41.2", "thousand-person")},
			Messages: []*briefing.Message{
				m, kept("objective", "Цена", "Цена поставки не ниже 1,5 тыс. долл. США за тонну."), kept("red-line", "Предоплата", "Без предоплаты 30 % отгрузки нет."),
				kept("other-side", "Скидка", "Добивается скидки 7 %."),
			},
			Figures: figure.NewSet(),
		}
		got := ""
		for _, f := range handed(p, briefing.Partner) {
			if f.Ref == m.Ref() && strings.HasPrefix(f.Field, "body") {
				got += plain(f.Evidence.RU)
			}
		}
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func handed(p *project.Project, who briefing.Audience) []check.Finding {
	return check.Handed(project.Take(p, project.Options{Audience: briefing.Compiler}), project.Take(p, project.Options{Audience: who}))
}

// What the other side's documents lack is told of each kind of record: since its
// order of use was never stated, or since only the house knows it. What somebody
// chose to keep back is not.
func TestWhatThePartnerLacksIsToldOfEveryKind(t *testing.T) {
	for _, d := range briefing.Descriptions() {
		sources, hasSources := d.Field("sources")
		use, hasUse := d.Field("use")
		if d.Desk || !hasSources && !hasUse {
			continue
		}
		for _, tt := range []struct{ use, source, want string }{
			{"", "", "use"}, {"", "press", "use"}, {"aloud", "press", ""}, {"reference", "press", ""}, {"internal", "memo", ""}, {"aloud", "memo", "sources"},
		} {
			r := d.New()
			r.SetID("r")
			want := tt.want
			if hasUse {
				_ = use.Set(r, tt.use)
			} else if want == "use" {
				want = ""
			}
			if hasSources {
				_ = sources.Set(r, tt.source)
			} else if want == "sources" {
				want = ""
			}
			if !hasUse && tt.source == "memo" {
				want = "sources"
			}
			if m, ok := r.(*briefing.Message); ok {
				m.Kind = "key-message"
			}
			p := &project.Project{Sources: []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "memo", Kind: "note"}}, Figures: figure.NewSet()}
			p.Put(r)
			if d.Kind == briefing.KindOrganisation { // or it would be a stranger to all that is shown
				p.Agreements = []*briefing.Agreement{{ID: "a", Use: briefing.Aloud, Parties: []briefing.ID{"r"}}}
			}
			var got []string
			for _, f := range handed(p, briefing.Partner) {
				got = append(got, f.Field)
				if f.Ref != r.Ref() || f.Evidence.RU == "" || f.Mend.ZH == "" || !f.InPack {
					t.Errorf("%s: %+v", d.Kind, f)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(slices.DeleteFunc([]string{want}, func(s string) bool { return s == "" })) {
				t.Errorf("%s, use %q, source %q: told of %v, want %q", d.Kind, tt.use, tt.source, got, want)
			}
			if inside := handed(p, briefing.Leader); len(inside) > 0 {
				t.Errorf("%s: the leader lacks %v", d.Kind, inside)
			}
		}
	}
}

// What a source is nobody has said: it may be a note of the house. The other side
// is given neither it nor what stands on it alone, and that is told once, of the
// source; a kind mends it.
func TestASourceOfNoKindIsNotForTheOtherSide(t *testing.T) {
	for kind, want := range map[string]string{"": "s-1 kind", "media": "", "note": "first claims, second claims"} {
		value := briefing.Figure{Value: briefing.SomeNum("47"), Unit: "piece"}
		fact := func(id string) *briefing.Fact {
			return &briefing.Fact{ID: briefing.ID(id), Use: briefing.Aloud, Claims: []briefing.Claim{{ID: "a", Source: "s-1", Figure: value}}}
		}
		p := &project.Project{
			Sources: []*briefing.Source{{ID: "s-1", Kind: kind, Title: briefing.Text{RU: "Записка аппарата"}}},
			Facts:   []*briefing.Fact{fact("first"), fact("second")},
			Figures: figure.NewSet(),
		}
		given := project.Take(p, project.Options{Audience: briefing.Partner})
		if n := len(given.Facts) + len(given.Sources); (n == 0) != (kind != "media") {
			t.Errorf("kind %q: the partner has %d facts and %d sources", kind, len(given.Facts), len(given.Sources))
		}
		var got []string
		for _, f := range handed(p, briefing.Partner) {
			got = append(got, string(f.Ref.ID)+" "+f.Field)
			if kind == "" && !strings.Contains(f.Evidence.RU, "2") {
				t.Errorf("it isn't told how much he lacks: %s", f.Evidence.RU)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("kind %q: told of %q, want %q", kind, s, want)
		}
	}
}
