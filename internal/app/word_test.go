package app_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/export/officetest"
	"briefing/internal/redline"
)

// returnedWord exports the pack as a Word file and edits its text.
func returnedWord(t *testing.T, p *app.Project, pairs ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pack.docx")
	if _, err := p.Export(context.Background(), app.ExportOptions{DOCX: path, Lang: briefing.RU, Draft: true}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	back := filepath.Join(t.TempDir(), "back.docx")
	if err := os.WriteFile(back, officetest.Edited(t, data, pairs...), 0o600); err != nil {
		t.Fatal(err)
	}
	return back
}

func TestAWordFileThatCameBackIsComparedAndTaken(t *testing.T) {
	p := demo(t)
	if res, err := p.CompareWord(returnedWord(t, p)); err != nil || len(res.Differences)+len(res.Missing) > 0 || res.Same == 0 {
		t.Fatalf("unchanged: %v, same %d, %+v, missing %+v", err, res.Same, res.Differences, res.Missing)
	}
	back := returnedWord(t, p, "отправила в Китай", "поставила в Китай")
	res, err := p.CompareWord(back)
	if err != nil || len(res.Differences) != 1 || res.Differences[0].Reason != "" {
		t.Fatalf("%v %+v", err, res.Differences)
	}
	d := res.Differences[0]
	stored := func() string {
		r, err := p.Get(d.Ref)
		if err != nil {
			t.Fatal(err)
		}
		return d.Field.Get(r)
	}
	if n, err := p.TakeWord(res.Differences); err != nil || n != 1 || stored() != d.After || !strings.Contains(d.After, "поставила в Китай") || !strings.Contains(d.After, "{") {
		t.Errorf("taken %d, %v: %q, want %q", n, err, stored(), d.After)
	}
	if res, err := p.CompareWord(back); err != nil || len(res.Differences) != 0 {
		t.Errorf("taken, and still different: %v %+v", err, res.Differences)
	}
	if n, err := p.TakeWord([]redline.Difference{d}); err != nil || n != 0 {
		t.Errorf("taken twice: %d, %v", n, err)
	}
	if _, err := p.Undo(); err != nil || stored() != d.Before {
		t.Errorf("undone: %v, %q, want %q", err, stored(), d.Before)
	}
	d.Reason = redline.Bound
	if n, err := p.TakeWord([]redline.Difference{d}); err != nil || n != 0 || stored() != d.Before {
		t.Errorf("what can't be taken was: %d, %v", n, err)
	}
}

// A period fits the words around it, which an edit may change: what is offered is
// what the page will read, and never a word twice.
func TestAnEditAroundAPeriodIsShownAsItWillPrint(t *testing.T) {
	p := demo(t)
	r, err := p.Get(briefing.Ref{Kind: briefing.KindMessage, ID: "tp-exports"})
	if err != nil {
		t.Fatal(err)
	}
	m := r.(*briefing.Message)
	m.Body.RU = "За {S20:period} поставки выросли."
	if err := p.Put(m); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ before, behind, taken, reason string }{
		{"В ", " году поставки заметно выросли.", "В 2022 году поставки заметно выросли.", ""},
		{"На протяжении ", " года поставки заметно выросли.", "", string(redline.Twice)},
	} {
		back, err := p.CompareWord(returnedWord(t, p, ">За <", ">"+c.before+"<", " поставки выросли.", c.behind))
		if err != nil {
			t.Fatal(err)
		}
		if len(back.Differences) != 1 {
			t.Fatalf("%+v", back.Differences)
		}
		d := back.Differences[0]
		if string(d.Reason) != c.reason || c.reason == "" && (strings.ReplaceAll(d.Taken, "\u00a0", " ") != c.taken || len(d.Figures) > 0) {
			t.Errorf("reason %q, taken %q, figures %+v", d.Reason, d.Taken, d.Figures)
		}
	}
}

func TestWordFilesThatCannotBeComparedSayWhy(t *testing.T) {
	p := demo(t)
	file := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct {
		path string
		want briefing.Code
	}{
		"none":   {filepath.Join(t.TempDir(), "нет.docx"), briefing.CodeNotFound},
		"folder": {t.TempDir(), briefing.CodeWordFile},
		"old":    {file("старый.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 записка"), briefing.CodeWordFile},
		"empty":  {file("пустой.docx", ""), briefing.CodeWordFile},
	} {
		if _, err := p.CompareWord(c.path); briefing.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// An approver writes over a number and over words of one paragraph, over the
// place of an item of the programme and over a choice: all words come back, the
// number is told with its fact and source, whichever program saved the file.
func TestWordsAndANumberOfAParagraphEditedInWord(t *testing.T) {
	p := demo(t)
	edited := returnedWord(t, p, ">555\u00a0млн", ">570\u00a0млн", "Преобладает птица", "Больше всего поставлено птицы",
		"Прибытие, Внуково-2", "14:30 Прибытие, аэропорт Внуково-2")
	saved := func(t *testing.T) string {
		dir := t.TempDir()
		office, err := exec.LookPath("soffice")
		if err != nil {
			t.Skip("soffice is not installed")
		}
		out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
			"--convert-to", "docx:MS Word 2007 XML", "--outdir", dir, edited).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice is there and does not run: %v %s", err, out)
		}
		return filepath.Join(dir, filepath.Base(edited))
	}
	for name, file := range map[string]func(t *testing.T) string{"as it was edited": func(*testing.T) string { return edited }, "saved by LibreOffice": saved} {
		t.Run(name, func(t *testing.T) {
			p := demo(t)
			path := file(t)
			res, err := p.CompareWord(path)
			if err != nil || len(res.Missing) > 0 {
				t.Fatalf("%v, missing %+v", err, res.Missing)
			}
			var got []string
			for _, d := range res.Differences {
				got = append(got, d.Field.Key+" "+string(d.Reason))
			}
			if s := strings.Join(got, "|"); s != "body_ru |clock |title_ru " {
				t.Fatalf("differences %q: %+v", s, res.Differences)
			}
			d := res.Differences[0]
			if len(d.Figures) != 1 || d.Figures[0].Now != "570\u00a0млн\u00a0долл.\u00a0США" || !strings.Contains(d.After, "Больше всего поставлено птицы") || strings.Contains(d.After, "57") {
				t.Errorf("%+v", d)
			}
			from, ok := p.FigureOrigin(d.Figures[0].Bound, briefing.RU)
			if !ok || from.Title == "" || len(from.Sources) == 0 {
				t.Errorf("the figure comes from %+v", from)
			}
			if n, err := p.TakeWord(res.Differences); err != nil || n != 3 {
				t.Fatalf("%d taken, %v", n, err)
			}
			left, err := p.CompareWord(path)
			if err != nil || len(left.Differences) != 1 || left.Differences[0].Reason != redline.Bound {
				t.Errorf("%v, left %+v", err, left.Differences)
			}
			if _, err := p.Undo(); err != nil {
				t.Fatal(err)
			}
			if again, err := p.CompareWord(path); err != nil || len(again.Differences) != 3 {
				t.Errorf("undone: %v, %+v", err, again.Differences)
			}
		})
	}
}
