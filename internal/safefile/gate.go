package safefile

import (
	"errors"
	"os"
	"time"
)

// Gate is closed by one who wants to be alone for a moment, and looked at by
// those who would otherwise stand in his way. It is the system's own lock on a
// small file: a gate whose closer died is open, whether the file is left or not.
type Gate struct{ file *os.File }

// gatePatience is how long CloseGate waits for one who just looks at it.
const gatePatience = 200 * time.Millisecond

// CloseGate closes the gate at the path. Somebody else may have it closed
// already: then it stays closed as long as he wants, and this one's Open does
// nothing. On a disk that knows no locks the gate is always open.
func CloseGate(path string) (*Gate, error) {
	for until := time.Now().Add(gatePatience); ; time.Sleep(gatePatience / 50) {
		f, err := openNew(path, os.O_RDWR, 0o600)
		if err != nil {
			return nil, Error("close gate", path, err)
		}
		free, err := tryLock(f)
		if err != nil {
			return nil, Error("close gate", path, errors.Join(err, f.Close()))
		}
		if free && same(f, path) {
			return &Gate{f}, nil
		}
		_ = f.Close()
		if !free && time.Now().After(until) {
			return &Gate{}, nil
		}
	}
}

// GateClosed tells whether somebody who lives has the gate closed.
func GateClosed(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // nothing was written
	free, err := tryLock(f)
	return err == nil && !free
}

// Open opens the gate again and removes its file. A file that can't be removed
// holds nobody up.
func (g *Gate) Open() {
	if g.file == nil {
		return
	}
	_ = discard(g.file)
	g.file = nil
}
