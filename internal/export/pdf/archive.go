package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"briefing/internal/document"
)

// What a file for keeping has beside its pages (ISO 19005-2, level B): a head
// that tells it from text, properties that say the same in both of their
// places, the meaning of its colours, links that are printed as they are seen.
// archive_test.go holds the file against the list of the standard; a validator
// from elsewhere has not seen it.

// header begins the file: 1.7, and four bytes by which a program sees that it is
// no text.
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// properties are those of the document, as they go into both places.
type properties struct {
	title, author, subject, keywords string
	moment                           time.Time
}

// program is what made the file.
const program = "Briefing"

func propertiesOf(d *document.Document) properties {
	p := properties{safe(d.Title), safe(d.Author), safe(d.Subject), safe(d.Keywords), d.AsOf}
	if p.moment.IsZero() {
		p.moment = fixedDate()
	}
	return p
}

// info is the dictionary of properties that older programs read.
func (p properties) info(number int) object {
	var b strings.Builder
	for _, e := range []struct{ key, value string }{
		{"Title", p.title}, {"Author", p.author}, {"Subject", p.subject}, {"Keywords", p.keywords}, {"Creator", program}, {"Producer", program},
	} {
		if e.value != "" {
			fmt.Fprintf(&b, "/%s <%X>\n", e.key, utf16(e.value))
		}
	}
	at := p.moment.Format("D:20060102150405-07'00'")
	return text(number, "<<\n%s/CreationDate (%s)\n/ModDate (%s)\n>>", b.String(), at, at)
}

// metadata is the same as XMP, which is never packed.
func (p properties) metadata(number int, lang string) object {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n<dc:format>application/pdf</dc:format>\n")
	list := func(key, kind, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<dc:%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></dc:%s>\n", key, kind,
				map[bool]string{true: ` xml:lang="x-default"`}[kind == "Alt"], escaped(value), kind, key)
		}
	}
	list("title", "Alt", p.title)
	list("creator", "Seq", p.author)
	list("description", "Alt", p.subject)
	list("language", "Bag", lang)
	if p.keywords != "" {
		fmt.Fprintf(&b, "<pdf:Keywords>%s</pdf:Keywords>\n", escaped(p.keywords))
	}
	at := p.moment.Format("2006-01-02T15:04:05-07:00")
	fmt.Fprintf(&b, "<pdf:Producer>%s</pdf:Producer><xmp:CreatorTool>%s</xmp:CreatorTool>\n<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n",
		program, program, at, at)
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	data := b.String()
	return object{number, fmt.Appendf(nil, "%d 0 obj\n<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\nendobj\n", number, len(data), data)}
}

func escaped(s string) string {
	s = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF || r < ' ' {
			return -1
		}
		return r
	}, s)
}

// printable gives the links of a page the flag by which they are printed and
// not hidden.
func printable(object []byte) []byte {
	const link = "/Type /Annot /Subtype /Link "
	return bytes.ReplaceAll(object, []byte(link), []byte(link+"/F 4 "))
}

// intent says that the colours of the file are those of sRGB.
func intent(number int) string {
	return fmt.Sprintf("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]\n", number)
}

// profile is a colour profile of sRGB, made from the figures of IEC 61966-2-1:
// primaries adapted to D50, and the curve in 1 024 steps.
func profile() []byte {
	const steps = 1024
	curve := make([]byte, 12+2*steps)
	copy(curve, "curv")
	binary.BigEndian.PutUint32(curve[8:], steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		binary.BigEndian.PutUint16(curve[12+2*i:], uint16(math.Round(v*65535)))
	}
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", described("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", nil},
		{"bTRC", nil}, // the same curve
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = 128+4+12*len(tags)+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(128+len(table)+len(data)))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.9642, 1, 0.8249)[8:])
	return append(append(head, table...), data...)
}

// described is a description as version 2 of the format has it: in ASCII, and
// empty in the two other ways.
func described(s string) []byte {
	out := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(s)+1))
	out = append(append(out, s...), 0)
	return append(out, make([]byte, 4+4+2+1+67)...)
}

func xyz(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}
