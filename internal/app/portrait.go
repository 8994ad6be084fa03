package app

import (
	"bytes"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/picture"
	"briefing/internal/project"
)

// Portrait is the photograph of a person: the first image attached to the record.
// One that can't be shown has the reason in Says, in the language. ok is false
// when no image is attached. It is to be called beside the window.
func (p *Project) Portrait(person briefing.Ref, l briefing.Lang) (pic document.Picture, ok bool, err error) {
	list := p.Attachments(person)
	at := slices.IndexFunc(list, isImage)
	if at < 0 {
		return pic, false, nil
	}
	v, err := pack.NewViewer(p.wordSnapshot(briefing.Compiler), l)
	if err != nil {
		return pic, false, err
	}
	return v.Picture(person, list[at].File), true, nil
}

func isImage(a briefing.Attachment) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(a.File)))
}

// portraits are the photographs that were made fit for a page, by the hash of
// their files: a pack is made anew after every change, and an image from a
// camera takes a tenth of a second.
type portraits struct {
	mu   sync.Mutex
	made map[string]project.Portrait
}

// portraitOf finds the photographs of people among the attachments of one state
// of the project.
func (p *Project) portraitOf(all []*briefing.Attachment) func(briefing.ID) (project.Portrait, bool) {
	first := map[briefing.ID]*briefing.Attachment{}
	for _, a := range all {
		if _, has := first[a.Record]; !has && a.Kind == string(briefing.KindPerson) && isImage(*a) {
			first[a.Record] = a
		}
	}
	return func(person briefing.ID) (project.Portrait, bool) {
		a, ok := first[person]
		if !ok {
			return project.Portrait{}, false
		}
		p.portraits.mu.Lock()
		defer p.portraits.mu.Unlock()
		out, made := p.portraits.made[a.Hash]
		if !made {
			out = p.square(a)
			if p.portraits.made == nil {
				p.portraits.made = map[string]project.Portrait{}
			}
			p.portraits.made[a.Hash] = out
		}
		out.File = a.File
		return out, true
	}
}

// square reads an attached image and makes it fit for a page.
func (p *Project) square(a *briefing.Attachment) project.Portrait {
	if a.Size > picture.MostBytes {
		return project.Portrait{Fault: string(picture.Large)}
	}
	var data bytes.Buffer
	p.mu.RLock()
	err := p.file.WriteBlob(*a, &data)
	p.mu.RUnlock()
	if err != nil {
		slog.Warn("attachment can't be read", "id", a.ID, "err", err)
		return project.Portrait{Fault: string(picture.Broken)}
	}
	pic, fault := picture.Square(data.Bytes())
	return project.Portrait{JPEG: pic.Data, Side: pic.Width, Fault: string(fault)}
}
