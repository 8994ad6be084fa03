package store_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// sound gives the bytes of a small project.
func sound(t testing.TB, o store.Options) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.briefing")
	p := &project.Project{Figures: figures(t, 50, "i1"), Pack: briefing.Pack{Title: briefing.Text{RU: "Визит"}}}
	for i := range 20 {
		p.Put(full(t, briefing.Descriptions()[1+i%10], i))
	}
	if err := store.WriteNew(path, p, o); err != nil {
		t.Fatal(err)
	}
	return []byte(bytesOf(t, path))
}

func patched(data []byte, at int, with ...byte) []byte {
	out := append([]byte(nil), data...)
	copy(out[at:], with)
	return out
}

func TestOpeningRefuses(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	sql := func(text string) []byte { return edited(t, good, text) }
	tests := []struct {
		name string
		data []byte
		code briefing.Code
	}{
		{"an empty file", nil, briefing.CodeEmptyFile},
		{"one byte", []byte("S"), briefing.CodeForeign},
		{"a text", []byte(strings.Repeat("Отчёт за январь\n", 100)), briefing.CodeForeign},
		{"a PDF", []byte("%PDF-1.7\n" + strings.Repeat("x", 5000)), briefing.CodeForeign},
		{"another program's database", patched(good, 68, 0, 0, 0, 1), briefing.CodeForeign},
		{"a header alone", good[:100], briefing.CodeTruncated},
		{"half a header", good[:50], briefing.CodeTruncated},
		{"half of it", good[:len(good)/2], briefing.CodeTruncated},
		{"a byte too few", good[:len(good)-1], briefing.CodeTruncated},
		{"a byte too many", append(append([]byte(nil), good...), 0), briefing.CodeDamaged},
		{"a newer version", patched(good, 60, 0, 0, 0, store.SchemaVersion+1), briefing.CodeNewer},
		{"a version of none", patched(good, 60, 0, 0, 0, 0), briefing.CodeDamaged},
		{"checksums switched off", patched(good, 20, 0), briefing.CodeDamaged},
		{"a copy of a file in use", patched(good, 18, 2, 2), briefing.CodeDamaged},
		{"an endless view", sql(`CREATE VIEW v AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT * FROM r`), briefing.CodeDamaged},
		{"a view in place of a table", sql(`DROP TABLE fact; CREATE VIEW fact AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT x AS position, x AS id FROM r`), briefing.CodeDamaged},
		{"a deleting trigger", sql(`CREATE TRIGGER t AFTER INSERT ON action BEGIN DELETE FROM fact; END`), briefing.CodeDamaged},
		{"a further table", sql(`CREATE TABLE more (x)`), briefing.CodeDamaged},
		{"a further column", sql(`ALTER TABLE fact ADD COLUMN more TEXT`), briefing.CodeDamaged},
		{"a missing table", sql(`DROP TABLE fact_claims`), briefing.CodeDamaged},
		{"an option unknown", sql(`UPDATE source SET kind = 'rumour'`), briefing.CodeDamaged},
		{"a row of no record", sql(`UPDATE fact_claims SET record = 'none' || record`), briefing.CodeDamaged},
		{"a pack of another name", sql(`UPDATE pack SET id = 'second'`), briefing.CodeDamaged},
		{"a segment of other bytes", sql(`UPDATE figures_data SET data = zeroblob(10)`), briefing.CodeDamaged},
		{"a segment gone", sql(`DELETE FROM figures_data`), briefing.CodeDamaged},
		{"a segment of another import", sql(`UPDATE figures SET import = 'i2'`), briefing.CodeDamaged},
		{"a segment of more rows", sql(`UPDATE figures SET rows = 51`), briefing.CodeDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.briefing")
			if err := os.WriteFile(path, tt.data, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
				_, err := store.Open(path, m, o)
				var e *briefing.Error
				if !errors.As(err, &e) || e.Code != tt.code || e.Path != path {
					t.Errorf("%v, want %s of the path", err, tt.code)
				}
			}
			if bytesOf(t, path) != string(tt.data) || len(names(t, dir)) != 1 {
				t.Errorf("touched: %v", names(t, dir))
			}
		})
	}
}

// edited runs statements on a project's bytes as somebody else's program could.
func edited(t *testing.T, data []byte, sql string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite3.Open((&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path)}).String())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Exec(sql); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(bytesOf(t, path))
}

