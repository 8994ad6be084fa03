package app

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/store"
)

// mayTake refuses a target of an output that can't be one: a project, this one
// or another, since an output takes the place of what has its name, and a project
// holds somebody's work (CodeExists); a device or a pipe, whose place it would take
// as well (CodeIsDevice); a name that is too long (CodeLongName); a path through a
// file (CodeNotFound).
func mayTake(path string) error {
	if path == "" {
		return nil
	}
	const device = os.ModeDevice | os.ModeCharDevice | os.ModeNamedPipe | os.ModeSocket
	st, err := os.Stat(path)
	switch {
	case err == nil && st.Mode()&device != 0:
		return &briefing.Error{Code: briefing.CodeIsDevice, Op: "write output", Path: path}
	case errors.Is(err, syscall.ENAMETOOLONG):
		return &briefing.Error{Code: briefing.CodeLongName, Op: "write output", Path: path, Err: err}
	}
	if dir, err := os.Stat(filepath.Dir(path)); err == nil && !dir.IsDir() {
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "write output", Path: path}
	}
	if store.LooksLikeProject(path) {
		return &briefing.Error{Code: briefing.CodeExists, Op: "write over a project", Path: path}
	}
	return nil
}

// MayReplace refuses a target that is there, with CodeExists, for who was not
// asked whether it may go. A draft takes the place of an earlier draft of ours
// for the same reader and of nothing else; a folder is told of by who writes.
func MayReplace(path string, draft bool, reader briefing.Audience) error {
	st, err := os.Lstat(path)
	if path == "" || err != nil || st.IsDir() || draft && isDraft(path, document.DraftKeyword(reader)) {
		return nil //nolint:nilerr // what can't be looked at is told by who writes
	}
	return &briefing.Error{Code: briefing.CodeExists, Op: "write output", Path: path}
}

// FreeIssue is the first of NAME, NAME_2, … in its folder that is not there.
func FreeIssue(path string) string {
	ext := filepath.Ext(path)
	name := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s_%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// largestDraft is the size in bytes above which a file is taken for somebody
// else's without looking into it.
const largestDraft = 256 << 20

// isDraft reports whether a file is a draft that this program wrote for a
// reader: it says so in its properties by the keyword (document.DraftKeyword), and nobody has saved it since: a
// document that was worked on is somebody's work, whatever its properties say.
func isDraft(path, keyword string) bool {
	st, err := os.Stat(path)
	if err != nil || !st.Mode().IsRegular() || st.Size() > largestDraft {
		return false
	}
	if z, err := zip.OpenReader(path); err == nil {
		defer func() { _ = z.Close() }() // opened for reading
		if z.Comment == keyword {
			return true
		}
		return bytes.Contains(part(&z.Reader, "docProps/core.xml"), []byte("keywords>"+keyword+"<")) && asWritten(&z.Reader)
	}
	data, err := os.ReadFile(path)
	return err == nil && bytes.HasPrefix(data, []byte("%PDF-")) &&
		bytes.Contains(data, []byte("<pdf:Keywords>"+keyword+"<"))
}

// asWritten reports whether a Word document or workbook is as this program left
// it. Who saves one names himself as the program, or writes its parts at a time
// of his own.
func asWritten(z *zip.Reader) bool {
	made := part(z, "docProps/app.xml")
	if !bytes.Contains(made, []byte("<Application>Briefing<")) && !bytes.Contains(made, []byte("<Application>Go Excelize<")) {
		return false
	}
	for _, f := range z.File {
		if !f.Modified.Equal(z.File[0].Modified) {
			return false
		}
	}
	return true
}

// part is the content of a part of a document, empty where there is none.
func part(z *zip.Reader, name string) []byte {
	f, err := z.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // read only
	data, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil
	}
	return data
}
