package store

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// WriteNew writes the project as a new file in one go, over any old one. The
// journal begins with this as its first action. The same project, user and
// time give the same bytes.
func WriteNew(path string, p *project.Project, o Options) error {
	return writeNew(path, p, o, func(*db) error { return nil })
}

// writeNew is WriteNew with something more to be put into the new database.
func writeNew(path string, p *project.Project, o Options, more func(*db) error) error {
	o, err := o.filled()
	if err != nil {
		return err
	}
	// The driver wants an absolute name; the error keeps the one given.
	return safefile.ReplaceBy(path, func(temp string) error {
		temp, err := absolute(temp)
		if err != nil {
			return err
		}
		d, err := connectNew(temp)
		if err != nil {
			return err
		}
		return errors.Join(d.fill(p, o, more), d.close())
	})
}

// Create makes a new project file and opens it for changing. A file that
// exists is refused with CodeExists.
func Create(path string, p *project.Project, o Options) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, &briefing.Error{Code: briefing.CodeExists, Op: "create", Path: path}
	}
	if err := WriteNew(path, p, o); err != nil {
		return nil, err
	}
	return Open(path, ReadWrite, o)
}

// makeTables makes the tables of an empty database, in a transaction of their
// own: only when the first page lies in the file does the driver know that
// the others are to have checksums, and a large transaction writes those first.
func (d *db) makeTables() error {
	return d.transaction(func() error { return d.script(SchemaText()) })
}

// fill makes the tables and writes the whole project into them.
func (d *db) fill(p *project.Project, o Options, more func(*db) error) error {
	if err := d.makeTables(); err != nil {
		return err
	}
	return d.transaction(func() error {
		if err := d.exec(`INSERT INTO "meta" VALUES ('created_at', ?), ('created_by', ?)`, o.stamp(), o.User); err != nil {
			return err
		}
		if err := d.exec(`INSERT INTO "action" VALUES (1, ?, ?, ?, 0)`, actionCreate, o.stamp(), o.User); err != nil {
			return err
		}
		for _, s := range shapes() {
			if err := d.fillKind(s, p.Records(s.Kind)); err != nil {
				return err
			}
		}
		if err := more(d); err != nil || p.Figures.Len() == 0 {
			return err
		}
		for _, s := range segments(p.Figures) {
			if _, err := d.addFigures(s); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *db) fillKind(s shape, records []briefing.Record) error {
	seen := map[briefing.ID]bool{}
	for i, r := range records {
		ref := r.Ref()
		if err := checkID(ref); err != nil {
			return err
		}
		if seen[ref.ID] {
			return &briefing.Error{Code: briefing.CodeExists, Op: "store", Path: string(ref.Kind) + "/" + string(ref.ID) + " #" + strconv.Itoa(i+1)}
		}
		seen[ref.ID] = true
		row, err := s.take(r)
		if err != nil {
			return err
		}
		row.position = int64(i + 1)
		if err := d.insert(s, ref.ID, row); err != nil {
			return err
		}
	}
	return nil
}

// compact writes what the database at from holds, which may be of an older
// version, to a new file of this one, table by table and thus without free
// pages. It reads one state of a working copy, whoever writes to that
// meanwhile. (VACUUM INTO would do the same for this version, but leaves pages
// without checksums: see makeTables.)
func compact(from, to string) error {
	if err := safefile.Remove(to); err != nil {
		return err
	}
	d, err := connectNew(to)
	if err != nil {
		return err
	}
	return errors.Join(d.copyFrom(from, versionOf(from)), d.close())
}

// compacted is compact to a state of its own in a folder of private copies;
// a small one comes to lie in memory.
func compacted(from, dir string) (still, error) {
	path, err := safefile.Temp(dir)
	if err != nil {
		return still{}, err
	}
	s := still{path: path, own: true}
	if err := compact(from, path); err != nil {
		s.drop()
		return still{}, err
	}
	if info, err := os.Stat(path); err == nil && info.Size() <= inMemory {
		defer s.drop()
		data, err := os.ReadFile(path)
		return still{data: data}, safefile.Error("open", path, err)
	}
	return s, nil
}

func (d *db) copyFrom(path string, version int64) error {
	old, ok := schemaOf(version)
	if !ok {
		return &briefing.Error{Code: briefing.CodeDamaged, Op: fmt.Sprintf("copy version %d", version), Path: path}
	}
	if err := d.makeTables(); err != nil {
		return err
	}
	if err := d.conn.BusyTimeout(patience); err != nil {
		return failure("open", path, err)
	}
	if err := d.exec(`ATTACH ? AS "work"`, address(path, url.Values{"mode": {"rw"}})); err != nil {
		return err
	}
	// Deferred: the working copy is only read, its owner may go on writing.
	err := d.between(`BEGIN`, func() error {
		if err := d.verifySchemaOf("work", old); err != nil {
			return err
		}
		for _, o := range schema() {
			if o.kind != "table" || !slices.ContainsFunc(old, func(x object) bool { return x.kind == "table" && x.name == o.name }) {
				continue
			}
			if err := d.copyTable(o.name); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, d.exec(`DETACH "work"`))
}

// copyTable copies a table from the attached database; columns that it does
// not have are empty.
func (d *db) copyTable(name string) error {
	columns := func(database string) (list []string, err error) {
		err = d.each(`SELECT "name" FROM pragma_table_info(?, ?) ORDER BY "cid"`, []any{name, database}, func(r row) error {
			list = append(list, r.text(0))
			return nil
		})
		return list, err
	}
	now, err := columns("main")
	if err != nil {
		return err
	}
	old, err := columns("work")
	if err != nil {
		return err
	}
	from := make([]string, len(now))
	for i, c := range now {
		if from[i] = `''`; slices.Contains(old, c) {
			from[i] = quote(c)
		}
	}
	return d.exec(fmt.Sprintf(`INSERT INTO "main".%[1]s (%[2]s) SELECT %[3]s FROM "work".%[1]s`,
		quote(name), quoted(now), strings.Join(from, ", ")))
}
