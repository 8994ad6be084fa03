package store

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// SchemaVersion is the version of the tables, kept as the database's
// user_version. A change of any table, be it one field of a record, raises it
// and brings the text of the version before (schema/vN.sql) and a file of it
// for the tests; the copying of upgrade.go does the rest.
const SchemaVersion = 5

// ApplicationID marks the database as a project ("Brif" in ASCII).
const ApplicationID = 0x42726966

// shape is how a kind of record lies in tables.
type shape struct {
	briefing.Description
	table   string
	columns []string // of the record: the keys of its fields
	lists   []listShape
}

type listShape struct {
	briefing.List
	table   string
	columns []string
}

// shapes derives the tables of all kinds from their descriptions.
func shapes() []shape {
	var out []shape
	for _, d := range briefing.Descriptions() {
		s := shape{Description: d, table: string(d.Kind), columns: keys(d.Fields)}
		for _, l := range d.Lists {
			s.lists = append(s.lists, listShape{l, s.table + "_" + l.Key, keys(l.Fields)})
		}
		out = append(out, s)
	}
	return out
}

func keys(fields []briefing.Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Key
	}
	return out
}

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quoted(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quote(n)
	}
	return strings.Join(out, ", ")
}

// object is one entry of the database's schema.
type object struct{ kind, name, table, sql string }

// schema lists what a project's database holds, in the order of creation,
// with the indexes that SQLite makes by itself (they have no text).
func schema() []object {
	out := []object{
		table("meta", `"key" TEXT PRIMARY KEY`, `"value" TEXT NOT NULL`).without(),
		table("action", `"id" INTEGER PRIMARY KEY`, `"name" TEXT NOT NULL`, `"at" TEXT NOT NULL`,
			`"by" TEXT NOT NULL`, `"undoes" INTEGER NOT NULL`),
		table("journal", `"action" INTEGER NOT NULL`, `"entry" INTEGER NOT NULL`, `"kind" TEXT NOT NULL`,
			`"record" TEXT NOT NULL`, `"list" TEXT NOT NULL`, `"row" INTEGER NOT NULL`, `"field" TEXT NOT NULL`,
			`"old" TEXT`, `"new" TEXT`, `PRIMARY KEY ("action", "entry")`).without(),
		{"index", "journal_record", "journal", `CREATE INDEX "journal_record" ON "journal" ("kind", "record")`},
		table("figures", `"id" INTEGER PRIMARY KEY`, `"import" TEXT NOT NULL`, `"rows" INTEGER NOT NULL`,
			`"live" INTEGER NOT NULL`, `"digest" BLOB NOT NULL`),
		table("figures_data", `"id" INTEGER PRIMARY KEY`, `"data" BLOB NOT NULL`),
		table("blob", `"id" INTEGER PRIMARY KEY`, `"hash" TEXT NOT NULL`, `"part" INTEGER NOT NULL`, `"data" BLOB NOT NULL`),
		{"index", "blob_part", "blob", `CREATE UNIQUE INDEX "blob_part" ON "blob" ("hash", "part")`},
	}
	for _, s := range shapes() {
		parts := []string{`"position" INTEGER PRIMARY KEY`, `"id" TEXT NOT NULL UNIQUE`}
		out = append(out, table(s.table, append(parts, texts(s.columns)...)...),
			object{"index", "sqlite_autoindex_" + s.table + "_1", s.table, ""})
		for _, l := range s.lists {
			parts := []string{`"record" TEXT NOT NULL`, `"row" INTEGER NOT NULL`}
			parts = append(parts, texts(l.columns)...)
			out = append(out, table(l.table, append(parts, `PRIMARY KEY ("record", "row")`)...).without())
		}
	}
	return out
}

func texts(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = quote(c) + " TEXT NOT NULL"
	}
	return out
}

func table(name string, parts ...string) object {
	sql := fmt.Sprintf("CREATE TABLE %s (\n  %s\n) STRICT", quote(name), strings.Join(parts, ",\n  "))
	return object{"table", name, name, sql}
}

func (o object) without() object {
	o.sql += ", WITHOUT ROWID"
	return o
}

// SchemaText is the schema as statements, for the fixture that fixes it and
// for people with an SQLite tool.
func SchemaText() string {
	var b strings.Builder
	fmt.Fprintf(&b, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n", ApplicationID, SchemaVersion)
	for _, o := range schema() {
		if o.sql != "" {
			b.WriteString(o.sql + ";\n")
		}
	}
	return b.String()
}

// verifySchema compares the schema list with what this version makes.
func (d *db) verifySchema() error { return d.verifySchemaOf("main", schema()) }

// verifySchemaOf reads the list of a database and nothing that the list
// defines, so that no view, trigger or generated column of a hostile file is
// ever run.
func (d *db) verifySchemaOf(database string, want []object) error {
	var have []object
	err := d.each(`SELECT type, name, tbl_name, coalesce(sql, '') FROM `+quote(database)+`.sqlite_schema`, nil, func(r row) error {
		have = append(have, object{r.text(0), r.text(1), r.text(2), r.text(3)})
		return nil
	})
	if err != nil {
		return err
	}
	for _, list := range [][]object{have, want} {
		slices.SortFunc(list, func(a, b object) int { return strings.Compare(a.kind+"\x00"+a.name, b.kind+"\x00"+b.name) })
	}
	for i := range max(len(have), len(want)) {
		if i >= len(have) || i >= len(want) || have[i] != want[i] {
			name := ""
			if i < len(have) {
				name = have[i].name
			}
			return &briefing.Error{Code: briefing.CodeDamaged, Op: "compare schema at " + name, Path: d.path}
		}
	}
	return nil
}
