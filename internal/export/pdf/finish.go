package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zlib"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// finish adds what gofpdf does not write: the fonts, the language, page labels,
// the wish to show the title, an identifier. It also packs the streams, with a
// compressor or two for all of them where gofpdf takes a megabyte for each.
func finish(file []byte, d *document.Document, pages []typeset.Page, fonts []*embedded) ([]byte, error) {
	failed := func(err error) error {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "finish PDF", Err: err}
	}
	f, err := openFile(file)
	if err != nil {
		return nil, failed(err)
	}
	objects, err := embedFonts(f.objects(), fonts)
	if err != nil {
		return nil, failed(err)
	}
	var out bytes.Buffer
	out.Grow(len(file)/3 + 1<<16)
	out.WriteString(header)
	// Behind the fonts: properties, and the profile of the colours.
	said := propertiesOf(d)
	described, coloured := len(objects)+1, len(objects)+2
	objects = append(objects, said.metadata(described, d.Lang.Tag()), stream(coloured, " /N 3", profile()))
	offsets := make([]int, len(objects)+1)
	packed := packStreams(objects)
	for i, o := range objects {
		offsets[o.number] = out.Len()
		switch {
		case o.number == f.root:
			more := fmt.Sprintf("/Metadata %d 0 R\n%s", described, intent(coloured))
			o.text = catalogue(o.text, d, pages, more)
		case o.number == f.info:
			o = said.info(f.info)
		case bytes.Contains(o.text[:min(len(o.text), 60)], []byte("<</Type /Page\n")):
			o.text = printable(o.text)
		case packed[i] != nil:
			o.text = packed[i]
		}
		out.Write(o.text)
	}
	sum := sha256.Sum256(out.Bytes())
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	id := hex.EncodeToString(sum[:16])
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%s> <%s>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), f.root, f.info, id, id, xref)
	return out.Bytes(), nil
}

// catalogue adds entries to the catalogue object.
func catalogue(object []byte, d *document.Document, pages []typeset.Page, more string) []byte {
	more += "/Lang (" + d.Lang.Tag() + ")\n/PageLabels << /Nums [" + labels(pages) + "] >>\n/ViewerPreferences << /DisplayDocTitle true" + printed(d) + " >>\n"
	object = noAttachments.ReplaceAll(object, nil)
	const kind = "/Type /Catalog\n"
	return bytes.Replace(object, []byte(kind), []byte(kind+more), 1)
}

// printed asks the printer for the page's own size, and for both sides where
// the margins are made for that.
func printed(d *document.Document) string {
	out := " /PrintScaling /None /PickTrayByPDFSize true"
	if d.Page.Mirrored {
		out += " /Duplex /DuplexFlipLongEdge"
	}
	return out
}

// noAttachments is the empty list of attached files that gofpdf writes: a file
// for keeping has no such list.
var noAttachments = regexp.MustCompile(`/Names <<\n/EmbeddedFiles << /Names \[\s*\] >>\n>>\n`)

// labels call the pages in a viewer what they are called on paper: by their
// numbers, or each by its own name where that is another.
func labels(pages []typeset.Page) string {
	numbered := func(p typeset.Page) bool { return p.Name == strconv.Itoa(p.Number) }
	if !slices.ContainsFunc(pages, func(p typeset.Page) bool { return !numbered(p) }) {
		return "0 << /S /D >>"
	}
	var out []string
	for i, p := range pages {
		out = append(out, fmt.Sprintf("%d << /P <%X> >>", i, utf16(safe(p.Name))))
	}
	return strings.Join(out, " ")
}

// pdfFile is a file of gofpdf taken apart: one table of offsets, no streams of
// objects.
type pdfFile struct {
	bytes      []byte
	offsets    []int // by number of object; 0 is none
	xref       int
	root, info int
}

var errStructure = errors.New("unexpected structure")

