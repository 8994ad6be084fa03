package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/jung-kurt/gofpdf"

	"briefing/internal/typeset"
)

// picture paints an image; one that stands in several places is in the file once.
func (p *painter) picture(b typeset.Picture) {
	if !p.finite(b.X, b.Y, b.W, b.H) || len(b.Image.Data) == 0 {
		return
	}
	sum := sha256.Sum256(b.Image.Data)
	name := hex.EncodeToString(sum[:8])
	o := gofpdf.ImageOptions{ImageType: "jpg"}
	if b.Image.PNG {
		o.ImageType = "png"
	}
	p.f.RegisterImageOptionsReader(name, o, bytes.NewReader(b.Image.Data))
	p.f.ImageOptions(name, b.X, b.Y, b.W, b.H, false, o, 0, "")
}
