package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// examined examines a file, which must not be changed by it.
func examined(t testing.TB, path string, o store.Options) *store.Diagnosis {
	t.Helper()
	before := bytesOf(t, path)
	d, err := store.Examine(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	if bytesOf(t, path) != before {
		t.Fatal("the file was changed by looking at it")
	}
	return d
}

// lived is a project with a history: what was written at once, changed, taken
// back and imported since.
func lived(t testing.TB, o store.Options) (path string, p *project.Project) {
	t.Helper()
	path, f := create(t, fullProject(t), o)
	commit(t, f, "add", person("late"), store.Change{AddFigures: figures(t, 40, "import-3")})
	commit(t, f, "drop", store.Change{DropImport: "import-2"})
	commit(t, f, "edit", store.Change{Put: full(t, briefing.Descriptions()[2], 1)}, store.Change{Remove: briefing.Ref{Kind: briefing.KindFact, ID: "fact-2"}})
	if _, err := f.Undo("Анна"); err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	f = open(t, path, store.ReadOnly, o)
	p = f.Project()
	closed(t, f)
	return path, p
}

func TestASoundFileIsFoundSound(t *testing.T) {
	o := world(t)
	path, p := lived(t, o)
	d := examined(t, path, o)
	if !d.Sound() || d.BadPages != 0 || d.Work != nil || d.Holder != nil {
		t.Errorf("%+v", d)
	}
	records := 0
	for _, k := range briefing.Descriptions() {
		records += len(p.Records(k.Kind))
	}
	if d.Records != records || d.Figures != p.Figures.Len() || d.Actions != 5 {
		t.Errorf("%d records of %d, %d figures of %d, %d actions", d.Records, records, d.Figures, p.Figures.Len(), d.Actions)
	}
	out := filepath.Join(t.TempDir(), "out.briefing")
	r, err := store.Recover(t.Context(), path, out, o)
	if err != nil || r.From != store.FromCopy || bytesOf(t, out) != bytesOf(t, path) {
		t.Errorf("%v: %+v", err, r)
	}
}

// The reader of pages must read what the database reads, history included.
func TestSalvageOfAFileThatLacksNothingGivesAllOfIt(t *testing.T) {
	o := world(t)
	path, p := lived(t, o)
	f := open(t, path, store.ReadOnly, o)
	before, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	data := append([]byte(bytesOf(t, path)), 0) // one byte too many: damaged, yet all is there
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out.briefing")
	r, err := store.Recover(t.Context(), path, out, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.From != store.FromFile || briefing.CodeOf(r.Refusal) != briefing.CodeDamaged || len(r.Damages) != 1 || r.Damages[0].What != store.BadHeader {
		t.Errorf("%+v", r)
	}
	f = open(t, out, store.ReadWrite, o)
	defer closed(t, f)
	sameProject(t, f.Project(), p)
	after, err := f.Journal(0)
	if err != nil || fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the history differs: %v", err)
	}
	for range 2 { // the recovery itself, then what the user did
		if _, err := f.Undo("Анна"); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.Project().Figures.Len(); got != 340 {
		t.Errorf("%d figures after undo", got)
	}
}

func TestRecoverNeverOverwrites(t *testing.T) {
	o := world(t)
	path, _ := lived(t, o)
	before := bytesOf(t, path)
	out := filepath.Join(t.TempDir(), "out.briefing")
	if err := os.WriteFile(out, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{out, path} {
		if _, err := store.Recover(t.Context(), path, target, o); briefing.CodeOf(err) != briefing.CodeExists {
			t.Errorf("%s: %v", target, err)
		}
	}
	if bytesOf(t, out) != "mine" || bytesOf(t, path) != before {
		t.Error("overwritten")
	}
}

func TestExamineRefusesWhatIsSoundlySomethingElse(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	other := resealed(patched(good, 68, 0, 0, 0, 1))
	tests := []struct {
		name string
		data []byte
		code briefing.Code
	}{
		{"an empty file", nil, briefing.CodeEmptyFile},
		{"a text", []byte(strings.Repeat("Отчёт за январь\n", 1000)), briefing.CodeForeign},
		{"another program's database", other, briefing.CodeForeign},
		{"a newer version", resealed(patched(good, 60, 0, 0, 0, store.SchemaVersion+1)), briefing.CodeNewer},
		{"a header alone", good[:100], briefing.CodeDamaged},
		{"zeros", make([]byte, 40960), briefing.CodeForeign},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.briefing")
			if err := os.WriteFile(path, tt.data, 0o600); err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(t.TempDir(), "out.briefing")
			if _, err := store.Recover(t.Context(), path, out, o); briefing.CodeOf(err) != tt.code {
				t.Errorf("%v, want %s", err, tt.code)
			}
			if left := names(t, filepath.Dir(out)); len(left) != 0 || bytesOf(t, path) != string(tt.data) {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// recovered makes a new project of damaged bytes and gives what it holds.
func recovered(t testing.TB, data []byte, o store.Options) (*project.Project, *store.Repair) {
	t.Helper()
	dir := t.TempDir()
	path, out := filepath.Join(dir, "a.briefing"), filepath.Join(dir, "out.briefing")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := store.Recover(t.Context(), path, out, o)
	if err != nil {
		t.Fatal(err)
	}
	if bytesOf(t, path) != string(data) {
		t.Fatal("the damaged file was changed")
	}
	f := open(t, out, store.ReadOnly, o)
	defer closed(t, f)
	if err := f.Verify(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f.Project(), r
}

// blanked gives the bytes with some pages overwritten, from number first on.
func blanked(data []byte, first, n int) []byte {
	out := slices.Clone(data)
	copy(out[(first-1)*4096:], strings.Repeat("spoilt. ", n*512))
	return out
}

func TestWhatIsLostWithAPageIsNamed(t *testing.T) {
	o := world(t)
	path, p := lived(t, o)
	good := []byte(bytesOf(t, path))
	pages := len(good) / 4096
	whole := 0
	for page := 1; page <= pages; page++ {
		got, r := recovered(t, blanked(good, page, 1), o)
		if r.BadPages != 1 {
			t.Errorf("page %d: %d bad pages", page, r.BadPages)
		}
		if answered(t, fmt.Sprintf("page %d", page), p, got, r) == 0 {
			whole++
		}
	}
	t.Logf("%d of %d pages can be lost without losing a record or figure", whole, pages)
	if whole < pages/4 {
		t.Errorf("only %d of %d pages can be done without", whole, pages)
	}
}

func TestAFileWithoutItsBeginningIsRead(t *testing.T) {
	o := world(t)
	path, p := lived(t, o)
	good := []byte(bytesOf(t, path))
	got, r := recovered(t, blanked(good, 1, 1), o)
	sameProject(t, got, p)
	if briefing.CodeOf(r.Refusal) != briefing.CodeForeign {
		t.Error(r.Refusal)
	}
}

// The file is damaged while the program was not running, or after a crash: the
// working copy has all of it and more.
func TestRecoveryTakesAWorkingCopyThatGoesOnFromTheFile(t *testing.T) {
	o := world(t)
	path, f := create(t, fullProject(t), o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	last := killAfter(t, cmd, out, 3)
	d := examined(t, path, o)
	if !d.Sound() || d.Work == nil || !d.Work.Sound || !d.Work.Follows || d.Work.Actions < last-3 || d.Holder == nil || d.Running {
		t.Errorf("%+v, work %+v", d, d.Work)
	}
	bad := blanked([]byte(bytesOf(t, path)), 30, 5)
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(t.TempDir(), "out.briefing")
	r, err := store.Recover(t.Context(), path, target, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.From != store.FromWork || !r.Actual.Complete() || r.Complete() {
		t.Errorf("%+v", r)
	}
	g := open(t, target, store.ReadOnly, o)
	defer closed(t, g)
	if n := len(g.Project().People); n < last || len(g.Project().Facts) != 3 {
		t.Errorf("%d people of %d", n, last)
	}
	if bytesOf(t, path) != string(bad) {
		t.Error("the damaged file was changed")
	}
	if _, err := os.Stat(filepath.Join(d.Work.Dir, "work.briefing")); err != nil {
		t.Error("the working copy is gone", err)
	}
}

// A working copy of another project that lay there before is not taken for
// this one: what is recovered is of the file asked for.
func TestRecoveryDoesNotMixTwoProjects(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	killAfter(t, cmd, out, 2)
	other, theirs := lived(t, world(t))
	if err := os.WriteFile(path, append([]byte(bytesOf(t, other)), 0), 0o600); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(t.TempDir(), "out.briefing")
	r, err := store.Recover(t.Context(), path, target, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.From != store.FromFile || r.Work == nil || r.Work.Follows {
		t.Errorf("%+v, work %+v", r, r.Work)
	}
	g := open(t, target, store.ReadOnly, world(t))
	defer closed(t, g)
	sameProject(t, g.Project(), theirs)
}

func TestAFileThatIsGoneComesBackFromTheWorkingCopy(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	closed(t, f)
	cmd, out := writer(t, path, o, 0)
	last := killAfter(t, cmd, out, 2)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(t.TempDir(), "out.briefing")
	r, err := store.Recover(t.Context(), path, target, o)
	if err != nil || r.From != store.FromWork || briefing.CodeOf(r.Refusal) != briefing.CodeNotFound {
		t.Fatalf("%v, %+v", err, r)
	}
	if got := len(strings.Fields(read(t, target))); got < last {
		t.Errorf("%d people of %d", got, last)
	}
}

func TestAnOpenFileIsToldWithItsHolder(t *testing.T) {
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	defer closed(t, f)
	commit(t, f, "add", person("a"))
	d := examined(t, path, o)
	if !d.Sound() || d.Holder == nil || d.Holder.User != "Анна" || !d.Running || d.Work == nil || d.Work.Actions != 1 {
		t.Errorf("%+v, %+v, %+v", d, d.Holder, d.Work)
	}
}

func TestAFileOfAnOlderVersionIsRecoveredAsOneOfThis(t *testing.T) {
	o := world(t)
	old := []byte(bytesOf(t, filepath.Join("testdata", "v1.briefing")))
	path := filepath.Join(t.TempDir(), "old.briefing")
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, store.ReadOnly, o)
	want := f.Project()
	closed(t, f)
	if d := examined(t, path, o); !d.Sound() {
		t.Errorf("%+v", d)
	}
	got, _ := recovered(t, append(slices.Clone(old), 0), o)
	sameProject(t, got, want)
	got, _ = recovered(t, blanked(old, 1, 1), o) // even of an unknown version
	sameProject(t, got, want)
	for page := 2; page <= len(old)/4096; page++ {
		got, r := recovered(t, blanked(old, page, 1), o)
		answered(t, fmt.Sprintf("page %d", page), want, got, r)
	}
}

// Rows whose way from the root is lost are found by themselves.
func TestPagesThatNobodyLeadsToAreFound(t *testing.T) {
	o := world(t)
	path, p := large(t, o)
	good := []byte(bytesOf(t, path))
	inner, whole := 0, 0
	for page := 2; page <= len(good)/4096; page++ {
		if flag := good[(page-1)*4096]; flag != 0x05 && flag != 0x02 {
			continue
		}
		inner++
		got, r := recovered(t, blanked(good, page, 1), o)
		if answered(t, fmt.Sprintf("page %d", page), p, got, r) == 0 {
			whole++
		}
	}
	t.Logf("%d inner pages, %d can be lost without losing a record or figure", inner, whole)
	if inner < 5 || whole < inner/2 {
		t.Errorf("%d of %d inner pages can be done without", whole, inner)
	}
}

// The bytes of an attachment have a hash of their own: what fails it is left
// out and named, the others come along.
func TestAttachmentsAreRecoveredByTheirHash(t *testing.T) {
	o := world(t)
	path, f := create(t, fullProject(t), o)
	bytesOfEach := map[briefing.ID]string{}
	for n := range 3 {
		from := filepath.Join(t.TempDir(), "scan.pdf")
		text := strings.Repeat(fmt.Sprintf("scan %d. ", n), 40_000)
		if err := os.WriteFile(from, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		a := &briefing.Attachment{ID: briefing.ID(fmt.Sprintf("scan-%d", n)), File: "scan.pdf"}
		bytesOfEach[a.ID] = text
		commit(t, f, "attach", store.Change{Put: a, Attach: from})
	}
	closed(t, f)
	good := []byte(bytesOf(t, path))
	at := 0 // on a page that holds nothing but its bytes
	for page := 0; page+4096 <= len(good) && at == 0; page += 4096 {
		if strings.Count(string(good[page:page+4096]), "scan 1. ") > 500 {
			at = page + 2000
		}
	}
	for name, bad := range map[string][]byte{"one bit": patched(good, at, good[at]^1), "a page": blanked(good, at/4096+1, 1), "all there": append(slices.Clone(good), 0)} {
		dir := t.TempDir()
		damaged, out := filepath.Join(dir, "a.briefing"), filepath.Join(dir, "out.briefing")
		if err := os.WriteFile(damaged, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := store.Recover(t.Context(), damaged, out, o)
		if err != nil {
			t.Fatal(err)
		}
		lost := map[briefing.ID]bool{}
		for _, d := range r.Damages {
			if d.What == store.Lost && d.Table == "attachment" {
				lost[d.Record] = true
			}
		}
		if want := name != "all there"; lost["scan-1"] != want || lost["scan-0"] || lost["scan-2"] {
			t.Errorf("%s: told %v", name, r.Damages)
		}
		g := open(t, out, store.ReadOnly, o)
		for _, a := range g.Project().Attachments {
			var b strings.Builder
			if _, has := bytesOfEach[a.ID]; !has || lost[a.ID] {
				continue
			}
			if err := g.WriteBlob(*a, &b); err != nil || b.String() != bytesOfEach[a.ID] {
				t.Errorf("%s: bytes of %s: %v", name, a.ID, err)
			}
		}
		closed(t, g)
	}
}
