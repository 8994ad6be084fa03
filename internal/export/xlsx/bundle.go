package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

// bundle collects the parts of a workbook and writes them in a fixed order
// with a fixed time, so that the same book gives the same bytes.
type bundle struct {
	modified time.Time
	names    []string
	parts    []*bytes.Buffer
}

// Create takes one part.
func (b *bundle) Create(name string) (io.Writer, error) {
	part := &bytes.Buffer{}
	b.names, b.parts = append(b.names, name), append(b.parts, part)
	return part, nil
}

// AddFS is not used by the writer of workbooks.
func (b *bundle) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close has nothing to do: writeTo writes.
func (b *bundle) Close() error { return nil }

var typeEntry = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

func (b *bundle) writeTo(w io.Writer) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, oneCompressor())
	order := make([]int, len(b.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return strings.Compare(b.names[x], b.names[y]) })
	modified := b.modified.UTC()
	if modified.Year() < 1980 {
		modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, i := range order {
		data := b.parts[i].Bytes()
		if b.names[i] == "[Content_Types].xml" {
			data = sortTypes(data)
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: b.names[i], Method: zip.Deflate, Modified: modified})
		if err != nil {
			return err
		}
		if _, err := part.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

// oneCompressor packs part after part with the same compressor: a book has
// many small parts, and a new one costs more than packing most of them.
func oneCompressor() zip.Compressor {
	var c *flate.Writer
	return func(w io.Writer) (_ io.WriteCloser, err error) {
		if c == nil {
			c, err = flate.NewWriter(w, packLevel)
			return c, err
		}
		c.Reset(w)
		return c, nil
	}
}

// packLevel is where smaller files begin to cost more time than they are worth.
const packLevel = 5

// sortTypes puts the list of content types, which comes in any order, into one.
func sortTypes(data []byte) []byte {
	at := typeEntry.FindAllIndex(data, -1)
	if len(at) == 0 {
		return data
	}
	var entries []string
	for _, a := range at {
		entries = append(entries, string(data[a[0]:a[1]]))
	}
	slices.Sort(entries)
	out := append([]byte{}, data[:at[0][0]]...)
	out = append(out, strings.Join(entries, "")...)
	return append(out, data[at[len(at)-1][1]:]...)
}
