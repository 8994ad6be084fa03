package app

import (
	"bytes"
	"io"
	"log/slog"
	"mime"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// Attach keeps a file in the project as belonging to a record: a scan, a
// photograph, the document that a source is. The file itself is only read.
func (p *Project) Attach(ref briefing.Ref, path string) error {
	name := filepath.Base(path)
	media := mime.TypeByExtension(strings.ToLower(filepath.Ext(name)))
	a := &briefing.Attachment{
		ID: p.World.NewID(briefing.KindAttachment), File: name, Media: media, Kind: string(ref.Kind), Record: ref.ID,
		At: briefing.Stamp(p.World.Now().Format("2006-01-02T15:04:05-07:00")), By: p.World.User,
	}
	return p.commit("attach", store.Change{Put: a, Attach: path})
}

// Detach takes an attachment off its record; that can be taken back.
func (p *Project) Detach(id briefing.ID) error {
	return p.commit("detach", store.Change{Remove: briefing.Ref{Kind: briefing.KindAttachment, ID: id}})
}

// Attachments lists the files of a record in the order they were attached.
func (p *Project) Attachments(ref briefing.Ref) []briefing.Attachment {
	var out []briefing.Attachment
	p.Read(func(pr *project.Project) {
		for _, a := range pr.Attachments {
			if a.Owner() == ref {
				out = append(out, *a)
			}
		}
	})
	return out
}

// attachedTo reads the attachments of one state of the project by owner and
// name; of two of one name the later one. What can't be read is as if it were
// broken: no bytes.
func (p *Project) attachedTo(all []*briefing.Attachment) func(briefing.Ref, string) ([]byte, bool) {
	return func(owner briefing.Ref, file string) ([]byte, bool) {
		for _, a := range slices.Backward(all) {
			if a.Owner() != owner || !strings.EqualFold(a.File, file) {
				continue
			}
			var out bytes.Buffer
			p.mu.RLock()
			defer p.mu.RUnlock()
			if err := p.file.WriteBlob(*a, &out); err != nil {
				slog.Warn("attachment can't be read", "id", a.ID, "err", err)
				return nil, true
			}
			return out.Bytes(), true
		}
		return nil, false
	}
}

// SaveAttachment writes an attachment to a file, over any old one there.
func (p *Project) SaveAttachment(a briefing.Attachment, path string) error {
	return safefile.Replace(path, func(w io.Writer) error {
		p.mu.RLock()
		defer p.mu.RUnlock()
		return p.file.WriteBlob(a, w)
	})
}

// Showable tells whether an attachment is of a kind that is only looked at. A
// project comes by mail too: what may run as a program is never handed to the
// system, only saved where the user says.
func Showable(a briefing.Attachment) bool {
	switch strings.ToLower(filepath.Ext(a.File)) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".heic", ".bmp",
		".txt", ".csv", ".tsv", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp":
		return true
	}
	return false
}

// ShowAttachment writes an attachment into a private folder, to be opened with
// the system, and tells where. The folder is emptied when a project is opened.
func (p *Project) ShowAttachment(a briefing.Attachment) (string, error) {
	if !Showable(a) {
		return "", &briefing.Error{Code: briefing.CodeForeign, Op: "show attachment", Path: a.File}
	}
	dir, err := p.World.showDir()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, a.Hash[:min(len(a.Hash), 8)], safefile.SafeName(a.File))
	if err := safefile.PrivateDir(filepath.Dir(path)); err != nil {
		return "", err
	}
	return path, p.SaveAttachment(a, path)
}

// showDir is the folder of attachments that are being looked at.
func (w World) showDir() (string, error) {
	state := w.StateDir
	if state == "" {
		var err error
		if state, err = store.DefaultStateDir(); err != nil {
			return "", err
		}
	}
	dir := filepath.Join(state, "shown")
	return dir, safefile.PrivateDir(dir)
}

// forgetShown empties the folder of attachments that were looked at; what is
// still open elsewhere stays.
func (w World) forgetShown() {
	if dir, err := w.showDir(); err == nil {
		_ = os.RemoveAll(dir)
	}
}
