package app_test

import (
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// oneText is a project with a message of that body.
func oneText(t *testing.T, body string) *app.Project {
	t.Helper()
	return created(t, &project.Project{Messages: []*briefing.Message{{ID: "m1", Title: briefing.Text{RU: "Тезис"}, Body: briefing.Text{RU: body}}}})
}

func created(t *testing.T, pr *project.Project) *app.Project {
	t.Helper()
	p, err := app.Create(world(t), t.TempDir()+"/визит.briefing", pr)
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

func TestReplacing(t *testing.T) {
	tests := []struct {
		outcome, text string
		o             app.ReplaceOptions
		want          string // "" nothing is found
	}{
		{"all places", "рост и рост", app.ReplaceOptions{Find: "рост", Put: "прирост"}, "прирост и прирост"},
		{"capital letters are small ones", "Рост, РОСТ", app.ReplaceOptions{Find: "рост", Put: "спад"}, "спад, спад"},
		{"unless they differ", "Рост, рост", app.ReplaceOptions{Find: "рост", Put: "спад", Case: true}, "Рост, спад"},
		{"a part of a word", "прирост", app.ReplaceOptions{Find: "рост", Put: "бавка"}, "прибавка"},
		{"whole words only", "прирост роста, рост.", app.ReplaceOptions{Find: "рост", Put: "спад", Words: true}, "прирост роста, спад."},
		{"ё stays ё", "лёд", app.ReplaceOptions{Find: "лед", Put: "снег"}, ""},
		{"ё is е", "Лёд и лед", app.ReplaceOptions{Find: "лед", Put: "снег", Yo: true}, "снег и снег"},
		{"ё in two signs", "ле\u0308д", app.ReplaceOptions{Find: "лёд", Put: "снег"}, "снег"},
		{"nothing put takes out", "очень рад", app.ReplaceOptions{Find: "очень ", Put: ""}, "рад"},
		{"Chinese in whole words", "山东省济南市", app.ReplaceOptions{Find: "济南", Put: "青岛", Words: true}, "山东省青岛市"},
		{"a figure is not looked into", "рост {fact-1} и {fact-1:value}", app.ReplaceOptions{Find: "fact", Put: "x"}, ""},
		{"beside a figure", "рост{fact-1}рост", app.ReplaceOptions{Find: "рост", Put: "спад"}, "спад{fact-1}спад"},
		{"no figure comes into being", "{ рост}", app.ReplaceOptions{Find: " рост", Put: "fact-1"}, ""},
		{"a brace of no figure is text", "{ рост }", app.ReplaceOptions{Find: "рост", Put: "спад"}, "{ спад }"},
		{"nothing looked for", "рост", app.ReplaceOptions{Find: "", Put: "спад"}, ""},
		{"the same in its place", "рост", app.ReplaceOptions{Find: "рост", Put: "рост"}, ""},
		{"what is put is not looked at again", "аа", app.ReplaceOptions{Find: "а", Put: "аа"}, "аааа"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			p := oneText(t, tt.text)
			list := p.FindToReplace(tt.o, briefing.RU)
			if tt.want == "" {
				if len(list) != 0 {
					t.Errorf("found %+v", list)
				}
				return
			}
			if len(list) != 1 || list[0].After != tt.want || list[0].Caption != "Тезис" || !strings.Contains(list[0].Label, "(ru)") {
				t.Errorf("found %+v, want %q", list, tt.want)
			}
		})
	}
}

func TestReplacingIsOneActionAndIsTakenBackAsOne(t *testing.T) {
	p := opened(t)
	state := func() (s string) {
		p.Read(func(pr *project.Project) { s = allTexts(pr) })
		return s
	}
	before := state()
	list := p.FindToReplace(app.ReplaceOptions{Find: "а", Put: "α"}, briefing.RU)
	if len(list) < 20 {
		t.Fatalf("%d fields only", len(list))
	}
	left := list[3]
	done, err := p.Replace(append(list[:3:3], list[4:]...))
	if err != nil || done != len(list)-1 {
		t.Fatal(done, err)
	}
	for _, x := range p.FindToReplace(app.ReplaceOptions{Find: "а", Put: "α"}, briefing.RU) {
		if x.Ref != left.Ref || x.Key != left.Key || x.Row != left.Row {
			t.Errorf("still found: %+v", x)
		}
	}
	if words, ok := p.NextUndo(briefing.RU); !ok || !strings.HasPrefix(words, "Замена в текстах") {
		t.Errorf("to be undone: %q", words)
	}
	if _, err := p.Undo(); err != nil || state() != before {
		t.Error("undo does not give what was before", err)
	}
	if _, ok := p.NextUndo(briefing.RU); ok {
		t.Error("the replacement was more than one action")
	}
}

func TestATextThatHasChangedMeanwhileIsLeft(t *testing.T) {
	p := oneText(t, "рост")
	list := p.FindToReplace(app.ReplaceOptions{Find: "рост", Put: "спад"}, briefing.RU)
	if err := p.Put(&briefing.Message{ID: "m1", Body: briefing.Text{RU: "рост другой"}}); err != nil {
		t.Fatal(err)
	}
	if done, err := p.Replace(list); done != 0 || err != nil {
		t.Errorf("%d replaced, %v", done, err)
	}
	if err := p.Remove(briefing.Ref{Kind: briefing.KindMessage, ID: "m1"}); err != nil {
		t.Fatal(err)
	}
	if done, err := p.Replace(list); done != 0 || err != nil {
		t.Errorf("%d replaced in a record that is gone, %v", done, err)
	}
}

// allTexts is every field of every record.
func allTexts(pr *project.Project) string {
	var b strings.Builder
	for _, d := range briefing.Descriptions() {
		for _, r := range pr.Records(d.Kind) {
			for _, f := range d.Fields {
				b.WriteString(f.Key + "=" + f.Get(r) + "\n")
			}
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					for _, f := range l.Fields {
						b.WriteString(f.Key + "=" + f.Get(l.At(r, i)) + "\n")
					}
				}
			}
		}
	}
	return b.String()
}
