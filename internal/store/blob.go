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

// copyBlobs copies the bytes under the hashes from one database to a new one, a
// part at a time.
func copyBlobs(from, to *db, hashes []string) error {
	seen := map[string]bool{}
	for _, hash := range hashes {
		if seen[hash] {
			continue
		}
		seen[hash] = true
		err := from.each(`SELECT "part", "data" FROM "blob" WHERE "hash" = ? ORDER BY "part"`, []any{hash}, func(r row) error {
			return to.exec(`INSERT INTO "blob" ("hash", "part", "data") VALUES (?, ?, ?)`, hash, r.int(0), r.blob(1))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// WriteCopy writes a project as a new file without history, over any old one:
// the records given with the bytes that belong to them, which are this file's.
func (f *File) WriteCopy(path string, p *project.Project, o Options) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	return writeNew(path, p, o, func(d *db) error { return copyBlobs(f.db, d, blobsOf(p)) })
}

// blobsOf lists the hashes of the bytes that records of the project stand for.
func blobsOf(p *project.Project) []string {
	var out []string
	for _, a := range p.Attachments {
		out = append(out, a.Hash)
	}
	for _, n := range p.Nomenclatures {
		out = append(out, n.Data)
	}
	return out
}

// addBytes takes in the names of a nomenclature and fills in their hash.
func (d *db) addBytes(n *briefing.Nomenclature, data []byte) error {
	sum := sha256.Sum256(data)
	n.Data = hex.EncodeToString(sum[:])
	known, err := d.number(`SELECT count(*) FROM "blob" WHERE "hash" = ?`, n.Data)
	if err != nil || known > 0 {
		return err
	}
	for part := 0; len(data) > 0; part++ {
		size := min(len(data), blobPart)
		if err := d.exec(`INSERT INTO "blob" ("hash", "part", "data") VALUES (?, ?, ?)`, n.Data, part, data[:size]); err != nil {
			return err
		}
		data = data[size:]
	}
	return nil
}

// Bytes gives the bytes under a hash, at most limit of them; CodeDamaged when
// they are not what was put there.
func (f *File) Bytes(hash string, limit int) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil, f.closedError()
	}
	var out []byte
	bad := &briefing.Error{Code: briefing.CodeDamaged, Op: "read bytes", Path: f.path}
	err := f.db.each(`SELECT "data" FROM "blob" WHERE "hash" = ? ORDER BY "part"`, []any{hash}, func(r row) error {
		if out = append(out, r.blob(0)...); len(out) > limit {
			return bad
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(out); hex.EncodeToString(sum[:]) != hash {
		return nil, bad
	}
	return out, nil
}
