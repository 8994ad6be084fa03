package docx

import (
	"archive/zip"
	"io"
	"time"

	"github.com/klauspost/compress/flate"
)

// bundle is the parts of the file in the order they are written.
type bundle struct {
	modified time.Time
	parts    []part
}

type part struct {
	name string
	data []byte
	raw  bool // packed already: a picture
}

func (b *bundle) add(name, text string) {
	b.parts = append(b.parts, part{name: name, data: []byte(text)})
}

// writeTo writes the archive with one fixed time.
func (b *bundle) writeTo(w io.Writer) error {
	modified := b.modified.UTC()
	if modified.Year() < 1980 || modified.Year() > 2107 { // what an archive can say
		modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, 6) })
	for _, p := range b.parts {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: modified}
		if p.raw {
			h.Method = zip.Store
		}
		f, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}
