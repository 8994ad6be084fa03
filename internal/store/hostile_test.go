package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/store"
)

// rewritten changes the text of an entry of the schema, has statements run
// under it and puts the old text back: rows that the schema forbids.
func rewritten(t *testing.T, data []byte, table, old, now, sql string) []byte {
	t.Helper()
	change := func(from, to string) string {
		return fmt.Sprintf(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s') WHERE name = '%s'`, from, to, table)
	}
	data = edited(t, data, change(old, now))
	data = edited(t, data, sql)
	return edited(t, data, change(now, old))
}

// claiming makes the first row of the first page of a table of rows that has
// the text claim n bytes in four.
func claiming(t *testing.T, data []byte, text string) []byte {
	t.Helper()
	out := slices.Clone(data)
	for at := 4096; at < len(out); at += 4096 {
		page := out[at : at+4096]
		if page[0] == 0x0d && strings.Contains(string(page), text) {
			cell := int(page[8])<<8 | int(page[9])
			copy(page[cell:], "\xff\xff\xff\x7f")
			return resealed(out)
		}
	}
	t.Fatal("no such page")
	return nil
}

func dropAll() string {
	var b strings.Builder
	for _, m := range regexp.MustCompile(`CREATE TABLE ("[a-z_]+")`).FindAllStringSubmatch(store.SchemaText(), -1) {
		b.WriteString("DROP TABLE " + m[1] + ";")
	}
	return b.String()
}

func heavySchema() string {
	var b strings.Builder
	for n := range 300 {
		fmt.Fprintf(&b, "CREATE VIEW v%d AS SELECT %s1%s AS x FROM fact;", n, strings.Repeat("abs(", 90), strings.Repeat(")", 90))
	}
	return b.String()
}

const endless = `WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT x FROM r`

// A hostile file is refused by a code, soon and in little memory, and is left
// as it is; looking at it and recovering from it runs nothing of it.
func TestHostileFiles(t *testing.T) {
	o := world(t)
	good := sound(t, o)
	sql := func(text string) []byte { return edited(t, good, text) }
	strict := func(table, text string) []byte { return rewritten(t, good, table, ") STRICT", ") ", text) }
	tests := []struct {
		name string
		data []byte
		code briefing.Code
	}{
		{"an endless view in place of a table", sql(`DROP TABLE person; CREATE VIEW person AS ` + endless), briefing.CodeDamaged},
		{"an endless view beside the tables", sql(`CREATE VIEW v AS ` + endless), briefing.CodeDamaged},
		{"a trigger that deletes", sql(`CREATE TRIGGER t AFTER INSERT ON "action" BEGIN DELETE FROM person; END`), briefing.CodeDamaged},
		{"a generated column", sql(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ', g TEXT AS (printf(''%.*c'', 200000000, ''x'')) VIRTUAL) STRICT') WHERE name = 'person'`), briefing.CodeDamaged},
		{"an index over an expression", sql(`CREATE INDEX i ON person (length(printf('%.*c', 100, id)))`), briefing.CodeDamaged},
		{"a schema heavy with expressions", sql(heavySchema()), briefing.CodeDamaged},
		{"a schema of another application", sql(dropAll() + `CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')`), briefing.CodeDamaged},
		{"numbers where texts should be", rewritten(t, good, "person", `"name_ru" TEXT NOT NULL`, `"name_ru" REAL NOT NULL`, `UPDATE person SET name_ru = 12.5`), briefing.CodeDamaged},
		{"bytes where texts should be", strict("person", `UPDATE person SET name_ru = x'd0d1'`), briefing.CodeDamaged},
		{"texts where numbers should be", strict("figures", `UPDATE figures SET "rows" = 'fifty'`), briefing.CodeDamaged},
		{"nothing where texts should be", rewritten(t, good, "person", `"name_ru" TEXT NOT NULL`, `"name_ru" TEXT`, `UPDATE person SET name_ru = NULL`), briefing.CodeDamaged},
		{"a row that claims 256 MB", claiming(t, good, "person-"), briefing.CodeDamaged},
		{"2^31 pages", resealed(patched(good, 28, 0x80, 0, 0, 0)), briefing.CodeTruncated},
		{"a newer version", resealed(patched(good, 60, 0, 0, 0, store.SchemaVersion+1)), briefing.CodeNewer},
		{"the newest version there can be", resealed(patched(good, 60, 0x7f, 0xff, 0xff, 0xff)), briefing.CodeNewer},
		{"version 0", resealed(patched(good, 60, 0, 0, 0, 0)), briefing.CodeDamaged},
		{"the schema of version 2 in a file of version 1", resealed(patched(good, 60, 0, 0, 0, 1)), briefing.CodeDamaged},
		{"a root that is its own child", looped(good), briefing.CodeDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path, out := filepath.Join(dir, "a.briefing"), filepath.Join(t.TempDir(), "out.briefing")
			if err := os.WriteFile(path, tt.data, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
				frugal(t, func() {
					if _, err := store.Open(path, m, o); briefing.CodeOf(err) != tt.code {
						t.Errorf("%v, want %s", err, tt.code)
					}
				})
			}
			frugal(t, func() { recoverOrRefuse(t, path, out, o) })
			if bytesOf(t, path) != string(tt.data) || len(names(t, dir)) != 1 {
				t.Errorf("touched: %v", names(t, dir))
			}
		})
	}
}

// looped makes the first table's root an inner page above itself.
func looped(data []byte) []byte {
	out := slices.Clone(data)
	for at := 4096; at < len(out); at += 4096 {
		if page := out[at : at+4096]; page[0] == 0x0d && page[4] > 0 {
			n := byte(at/4096 + 1)
			copy(page, []byte{0x05, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, n})
			return resealed(out)
		}
	}
	return out
}

// frugal fails the test when f takes more than two seconds or 256 MB.
func frugal(t *testing.T, f func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	f()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 2*time.Second || mb > 256 {
		t.Errorf("took %v and %d MB", took, mb)
	}
}

// recoverOrRefuse recovers what may be anything: a refusal has a code and
// leaves nothing, and what is recovered is sound.
func recoverOrRefuse(t *testing.T, path, out string, o store.Options) {
	t.Helper()
	r, err := store.Recover(t.Context(), path, out, o)
	if err != nil {
		if _, made := os.Lstat(out); made == nil || briefing.CodeOf(err) == briefing.CodeInternal {
			t.Errorf("%v; made: %v", err, made == nil)
		}
		return
	}
	if r.Sound() || r.From != store.FromFile {
		t.Errorf("found sound: %+v", r)
	}
	if d := examined(t, out, o); !d.Sound() {
		t.Errorf("what was recovered is not sound: %+v", d)
	}
}
