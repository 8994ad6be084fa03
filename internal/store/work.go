package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// A working copy lies in a folder of its own in the state folder, named after
// the user's file: the database with what SQLite keeps beside it, and a note
// that tells which state of the user's file it goes back to.
//
// A copy without a note was never handed out, so nothing is lost with it; a
// note without a copy is of no use either. Hence the note comes last and goes
// last, unless all of the copy is published: see renounce.

type working struct {
	dir  string
	base base
}

// base is the note: what the user's file was when it was last in step with
// the working copy.
type base struct {
	Path      string   `json:"path"`   // the user's file
	Digest    string   `json:"digest"` // SHA-256 of its bytes, empty when it was not there
	Published int64    `json:"published"`
	Pending   *pending `json:"pending,omitempty"`
}

// pending announces a publication, so that a crash between replacing the
// user's file and noting it is not taken for somebody else's change.
type pending struct {
	Digest string `json:"digest"`
	Action int64  `json:"action"`
}

func workingOf(state, target string) *working {
	name := target
	switch runtime.GOOS { // as the system itself tells names apart
	case "windows":
		name = strings.ToLower(name)
	case "darwin":
		name = strings.ToLower(norm.NFC.String(name))
	}
	sum := sha256.Sum256([]byte(name))
	return &working{dir: filepath.Join(state, "work", hex.EncodeToString(sum[:8]))}
}

func (w *working) database() string { return filepath.Join(w.dir, "work.briefing") }
func (w *working) note() string     { return filepath.Join(w.dir, "base.json") }
func (w *working) draft() string    { return filepath.Join(w.dir, "publish.briefing") }

// gate is closed while somebody waits to have the working copy alone.
func (w *working) gate() string { return filepath.Join(w.dir, "alone") }

// awaitGate lets one who wants the working copy alone go first: those who look
// again and again could keep him out for ever, since the database's locks know
// no turns.
func (w *working) awaitGate() {
	for until := time.Now().Add(patience); time.Now().Before(until) && safefile.GateClosed(w.gate()); {
		time.Sleep(patience / 250)
	}
}

// find reads the note of a working copy that is there. An error means that
// there is one and that it can't be told what it is: it must not be taken for
// none, since that would be the end of it.
func (w *working) find() (bool, error) {
	data, err := os.ReadFile(w.note())
	var info fs.FileInfo
	if err == nil {
		info, err = os.Stat(w.database())
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, safefile.Error("find working copy", w.note(), err)
	case !info.Mode().IsRegular() || info.Size() == 0:
		return false, nil
	}
	if err := json.Unmarshal(data, &w.base); err != nil {
		return false, &briefing.Error{Code: briefing.CodeDamaged, Op: "find working copy", Path: w.note(), Err: err}
	}
	return true, nil
}

func (w *working) save() error {
	return safefile.Replace(w.note(), func(out io.Writer) error {
		return json.NewEncoder(out).Encode(w.base)
	})
}

// place puts a state of the user's file where the working copy has its
// database. Without its note it is none yet.
func (w *working) place(s still) error {
	if err := w.discard(); err != nil {
		return err
	}
	if err := safefile.PrivateDir(w.dir); err != nil {
		return err
	}
	if s.data == nil {
		return safefile.Adopt(w.database(), s.path)
	}
	if err := safefile.WriteFile(w.database(), s.data); err != nil {
		return err
	}
	if err := os.Chmod(w.database(), 0o600); err != nil {
		return safefile.Error("open", w.database(), err)
	}
	return nil
}

// renounce makes the working copy one that was never handed out, durably: all
// that it holds is published. Then its log needs not be brought into its
// database to be thrown away with it; of a copy that still has its note, the
// log could be lost and the database stay, which would be an older state.
func (w *working) renounce() error {
	if err := safefile.Remove(w.note()); err != nil {
		return err
	}
	return safefile.Error("close", w.dir, safefile.SyncFolder(w.dir))
}

// discard removes the working copy.
func (w *working) discard() error {
	db := w.database()
	for _, name := range []string{db, db + "-wal", db + "-shm", db + "-journal", w.draft(), w.gate(), w.note()} {
		if err := safefile.Remove(name); err != nil {
			return err
		}
	}
	safefile.Sweep(w.dir)
	_ = os.Remove(w.dir) // stays when something of another origin lies in it
	return nil
}

// putAside keeps an unreadable working copy for repair and tells where.
func (w *working) putAside() (string, error) {
	for n := 1; n < 1000; n++ {
		aside := fmt.Sprintf("%s.aside-%d", w.dir, n)
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		return aside, safefile.Error("put aside", w.dir, os.Rename(w.dir, aside))
	}
	return "", &briefing.Error{Code: briefing.CodeCannotWrite, Op: "put aside", Path: w.dir}
}

// settlePending finishes the note of a publication that a crash cut off: the
// user's file either has it or not.
func (w *working) settlePending(digest string) {
	if p := w.base.Pending; p != nil && p.Digest == digest {
		w.base.Digest, w.base.Published = p.Digest, p.Action
	}
	w.base.Pending = nil
}

// digestOf is the SHA-256 of a file, empty when there is none.
func digestOf(path string) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", safefile.Error("read", path, err)
	}
	defer f.Close() //nolint:errcheck // opened for reading only
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", safefile.Error("read", path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func digestOfBytes(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
