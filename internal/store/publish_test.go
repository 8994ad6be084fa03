package store_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

func person(id briefing.ID) store.Change {
	return store.Change{Put: &briefing.Person{ID: id, Name: briefing.Text{RU: "Имя " + string(id)}}}
}

func people(p *project.Project) string {
	var out []string
	for _, r := range p.People {
		out = append(out, string(r.ID))
	}
	return strings.Join(out, " ")
}

// read gives the people of a file as a stranger without working copies sees them.
func read(t *testing.T, path string) string {
	t.Helper()
	f := open(t, path, store.ReadOnly, world(t))
	defer closed(t, f)
	return people(f.Project())
}

func TestTheUsersFileChangesOnlyByPublishing(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	before := bytesOf(t, path)
	commit(t, f, "add", person("a"))
	if bytesOf(t, path) != before || !f.Dirty() {
		t.Error("a commit reached the user's file")
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "a" || f.Dirty() {
		t.Errorf("published %q", got)
	}
	published := bytesOf(t, path)
	if err := f.Publish(); err != nil || bytesOf(t, path) != published {
		t.Error("publishing nothing changed the file", err)
	}
	commit(t, f, "add", person("b"))
	closed(t, f)
	if got := read(t, path); got != "a b" {
		t.Errorf("closing published %q", got)
	}
	closed(t, f) // twice is fine
	if err := f.Commit("add", "", nil); briefing.CodeOf(err) != briefing.CodeReadOnly {
		t.Error("a closed file took a commit:", err)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file: %v", left)
	}
	if left := names(t, filepath.Join(o.StateDir, "work")); len(left) != 0 {
		t.Errorf("working copies left: %v", left)
	}
}

func TestAFileChangedBySomeoneElseIsNeverOverwritten(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	commit(t, f, "add", person("ours"))
	theirs := world(t)
	if err := store.WriteNew(path, &project.Project{People: []*briefing.Person{{ID: "theirs"}}}, theirs); err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	conflict := f.Conflict()
	if want := filepath.Join(filepath.Dir(f.Path()), "визит.conflict-20230320-2300.briefing"); conflict != want || f.Path() != want {
		t.Fatalf("conflict copy %q, want %q", conflict, want)
	}
	commit(t, f, "add", person("later"))
	closed(t, f)
	if a, b := read(t, path), read(t, conflict); a != "theirs" || b != "ours later" {
		t.Errorf("the file has %q, the conflict copy %q", a, b)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 2 {
		t.Errorf("beside the file: %v", left)
	}

	f = open(t, path, store.ReadWrite, o) // a second conflict in the same minute
	commit(t, f, "add", person("again"))
	if err := os.WriteFile(path, []byte("synchronised into something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	second := strings.Replace(conflict, "2300.", "2300-2.", 1)
	if got := read(t, second); got != "theirs again" {
		t.Errorf("%s has %q", second, got)
	}
	if bytesOf(t, path) != "synchronised into something else" || read(t, conflict) != "ours later" {
		t.Error("something was overwritten")
	}
}

func TestAFileThatVanishedIsWrittenAgain(t *testing.T) {
	path, f := create(t, &project.Project{}, world(t))
	commit(t, f, "add", person("a"))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	if got := read(t, path); got != "a" {
		t.Errorf("published %q", got)
	}
}

func TestAFailedPublicationKeepsTheWork(t *testing.T) {
	o := world(t)
	dir := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a.briefing")
	f, err := store.Create(path, &project.Project{}, o)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, f, "add", person("a"))
	away := dir + "-away"
	if err := os.Rename(dir, away); err != nil { // the stick is pulled
		t.Fatal(err)
	}
	if err := f.Publish(); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("%v, want not-found", err)
	}
	if err := f.Close(); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("%v, want not-found", err)
	}
	f = open(t, path, store.ReadWrite, o) // still without the stick
	if got := people(f.Project()); got != "a" || !f.Unpublished() || !f.ReadOnly() {
		t.Errorf("without the stick: %q", got)
	}
	closed(t, f)
	if err := os.Rename(away, dir); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "" {
		t.Errorf("the stick has %q", got)
	}
	f = open(t, path, store.ReadWrite, o)
	if r := f.Recovered(); r == nil || r.Actions != 1 || people(f.Project()) != "a" {
		t.Errorf("recovered %+v, %q", r, people(f.Project()))
	}
	closed(t, f)
	if got := read(t, path); got != "a" {
		t.Errorf("in the end %q", got)
	}
}

func TestASecondOpenerReadsAndIsToldWhoHoldsTheFile(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	commit(t, f, "add", person("a"))
	second := o
	second.User = "Пётр"
	g := open(t, path, store.ReadWrite, second)
	if h := g.Holder(); h == nil || h.User != "Анна" || h.Host != "desk-7" || !h.Since.Equal(o.Now()) {
		t.Errorf("holder %+v", g.Holder())
	}
	if !g.ReadOnly() || !g.Unpublished() || people(g.Project()) != "a" {
		t.Errorf("read only %v, unpublished %v, %q", g.ReadOnly(), g.Unpublished(), people(g.Project()))
	}
	for _, err := range []error{g.Commit("add", "Пётр", []store.Change{person("b")}), g.Publish()} {
		if briefing.CodeOf(err) != briefing.CodeLocked {
			t.Errorf("%v, want locked", err)
		}
	}
	stranger := world(t) // another user of the machine sees what is published
	stranger.User = "Пётр"
	h := open(t, path, store.ReadOnly, stranger)
	if h.Unpublished() || people(h.Project()) != "" {
		t.Error("a stranger sees unpublished work")
	}
	closed(t, h)
	closed(t, f)
	if entries, err := g.Journal(0); err != nil || len(entries) == 0 {
		t.Error("a reader's journal:", entries, err)
	}
	closed(t, g)
	g = open(t, path, store.ReadWrite, second)
	if g.ReadOnly() || g.Holder() != nil {
		t.Error("the lock is still held")
	}
	closed(t, g)
}

// The driver learns from a file's first page that pages have checksums; this
// is more than it keeps in memory before it writes that page.
func TestALargeFileHasItsChecksumsToo(t *testing.T) {
	o := world(t)
	r := rand.New(rand.NewPCG(13, 13))
	var all []store.Change
	p := &project.Project{}
	for n := range 60 {
		text := make([]byte, 100_000)
		for i := range text {
			text[i] = byte('a' + r.IntN(26))
		}
		one := &briefing.Person{ID: briefing.ID(strconv.Itoa(n)), Biography: briefing.Text{RU: string(text)}}
		p.Put(one)
		all = append(all, store.Change{Put: one})
	}
	written, f := create(t, p, o)
	closed(t, f)
	committed, f := create(t, &project.Project{}, o)
	commit(t, f, "add", all...)
	closed(t, f)
	for _, path := range []string{written, committed} {
		f := open(t, path, store.ReadWrite, o)
		if err := f.Verify(t.Context()); err != nil {
			t.Error(err)
		}
		sameProject(t, f.Project(), p)
		closed(t, f)
	}
}
