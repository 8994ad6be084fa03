package recordform

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // kinds of image that are attached
	_ "image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// photoLabel stands in a group for the photograph of a person.
const photoLabel = "photo="

// Sides of a photograph on the card.
const photoWide, photoTall float32 = 96, 128

// photo shows the photograph of a person: the first image attached to the
// record.
type photo struct {
	aid
	of   string // whose, by record and attachments: it is read once
	turn int
}

func newPhoto(f *Form) *photo { return &photo{aid: newAid(f, "photo", 4)} }

func (p *photo) fill() {
	person, ok := p.form.draft.(*briefing.Person)
	if !ok {
		return
	}
	of := string(person.ID)
	if person.ID != "" {
		for _, a := range p.form.desk.Project().Attachments(person.Ref()) {
			of += " " + string(a.ID)
		}
	}
	if of == p.of {
		return
	}
	p.of = of
	p.turn++
	turn, ref := p.turn, person.Ref()
	p.show(nil)
	if person.ID == "" {
		return
	}
	var pic document.Picture
	var img image.Image
	found := false
	d := p.form.desk
	d.Run("", func(context.Context, func(int, int, string)) (err error) {
		if pic, found, err = d.Project().Portrait(ref, d.Lang()); err != nil || !found || pic.Fault != "" {
			return err
		}
		img, _, err = image.Decode(bytes.NewReader(pic.Data))
		return err
	}, func(err error) {
		switch {
		case turn != p.turn:
		case err != nil || pic.Fault != "":
			p.show(kit.NewWrapped(p.t("fault"), kit.Small, theme.Second))
		case found:
			shown := canvas.NewImageFromImage(img)
			shown.FillMode, shown.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
			p.show(kit.Row(0, kit.Fixed(photoWide, photoTall, shown)))
		}
	})
}

// show puts an object in its place, nil takes it away.
func (p *photo) show(o fyne.CanvasObject) {
	was := p.box.Visible()
	p.box.Objects = nil
	if p.box.Hide(); o != nil {
		p.box.Objects = []fyne.CanvasObject{o}
		p.box.Show()
	}
	p.box.Refresh()
	if was || o != nil {
		p.form.relay()
	}
}