func openFile(file []byte) (*pdfFile, error) {
	f := &pdfFile{bytes: file}
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, errStructure
	}
	var count int
	if _, err := fmt.Sscanf(string(file[at:]), "startxref\n%d", &f.xref); err != nil || f.xref <= 0 || f.xref >= at {
		return nil, errStructure
	}
	table := file[f.xref:at]
	if _, err := fmt.Sscanf(string(table[:min(len(table), 40)]), "xref\n0 %d\n", &count); err != nil || count < 2 {
		return nil, errStructure
	}
	entries := bytes.SplitN(table, []byte("\n"), count+3)
	if len(entries) < count+3 {
		return nil, errStructure
	}
	f.offsets = make([]int, count)
	for n := 1; n < count; n++ {
		v, err := strconv.Atoi(string(bytes.TrimLeft(entries[2+n][:10], "0")))
		if err != nil || v >= f.xref {
			return nil, errStructure
		}
		f.offsets[n] = v
	}
	trailer := string(entries[count+2])
	for key, v := range map[string]*int{"/Root ": &f.root, "/Info ": &f.info} {
		i := strings.Index(trailer, key)
		if i < 0 {
			return nil, errStructure
		}
		if _, err := fmt.Sscanf(trailer[i:], key+"%d", v); err != nil || *v <= 0 || *v >= count {
			return nil, errStructure
		}
	}
	return f, nil
}

// objects lists the objects as they stand in the file, each from its number to
// the next one.
func (f *pdfFile) objects() []object {
	out := make([]object, 0, len(f.offsets))
	for n := 1; n < len(f.offsets); n++ {
		out = append(out, object{number: n})
	}
	slices.SortFunc(out, func(a, b object) int { return f.offsets[a.number] - f.offsets[b.number] })
	for i := range out {
		end := f.xref
		if i+1 < len(out) {
			end = f.offsets[out[i+1].number]
		}
		out[i].text = f.bytes[f.offsets[out[i].number]:end]
	}
	return out
}

// object is one object of a file.
type object struct {
	number int
	text   []byte
}

// packer compresses streams.
type packer struct {
	buf bytes.Buffer
	w   *zlib.Writer
}

// packStreams packs the objects that are streams, several at a time, each by
// the compressor of who packs it; nil for what is none. What comes out does not
// depend on who packed it.
func packStreams(objects []object) [][]byte {
	packed := make([][]byte, len(objects))
	abreast(len(objects), func() func(int) {
		p := newPacker()
		return func(i int) {
			if t := objects[i].text; bytes.HasPrefix(t[bytes.IndexByte(t, '\n')+1:], []byte("<</Length ")) {
				packed[i] = p.pack(t)
			}
		}
	})
	return packed
}

func newPacker() *packer {
	p := &packer{}
	p.w, _ = zlib.NewWriterLevel(&p.buf, packLevel) // fails only for an unknown level
	return p
}

// packLevel keeps a page at a seventh of its size in a millisecond.
const packLevel = 4

// pack compresses the stream of an object whose dictionary begins with its
// length; an object of another form stays as it is.
func (p *packer) pack(object []byte) []byte {
	head, rest, ok := bytes.Cut(object, []byte(">>\nstream\n"))
	end := bytes.LastIndex(rest, []byte("\nendstream"))
	number, _, ok2 := bytes.Cut(head, []byte("\n"))
	if !ok || !ok2 || end < 0 || bytes.Contains(head, []byte("/Filter")) {
		return object
	}
	_, more, _ := bytes.Cut(head, []byte("<</Length "))
	more = bytes.TrimLeft(more, "0123456789") // entries after the length
	p.buf.Reset()
	p.w.Reset(&p.buf)
	if _, err := p.w.Write(rest[:end]); err != nil || p.w.Close() != nil {
		return object
	}
	out := make([]byte, 0, p.buf.Len()+200)
	out = fmt.Appendf(out, "%s\n<</Filter /FlateDecode /Length %d%s>>\nstream\n", number, p.buf.Len(), more)
	out = append(out, p.buf.Bytes()...)
	return append(out, rest[end:]...)
}
