package store

import (
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// A file of an older version is never changed where it lies. Its tables are
// copied, column by column, into a new database of this version: what is new
// is empty. The user's file becomes that of this version when the project is
// next published, and a copy of the old one is put beside it first.

// oldSchemas fix the tables of the released versions, by which a file of one
// is known before anything in it is read.
//
//go:embed schema/*.sql
var oldSchemas embed.FS

var (
	schemaTable = regexp.MustCompile(`^CREATE TABLE "([^"]+)"`)
	schemaIndex = regexp.MustCompile(`^CREATE (?:UNIQUE )?INDEX "([^"]+)" ON "([^"]+)"`)
)

// schemaOf is what a database of the version holds; ok is false for a version
// that never was.
func schemaOf(version int64) (list []object, ok bool) {
	if version == SchemaVersion {
		return schema(), true
	}
	text, err := oldSchemas.ReadFile(fmt.Sprintf("schema/v%d.sql", version))
	if err != nil {
		return nil, false
	}
	for sql := range strings.SplitSeq(string(text), ";\n") {
		if m := schemaTable.FindStringSubmatch(sql); m != nil {
			list = append(list, object{"table", m[1], m[1], sql})
			if strings.Contains(sql, " UNIQUE") {
				list = append(list, object{"index", "sqlite_autoindex_" + m[1] + "_1", m[1], ""})
			}
		} else if m := schemaIndex.FindStringSubmatch(sql); m != nil {
			list = append(list, object{"index", m[1], m[2], sql})
		}
	}
	return list, true
}

// versionIn is the schema's version in the header of a database.
func versionIn(header []byte) int64 {
	if len(header) < headerSize {
		return 0
	}
	return int64(binary.BigEndian.Uint32(header[atUserVersion:]))
}

// versionOf is versionIn of a file, 0 when there is none.
func versionOf(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close() //nolint:errcheck // opened for reading only
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(f, header); err != nil {
		return 0
	}
	return versionIn(header)
}

// current gives a state of a file as this version has it: the same, or made
// anew from that of an older one, which is let go then.
func (f *File) current(s still) (still, error) {
	header, _, err := s.header()
	if err != nil {
		return s, err
	}
	version := versionIn(header)
	if version == SchemaVersion {
		return s, nil
	}
	defer s.drop()
	if _, ok := schemaOf(version); !ok {
		return still{}, &briefing.Error{Code: briefing.CodeDamaged, Op: fmt.Sprintf("upgrade from version %d", version), Path: f.path}
	}
	dir, err := f.privateDir()
	if err != nil {
		return still{}, err
	}
	if s.data != nil { // the database driver copies from files
		path, err := safefile.Temp(dir)
		if err != nil {
			return still{}, err
		}
		defer safefile.Discard(path)
		if err := safefile.WriteFile(path, s.data); err != nil {
			return still{}, err
		}
		s.path = path
	}
	return compacted(s.path, dir)
}

// upgrade makes a working copy that an older program left one of this version.
// At every moment the one or the other is there, whole.
func (w *working) upgrade() error {
	if versionOf(w.database()) == SchemaVersion {
		return nil
	}
	alone, err := safefile.CloseGate(w.gate())
	if err != nil {
		return err
	}
	defer alone.Open()
	d, err := connectWorking(w.database())
	if err != nil {
		return err
	}
	// What lies in the log belongs to the old file and must not meet the new
	// one. Somebody who looks at the copy meanwhile is waited for.
	err = d.patiently(`PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE`)
	if closing := d.close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	defer safefile.Remove(w.draft()) //nolint:errcheck // goes with the working copy at the latest
	if err := compact(w.database(), w.draft()); err != nil {
		return err
	}
	return safefile.Adopt(w.database(), w.draft())
}

// keepOld puts a copy of the user's file beside it when it is of an older
// version, before the first publication takes its place: «Визит.briefing.bak-v1».
func (f *File) keepOld() error {
	version := versionOf(f.path)
	if version == 0 || version >= SchemaVersion {
		return nil
	}
	digest, err := digestOf(f.path)
	if err != nil {
		return err
	}
	for n := 1; n < 1000; n++ {
		path := fmt.Sprintf("%s.bak-v%d", f.path, version)
		if n > 1 {
			path = fmt.Sprintf("%s-%d", path, n)
		}
		switch have, err := digestOf(path); {
		case err != nil || have != "" && have != digest: // another one's
			continue
		case have == digest:
			return nil
		}
		return safefile.Copy(path, f.path)
	}
	return &briefing.Error{Code: briefing.CodeExists, Op: "keep old version", Path: f.path}
}
