package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs/readervfs"

	"briefing/internal/briefing"
)

// db is the one door to the database driver: statements with bound values in,
// rows out, errors with codes. It is used by one goroutine at a time.
type db struct {
	conn       *sqlite3.Conn
	statements map[string]*sqlite3.Stmt
	path       string // what errors are about
	closed     func() // after closing
}

const (
	maxValue = 1 << 28 // bytes of one text or blob
	deadline = time.Minute
	patience = 5 * time.Second // with another connection to a working copy
)

// durably are the settings under which a change is on the disk when its
// transaction has ended. Only a control that must see damage changes them.
var durably = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON`

// address is the driver's name for a file; nothing in the path is taken for a
// parameter. A drive letter stands without a slash before it, since the driver
// hands the path on as it is; a share keeps its two slashes.
func address(path string, parameters url.Values) string {
	parameters.Set("vfs", fileSystem)
	u := url.URL{Path: filepath.ToSlash(path)}
	begin := "file:"
	if strings.HasPrefix(u.Path, "/") {
		begin = "file://"
	}
	return begin + u.EscapedPath() + "?" + parameters.Encode()
}

// connect opens a database under defensive settings: nothing that the file's
// schema may hold is run, and sizes are limited.
func connect(name, path string) (*db, error) {
	conn, err := sqlite3.Open(name)
	if err != nil {
		return nil, failure("open", path, err)
	}
	d := &db{conn: conn, statements: map[string]*sqlite3.Stmt{}, path: path}
	conn.Limit(sqlite3.LIMIT_LENGTH, maxValue)
	conn.Limit(sqlite3.LIMIT_SQL_LENGTH, 1<<20)
	conn.Limit(sqlite3.LIMIT_ATTACHED, 1)
	conn.Limit(sqlite3.LIMIT_TRIGGER_DEPTH, 1)
	for option, on := range map[sqlite3.DBConfig]bool{
		sqlite3.DBCONFIG_DEFENSIVE: true, sqlite3.DBCONFIG_TRUSTED_SCHEMA: false,
		sqlite3.DBCONFIG_ENABLE_TRIGGER: false, sqlite3.DBCONFIG_ENABLE_VIEW: false,
		sqlite3.DBCONFIG_DQS_DML: false, sqlite3.DBCONFIG_DQS_DDL: false,
	} {
		if _, err := conn.Config(option, on); err != nil {
			return nil, errors.Join(failure("open", path, err), d.close())
		}
	}
	if err := d.script(`PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY`); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// connectWorking opens a working copy for durable changes.
func connectWorking(path string) (*db, error) {
	d, err := connectPatient(path)
	if err != nil {
		return nil, err
	}
	if err := d.patiently(durably + `; PRAGMA secure_delete = ON`); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// connectLooking opens a working copy that may be another process's to look at
// it. It changes nothing there, neither the kind of journal nor, when it
// closes, the log: the file may have been replaced under its name meanwhile,
// and what lies beside it belongs to the new one.
func connectLooking(path string) (*db, error) {
	d, err := connectPatient(path)
	if err != nil {
		return nil, err
	}
	if _, err := d.conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true); err != nil {
		return nil, errors.Join(failure("open", path, err), d.close())
	}
	return d, nil
}

func connectPatient(path string) (*db, error) {
	d, err := connect(address(path, url.Values{"mode": {"rw"}}), path)
	if err != nil {
		return nil, err
	}
	if err := d.conn.BusyTimeout(patience); err != nil {
		return nil, errors.Join(failure("open", path, err), d.close())
	}
	return d, nil
}

// patiently runs a script again while another connection has the file for a
// moment: SQLite does not wait by itself when it changes the kind of journal
// or rolls back what a crash left.
func (d *db) patiently(sql string) error {
	for until := time.Now().Add(patience); ; time.Sleep(patience / 250) {
		err := d.script(sql)
		if briefing.CodeOf(err) != briefing.CodeLocked || time.Now().After(until) {
			return err
		}
	}
}

// connectNew opens an empty file to be filled in one go. Nobody else sees it
// before it is whole, so it needs neither lock nor sync, nor a journal on the
// disk. (To do without any is refused under the defensive settings.)
func connectNew(path string) (*db, error) {
	d, err := connect(address(path, url.Values{"mode": {"rwc"}, "nolock": {"1"}}), path)
	if err != nil {
		return nil, err
	}
	_, err = d.conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true) // of what it copies from
	if err == nil {
		_, err = d.conn.FileControl("main", sqlite3.FCNTL_RESERVE_BYTES, checksumBytes)
	}
	if err == nil {
		err = d.script(`PRAGMA main.journal_mode = MEMORY; PRAGMA main.synchronous = OFF; PRAGMA main.locking_mode = EXCLUSIVE`)
	}
	if err != nil {
		return nil, errors.Join(failure("create", path, err), d.close())
	}
	return d, nil
}

// checksumBytes at the end of each page hold its checksum, in SQLite's own
// format of its checksum extension; the driver writes and verifies them.
const checksumBytes = 8

// connectImage opens the bytes of a file for reading. The file itself stays
// free, so that another process can replace it meanwhile.
func connectImage(image io.ReaderAt, size int64, path string) (*db, error) {
	data := &sized{image, size}
	name := fmt.Sprintf("briefing-%p", data) // no other image that is open has this address
	readervfs.Create(name, data)
	d, err := connect("file:"+name+"?vfs=reader&immutable=1", path)
	if err != nil {
		readervfs.Delete(name)
		return nil, err
	}
	d.closed = func() { readervfs.Delete(name) }
	return d, nil
}

type sized struct {
	io.ReaderAt
	size int64
}

func (s *sized) Size() (int64, error) { return s.size, nil }

// within limits everything done on the connection until the returned function
// is called.
func (d *db) within(limit time.Duration) func() {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	old := d.conn.SetInterrupt(ctx)
	return func() {
		d.conn.SetInterrupt(old)
		cancel()
	}
}

func (d *db) close() error {
	for _, s := range d.statements {
		_ = s.Close() // gives again the error of its last run
	}
	err := d.conn.Close()
	if d.closed != nil {
		d.closed()
		d.closed = nil
	}
	return failure("close", d.path, err)
}

// script runs statements of this package's own text.
func (d *db) script(sql string) error { return failure("run", d.path, d.conn.Exec(sql)) }

func (d *db) statement(sql string, args []any) (*sqlite3.Stmt, error) {
	s, ok := d.statements[sql]
	if !ok {
		var err error
		if s, _, err = d.conn.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT); err != nil {
			return nil, err
		}
		d.statements[sql] = s
	}
	for i, a := range args {
		var err error
		switch a := a.(type) {
		case nil:
			err = s.BindNull(i + 1)
		case string:
			err = s.BindText(i+1, a)
		case int:
			err = s.BindInt(i+1, a)
		case int64:
			err = s.BindInt64(i+1, a)
		case []byte:
			err = s.BindBlob(i+1, a)
		default:
			err = fmt.Errorf("bind %T", a)
		}
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

// exec runs one statement with bound values.
func (d *db) exec(sql string, args ...any) error {
	return d.each(sql, args, func(row) error { return nil })
}

// row is the row that each has come to; it is valid until the next one.
type row struct{ s *sqlite3.Stmt }

func (r row) text(i int) string { return r.s.ColumnText(i) }
func (r row) int(i int) int64   { return r.s.ColumnInt64(i) }
func (r row) blob(i int) []byte { return r.s.ColumnBlob(i, nil) }

// raw is blob without a copy: valid until the next row.
func (r row) raw(i int) []byte { return r.s.ColumnRawBlob(i) }

func (r row) null(i int) bool { return r.s.ColumnType(i) == sqlite3.NULL }

// each runs one statement and hands its rows over until f returns an error.
func (d *db) each(sql string, args []any, f func(row) error) error {
	s, err := d.statement(sql, args)
	if err != nil {
		return failure("prepare", d.path, err)
	}
	for s.Step() {
		if err := f(row{s}); err != nil {
			return errors.Join(err, ignore(s.Reset()))
		}
	}
	err = s.Err()
	_ = s.Reset() // gives the same error again
	return failure("run", d.path, err)
}

// ignore drops the error of a step that only tidies up after another one.
func ignore(error) error { return nil }

// number runs a statement that gives one number.
func (d *db) number(sql string, args ...any) (n int64, err error) {
	err = d.each(sql, args, func(r row) error {
		n = r.int(0)
		return nil
	})
	return n, err
}

// transaction runs f in one transaction, which is durable when it returns nil
// and has left no trace otherwise.
func (d *db) transaction(f func() error) error { return d.between(`BEGIN IMMEDIATE`, f) }

// between is transaction with a beginning that may wait with taking locks.
func (d *db) between(begin string, f func() error) (err error) {
	if err := d.script(begin); err != nil {
		return err
	}
	defer func() { // also when f panics
		if !d.conn.GetAutocommit() {
			old := d.conn.SetInterrupt(context.Background()) // this runs after a deadline too
			err = errors.Join(err, d.script(`ROLLBACK`))
			d.conn.SetInterrupt(old)
		}
	}()
	if err := f(); err != nil {
		return err
	}
	return d.script(`COMMIT`)
}
