package app

import (
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// Portrait is the photograph of a person: the first image attached to the record.
// One that can't be shown has the reason in Says, in the language. ok is false
// when no image is attached. It is to be called beside the window.
func (p *Project) Portrait(person briefing.Ref, l briefing.Lang) (pic document.Picture, ok bool, err error) {
	list := p.Attachments(person)
	at := slices.IndexFunc(list, func(a briefing.Attachment) bool {
		return slices.Contains([]string{".png", ".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(a.File)))
	})
	if at < 0 {
		return pic, false, nil
	}
	v, err := pack.NewViewer(p.wordSnapshot(briefing.Compiler), l)
	if err != nil {
		return pic, false, err
	}
	return v.Picture(person, list[at].File), true, nil
}
