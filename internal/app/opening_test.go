package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// damage changes a bit on each page of the second half of a file.
func damage(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := (len(data)/2 + 4095) / 4096 * 4096; at < len(data); at += 4096 {
		data[at+100] ^= 4
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0) // in place: it may be open
	if err == nil {
		_, err = f.WriteAt(data, 0)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestWorkOfADamagedFileIsSavedApartAndTheErrorTells(t *testing.T) {
	w := app.System()
	dir := t.TempDir()
	w.StateDir = filepath.Join(dir, "state")
	path := filepath.Join(dir, "визит.briefing")
	p, err := app.Create(w, path, exampleValues(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Put(&briefing.Person{ID: "unpublished", Name: briefing.Text{RU: "Неопубликованный"}}); err != nil {
		t.Fatal(err)
	}
	published, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	crashed := filepath.Join(dir, "crashed") // what a kill would leave
	if err := os.CopyFS(crashed, os.DirFS(w.StateDir)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(p.Close(), os.RemoveAll(w.StateDir), os.Rename(crashed, w.StateDir), os.WriteFile(path, published, 0o600)); err != nil {
		t.Fatal(err)
	}
	damage(t, path)
	_, err = app.Open(w, path, true)
	var rescued *app.RescuedError
	if !app.Broken(err) || !errors.As(err, &rescued) {
		t.Fatalf("opening says %v", err)
	}
	p, err = app.Open(w, rescued.Copy, false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	p.Read(func(pr *project.Project) {
		if pr.Find(briefing.Ref{Kind: briefing.KindPerson, ID: "unpublished"}) == nil {
			t.Error("the work is not in the copy")
		}
	})
}

func TestAnIssueWaitsForTheCheckOfTheFileAndADraftDoesNot(t *testing.T) {
	w := app.System()
	dir := t.TempDir()
	w.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(w, filepath.Join(dir, "визит.briefing"), bare())
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	work, err := filepath.Glob(filepath.Join(w.StateDir, "work", "*", "work.briefing"))
	if err != nil || len(work) != 1 {
		t.Fatal(work, err)
	}
	damage(t, work[0])
	export := func(draft bool) (string, error) {
		out := filepath.Join(dir, "out.pdf")
		_, err := p.Export(t.Context(), app.ExportOptions{PDF: out, Lang: briefing.RU, Draft: draft})
		_, there := os.Stat(out)
		if there == nil {
			_ = os.Remove(out)
			return "written", err
		}
		return "", err
	}
	if got, err := export(true); got != "written" || err != nil {
		t.Errorf("a draft before the check: %q, %v", got, err)
	}
	if got, err := export(false); got != "" || briefing.CodeOf(err) != briefing.CodeDamaged {
		t.Errorf("an issue of a damaged file: %q, %v", got, err)
	}
	told := make(chan error, 1)
	p.CheckFile(func(err error) { told <- err })
	select {
	case err := <-told:
		if !app.Broken(err) || p.KnownDamage() == nil {
			t.Errorf("the check said %v", err)
		}
	case <-time.After(time.Minute):
		t.Fatal("the check does not end")
	}
	if got, err := export(true); got != "" || !app.Broken(err) {
		t.Errorf("a draft of a file known to be damaged: %q, %v", got, err)
	}
}

func TestTheCheckOfASoundFileLetsAnIssueGoAndEndsWithClosing(t *testing.T) {
	w := app.System()
	dir := t.TempDir()
	w.StateDir = filepath.Join(dir, "state")
	path := filepath.Join(dir, "визит.briefing")
	p, err := app.Create(w, path, bare())
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan error, 1)
	p.CheckFile(func(err error) { told <- err })
	for i := range 5 { // edits go on meanwhile
		if err := p.Put(&briefing.Person{ID: "p", Name: briefing.Text{RU: string(rune('А' + i))}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-told; err != nil || p.KnownDamage() != nil {
		t.Errorf("the check said %v", err)
	}
	out := filepath.Join(dir, "out.pdf")
	made, err := p.Export(t.Context(), app.ExportOptions{PDF: out, Lang: briefing.RU})
	if _, there := os.Stat(out); err != nil || there != nil || len(made.Files) != 1 {
		t.Errorf("an issue of a sound file: %+v, %v, %v", made.Files, err, there)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for range 5 { // closed at once, in the middle of the check
		p, err := app.Open(w, path, true)
		if err != nil {
			t.Fatal(err)
		}
		p.CheckFile(nil)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func exampleValues(t *testing.T) *project.Project {
	t.Helper()
	p, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// bare is a project that nothing stops from being issued.
func bare() *project.Project {
	return &project.Project{
		Pack:   briefing.Pack{Title: briefing.Text{RU: "Визит"}, AsOf: "2023-03-20T23:00:00+03:00"},
		People: []*briefing.Person{{ID: "zhou", Name: briefing.Text{RU: "Чжоу Найсян"}}},
	}
}
