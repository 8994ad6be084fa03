package crashtest_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/store"
)

// upgrading is work at a file of the first version: the first publication
// keeps the old file and puts one of this version in its place.
func upgrading() []string {
	return []string{
		`{"put":"person","id":"p91","fields":{"name_ru":"Новое лицо"}}`,
		`{"publish":true}`,
		`{"put":"person","id":"p92","fields":{"name_ru":"Последнее лицо"}}`,
		`{"undo":true}`,
	}
}

// firstVersion is the file of the first version.
func firstVersion(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "v1.briefing"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// oldDesk is a desk with a file of the first version.
func oldDesk(t testing.TB) desk {
	d := desk{t.TempDir()}
	d.layOutWith(t, firstVersion(t))
	return d
}

// oldWork is a desk on which a program of the first version has crashed with
// an action that the file did not get.
func oldWork(t testing.TB) desk {
	d := oldDesk(t)
	f, err := store.Open(d.path(), store.ReadWrite, store.Options{StateDir: d.state()})
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob(filepath.Join(d.state(), "work", strings.Repeat("[0-9a-f]", 16)))
	if err != nil || len(folders) != 1 {
		t.Fatal(folders, err)
	}
	last := f.Last()
	digest := sha256.Sum256(firstVersion(t))
	note, err := json.Marshal(map[string]any{"path": f.Path(), "digest": hex.EncodeToString(digest[:]), "published": last - 1})
	if err := errors.Join(err, f.Close(), os.MkdirAll(folders[0], 0o700),
		os.WriteFile(filepath.Join(folders[0], "work.briefing"), firstVersion(t), 0o600),
		os.WriteFile(filepath.Join(folders[0], "base.json"), note, 0o600)); err != nil {
		t.Fatal(err)
	}
	return d
}

// keeps reports that the old file is there, whole: under its own name, or
// beside the one that took it.
func keeps(old []byte) func(desk) error {
	return func(d desk) error {
		file, err := os.ReadFile(d.path())
		if err == nil && bytes.Equal(file, old) {
			return nil
		}
		kept, keptErr := os.ReadFile(d.path() + ".bak-v1")
		if !bytes.Equal(kept, old) {
			return fmt.Errorf("the file of %d bytes is another one, and no old one is kept: %w", len(file), errors.Join(err, keptErr))
		}
		return noCopies(d)
	}
}

// noCopies reports second copies of the old file and folders of a dead upgrade.
func noCopies(d desk) error {
	more, _ := filepath.Glob(d.path() + ".bak-v1-*") // the pattern is sound
	err := filepath.WalkDir(d.state(), func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Name() == "old.briefing" {
			more = append(more, path)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if len(more) > 0 {
		err = errors.Join(err, fmt.Errorf("there is more than one old file: %v", more))
	}
	return err
}

func TestAKillInAnUpgradeKeepsTheOldFileAndTheWork(t *testing.T) {
	for name, on := range map[string]func(testing.TB) desk{"file": oldDesk, "working copy": oldWork} {
		t.Run(name, func(t *testing.T) {
			record(t, on, upgrading()).killed(t, sample(t, 16), keeps(firstVersion(t)))
		})
	}
}

func TestAnErrorInAnUpgradeIsToldAndKeepsTheOldFile(t *testing.T) {
	for name, on := range map[string]func(testing.TB) desk{"file": oldDesk, "working copy": oldWork} {
		t.Run(name, func(t *testing.T) {
			record(t, on, upgrading()).failed(t, sample(t, 5), keeps(firstVersion(t)))
		})
	}
}