func TestOpeningRefusesPlacesThatAreNoFile(t *testing.T) {
	o := world(t)
	dir := t.TempDir()
	tests := []struct {
		name, path string
		code       briefing.Code
	}{
		{"nothing", filepath.Join(dir, "none.briefing"), briefing.CodeNotFound},
		{"no folder", filepath.Join(dir, "none", "a.briefing"), briefing.CodeNotFound},
		{"a folder", dir, briefing.CodeIsDirectory},
		{"a device", os.DevNull, briefing.CodeForeign},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
				if _, err := store.Open(tt.path, m, o); briefing.CodeOf(err) != tt.code {
					t.Errorf("%v, want %s", err, tt.code)
				}
			}
		})
	}
	if left := names(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStrangeFileNamesAreOnlyNames(t *testing.T) {
	o := world(t)
	dir := t.TempDir()
	for _, name := range []string{
		"a?mode=memory.briefing", "a#b.briefing", "a%20b.briefing", "a'b;DROP.briefing", `a"b.briefing`,
		"file:x.briefing", "?_pragma=user_version(9)", "визит 山东.briefing", "и\u0306.briefing", "й.briefing", "-flag.briefing",
	} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, `?":`) {
			continue // no such name there
		}
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			f, err := store.Create(path, &project.Project{}, o)
			if err != nil {
				t.Fatal(err)
			}
			commit(t, f, "add", store.Change{Put: &briefing.Person{ID: "p"}})
			closed(t, f)
			f = open(t, path, store.ReadOnly, o)
			if len(f.Project().People) != 1 {
				t.Error("the change is lost")
			}
			closed(t, f)
		})
	}
}

// No flipped bit may go unnoticed or change what is read.
func TestAFlippedBitIsNoticedOrHarmless(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	dir := t.TempDir()
	path := filepath.Join(dir, "a.briefing")
	if err := os.WriteFile(path, good, 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, store.ReadOnly, o)
	want := printed(f.Project())
	closed(t, f)
	r := rand.New(rand.NewPCG(11, 11))
	noticed := 0
	const flips = 300
	for range flips {
		bad := append([]byte(nil), good...)
		bit := r.IntN(len(bad) * 8)
		bad[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := store.Open(path, store.ReadOnly, o)
		if err != nil {
			noticed++
			continue
		}
		if printed(f.Project()) != want {
			t.Fatalf("bit %d changes the project unnoticed", bit)
		}
		if f.Verify(t.Context()) != nil {
			noticed++
		}
		closed(t, f)
	}
	if noticed != flips {
		t.Errorf("%d of %d flips noticed", noticed, flips)
	}
}

// resealed gives every page its checksum, as somebody would who damages a
// file on purpose.
func resealed(data []byte) []byte {
	const page = 4096
	for at := 0; at+page <= len(data); at += page {
		var s1, s2 uint32
		for i := at; i < at+page-8; i += 8 {
			s1 += binary.LittleEndian.Uint32(data[i:]) + s2
			s2 += binary.LittleEndian.Uint32(data[i+4:]) + s1
		}
		binary.LittleEndian.PutUint32(data[at+page-8:], s1)
		binary.LittleEndian.PutUint32(data[at+page-4:], s2)
	}
	return data
}

// judged opens what may be anything: a refusal must have a code, and what is
// not refused must be usable.
func judged(t *testing.T, path string, data []byte, o store.Options) (taken bool) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(path, store.ReadOnly, o)
	if err != nil {
		if briefing.CodeOf(err) == briefing.CodeInternal {
			t.Fatal(err)
		}
		return false
	}
	_ = printed(f.Project())
	_, _ = f.Journal(100)
	_ = f.Verify(t.Context())
	closed(t, f)
	return true
}

func TestDamageOnPurposeIsRefusedOrHarmless(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	if string(resealed(append([]byte(nil), good...))) != string(good) {
		t.Fatal("the test computes other checksums than the driver")
	}
	path := filepath.Join(t.TempDir(), "a.briefing")
	r := rand.New(rand.NewPCG(15, 15))
	taken := 0
	for n := range 400 {
		bad := append([]byte(nil), good...)
		for range 1 + n%8 {
			at := r.IntN(len(bad))
			if n%2 == 0 { // where SQLite keeps the structure of a page
				at = at/4096*4096 + r.IntN(64)
			}
			bad[at] = byte(r.IntN(256))
		}
		if judged(t, path, resealed(bad), o) {
			taken++
		}
	}
	if taken == 0 || taken == 400 {
		t.Errorf("%d of 400 were taken: the test does not try what it means to", taken)
	}
}

func FuzzOpen(f *testing.F) {
	o := world(f)
	small := filepath.Join(f.TempDir(), "small.briefing")
	if err := store.WriteNew(small, &project.Project{}, o); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(bytesOf(f, small)))
	f.Fuzz(func(t *testing.T, data []byte) {
		judged(t, filepath.Join(t.TempDir(), "a.briefing"), resealed(append([]byte(nil), data...)), o)
	})
}
