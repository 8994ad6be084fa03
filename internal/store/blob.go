package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// An attachment's bytes lie in parts under their hash, so that neither taking
// them in nor giving them out holds more than a part in memory, and the same
// file attached twice is there once. They stay when the record goes: it may
// come back.
const (
	blobPart      = 256 << 10
	maxAttachment = 256 << 20
)

// addBlob takes in the file at path for the attachment and fills in its size
// and hash.
func (d *db) addBlob(a *briefing.Attachment, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return safefile.Error("attach", path, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	info, err := in.Stat()
	switch {
	case err != nil:
		return safefile.Error("attach", path, err)
	case info.IsDir():
		return &briefing.Error{Code: briefing.CodeIsDirectory, Op: "attach", Path: path}
	case info.Size() == 0:
		return &briefing.Error{Code: briefing.CodeEmptyFile, Op: "attach", Path: path}
	case info.Size() > maxAttachment:
		return &briefing.Error{Code: briefing.CodeTooLarge, Op: "attach", Path: path}
	}
	h := sha256.New()
	size, err := io.Copy(h, in)
	if err != nil {
		return safefile.Error("attach", path, err)
	}
	hash := hex.EncodeToString(h.Sum(nil))
	a.Size, a.Hash = int(size), hash
	known, err := d.number(`SELECT count(*) FROM "blob" WHERE "hash" = ?`, hash)
	if err != nil || known > 0 {
		return err
	}
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return safefile.Error("attach", path, err)
	}
	again := sha256.New() // the file may change between the two readings
	buf := make([]byte, blobPart)
	for part := 0; ; part++ {
		n, err := io.ReadFull(in, buf)
		if n > 0 {
			_, _ = again.Write(buf[:n])
			if err := d.exec(`INSERT INTO "blob" ("hash", "part", "data") VALUES (?, ?, ?)`, hash, part, buf[:n]); err != nil {
				return err
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return safefile.Error("attach", path, err)
		}
	}
	if hex.EncodeToString(again.Sum(nil)) != hash {
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "attach: the file is being changed", Path: path}
	}
	return nil
}

// WriteBlob writes the bytes of an attachment; CodeDamaged when they are not
// what was attached.
func (f *File) WriteBlob(a briefing.Attachment, w io.Writer) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	h := sha256.New()
	err := f.db.each(`SELECT "data" FROM "blob" WHERE "hash" = ? ORDER BY "part"`, []any{a.Hash}, func(r row) error {
		data := r.blob(0)
		_, _ = h.Write(data)
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != a.Hash {
		return &briefing.Error{Code: briefing.CodeDamaged, Op: "read attachment", Path: a.File, Err: fmt.Errorf("hash %s, not %s", got, a.Hash)}
	}
	return nil
}

// copyBlobs copies the bytes of the attachments named from one database to a
// new one, a part at a time.
func copyBlobs(from, to *db, attachments []*briefing.Attachment) error {
	seen := map[string]bool{}
	for _, a := range attachments {
		if seen[a.Hash] {
			continue
		}
		seen[a.Hash] = true
		err := from.each(`SELECT "part", "data" FROM "blob" WHERE "hash" = ? ORDER BY "part"`, []any{a.Hash}, func(r row) error {
			return to.exec(`INSERT INTO "blob" ("hash", "part", "data") VALUES (?, ?, ?)`, a.Hash, r.int(0), r.blob(1))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// WriteCopy writes a project as a new file without history, over any old one:
// the records given with the bytes of their attachments, which are this file's.
func (f *File) WriteCopy(path string, p *project.Project, o Options) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	return writeNew(path, p, o, func(d *db) error { return copyBlobs(f.db, d, p.Attachments) })
}
