package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

func TestBackupsRotate(t *testing.T) {
	o := world(t)
	now := time.Date(2023, 3, 1, 9, 0, 0, 0, time.UTC)
	o.Now = func() time.Time { return now }
	path, f := create(t, &project.Project{}, o)
	for n := range 80 { // a publication every 10 hours, for a month
		commit(t, f, "add", person(briefing.ID(fmt.Sprint("p", n))))
		if err := f.Publish(); err != nil {
			t.Fatal(err)
		}
		now = now.Add(10 * time.Hour)
	}
	closed(t, f)
	list, err := store.Backups(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(list); n < 30 || n > 45 {
		t.Errorf("%d backups kept", n)
	}
	for i, b := range list {
		if i > 0 && !b.At.Before(list[i-1].At) {
			t.Fatal("not the latest first")
		}
		g := open(t, b.Path, store.ReadOnly, o)
		if n := len(g.Project().People); i == 0 && n != 79 || n == 0 && i < len(list)-1 {
			t.Errorf("backup %d has %d people", i, n)
		}
		closed(t, g)
	}
	if err := os.WriteFile(list[0].Path, []byte("tampered"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, _ := store.Backups(path, o); len(again) != len(list)-1 {
		t.Error("a backup that was changed is offered")
	}
}

func TestNoBackupSoonAfterAnother(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	for n := range 5 {
		commit(t, f, "add", person(briefing.ID(fmt.Sprint("p", n))))
		if err := f.Publish(); err != nil {
			t.Fatal(err)
		}
	}
	closed(t, f)
	if list, _ := store.Backups(path, o); len(list) != 1 {
		t.Errorf("%d backups", len(list))
	}
	if list, _ := store.Backups(filepath.Join(t.TempDir(), filepath.Base(path)), o); len(list) != 0 {
		t.Error("a file of the same name elsewhere has them too")
	}
}

func TestACopyHasAllAndTheProjectStays(t *testing.T) {
	o := world(t)
	path, f := create(t, fullProject(t), o)
	commit(t, f, "add", person("a"))
	target := filepath.Join(t.TempDir(), "копия.briefing")
	if err := f.CopyTo(target); err != nil {
		t.Fatal(err)
	}
	if f.Path() != path {
		t.Error("the project went to the copy")
	}
	g := open(t, target, store.ReadWrite, world(t))
	sameProject(t, g.Project(), f.Project())
	if _, err := g.Undo("Олег"); err != nil {
		t.Errorf("the copy has no history: %v", err)
	}
	closed(t, g)
	closed(t, f)
	r := open(t, path, store.ReadOnly, o)
	defer closed(t, r)
	if err := r.CopyTo(target); err != nil {
		t.Fatal(err)
	}
	if bytesOf(t, target) != bytesOf(t, path) {
		t.Error("the copy of a file that is only read is another one")
	}
}

func TestTheProjectAsItWas(t *testing.T) {
	_, f := create(t, fullProject(t), world(t))
	defer closed(t, f)
	then := f.Last()
	want := printed(f.Project())
	commit(t, f, "add", person("a"), store.Change{DropImport: "import-1"})
	commit(t, f, "version", store.Change{Put: &briefing.Version{ID: "v", Name: "перед согласованием", Action: int(then)}})
	now := printed(f.Project())
	p, err := f.At(then)
	if err != nil {
		t.Fatal(err)
	}
	sameText(t, printed(p), want)
	sameText(t, printed(f.Project()), now)
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	if err := f.Revert(then, "revert", "Анна"); err != nil {
		t.Fatal(err)
	}
	if len(f.Project().Versions) != 4 { // three of the full project, and the one named since
		t.Errorf("%d versions are left", len(f.Project().Versions))
	}
}
