package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset/typesettest"
)

// archive is a file taken apart for the list of ISO 19005-2, level B. It reads
// what this program writes: a table of offsets, one object after the other.
type archive struct {
	file    []byte
	objects map[int]string // text without streams
	streams map[int][]byte // unpacked
	faults  []string
}

func (a *archive) fault(rule, format string, args ...any) {
	a.faults = append(a.faults, rule+" "+fmt.Sprintf(format, args...))
}

var (
	objectStart = regexp.MustCompile(`^(\d+) 0 obj\n`)
	streamHead  = regexp.MustCompile(`(?s)^(.*?>>)\nstream\n`)
	lengthEntry = regexp.MustCompile(`/Length (\d+)`)
	reference   = regexp.MustCompile(`(\d+) 0 R`)
)

// examine holds a file against the list and returns what is wrong.
func examine(file []byte) []string {
	a := &archive{file: file, objects: map[int]string{}, streams: map[int][]byte{}}
	a.structure()
	a.forbidden()
	root, info := a.object(a.trailer("Root")), a.object(a.trailer("Info"))
	a.metadata(root, info)
	a.colour(root)
	a.pages()
	a.fonts()
	return a.faults
}

// structure: head, identifier, table of offsets, lengths of streams (6.1).
func (a *archive) structure() {
	if !headed(a.file) {
		a.fault("6.1.2", "the head is %q", a.file[:16])
	}
	if !bytes.HasSuffix(a.file, []byte("%%EOF\n")) || bytes.Count(a.file, []byte("%%EOF")) != 1 {
		a.fault("6.1.3", "the end")
	}
	ids := regexp.MustCompile(`/ID \[<([0-9a-f]{32})> <([0-9a-f]{32})>\]`).FindSubmatch(a.file)
	if ids == nil || bytes.Contains(a.file, []byte("/Encrypt")) {
		a.fault("6.1.3", "no identifier, or locked")
	}
	at := bytes.LastIndex(a.file, []byte("startxref\n"))
	xref, _ := strconv.Atoi(string(bytes.SplitN(a.file[at+10:], []byte("\n"), 2)[0]))
	lines := strings.Split(string(a.file[xref:at]), "\n")
	count, _ := strconv.Atoi(strings.TrimPrefix(lines[1], "0 "))
	if lines[0] != "xref" || count < 10 {
		a.fault("6.1.4", "no table at %d", xref)
		return
	}
	for n := 1; n < count; n++ {
		from, _ := strconv.Atoi(lines[2+n][:10])
		m := objectStart.FindSubmatch(a.file[from:min(from+20, len(a.file))])
		if m == nil || string(m[1]) != strconv.Itoa(n) || a.file[from-1] != '\n' {
			a.fault("6.1.9", "object %d is not at %d", n, from)
			continue
		}
		a.read(n, a.file[from+len(m[0]):])
	}
}

func headed(file []byte) bool {
	line := bytes.SplitN(file, []byte("\n"), 3)
	if !bytes.HasPrefix(line[0], []byte("%PDF-1.")) || len(line[0]) != 8 || len(line[1]) < 5 || line[1][0] != '%' {
		return false
	}
	return !slices.ContainsFunc(line[1][1:5], func(b byte) bool { return b < 128 })
}

func (a *archive) read(n int, rest []byte) {
	head := streamHead.FindSubmatch(rest[:min(len(rest), 4000)])
	end := bytes.Index(rest, []byte("endobj\n"))
	if head == nil || len(head[0]) > end {
		a.objects[n] = string(rest[:end])
		return
	}
	a.objects[n] = string(head[1])
	m := lengthEntry.FindStringSubmatch(a.objects[n])
	if m == nil {
		a.fault("6.1.7", "stream %d has no length", n)
		return
	}
	size, _ := strconv.Atoi(m[1])
	data := rest[len(head[0]) : len(head[0])+size]
	if !bytes.HasPrefix(rest[len(head[0])+size:], []byte("\nendstream\nendobj\n")) {
		a.fault("6.1.7", "stream %d is not %d bytes long", n, size)
	}
	if strings.Contains(a.objects[n], "/FlateDecode") {
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(r)
		}
		if err != nil {
			a.fault("6.1.7", "stream %d: %v", n, err)
		}
	}
	a.streams[n] = data
}

// forbidden: what a file for keeping may not have anywhere.
func (a *archive) forbidden() {
	word := regexp.MustCompile(`/(JavaScript|JS|Launch|EmbeddedFiles?|LZWDecode|Crypt|Movie|Sound|ResetForm|ImportData|Hide|SetOCGState|Rendition|Trans|GoTo3DView|NeedAppearances|XFA|AA|SMask|CA|ca|BM|TR2?|HTO?|Alternates|OPI|PS|Ref|Interpolate|FFilter|FDecodeParms|AcroForm|Requirements|Perms|PresSteps)\b`)
	for n, text := range a.objects {
		if m := word.FindString(text); m != "" {
			a.fault("forbidden", "object %d has %s", n, m)
		}
		if strings.Contains(text, "/S /Transparency") {
			a.fault("6.4", "object %d is transparent", n)
		}
		for _, s := range regexp.MustCompile(`<([0-9A-Fa-f]*)>`).FindAllStringSubmatch(text, -1) {
			if len(s[1])%2 != 0 || len(s[1]) > 2*32767 {
				a.fault("6.1.6", "object %d has a string of %d digits", n, len(s[1]))
			}
		}
		for _, s := range regexp.MustCompile(`/[^\s/<>\[\]()]+`).FindAllString(text, -1) {
			if len(s) > 128 {
				a.fault("6.1.8", "object %d has a name of %d letters", n, len(s))
			}
		}
	}
}

func (a *archive) trailer(key string) int {
	m := regexp.MustCompile(`/` + key + ` (\d+) 0 R`).FindSubmatch(a.file[bytes.LastIndex(a.file, []byte("trailer")):])
	if m == nil {
		a.fault("6.1.3", "no %s", key)
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func (a *archive) object(n int) string { return a.objects[n] }

// refer is the number of the object that a key of a dictionary refers to.
func refer(text, key string) int {
	_, rest, ok := strings.Cut(text, "/"+key+" ")
	m := reference.FindStringSubmatch(rest)
	if !ok || m == nil || !strings.HasPrefix(strings.TrimLeft(rest, "["), m[0]) {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// metadata: XMP in the open, the level, and the same as the older properties (6.6).
func (a *archive) metadata(root, info string) {
	n := refer(root, "Metadata")
	data, text := a.streams[n], a.objects[n]
	if n == 0 || len(data) == 0 || strings.Contains(text, "/Filter") || !strings.Contains(text, "/Type /Metadata /Subtype /XML") {
		a.fault("6.6.2", "no metadata in the open")
		return
	}
	if !bytes.HasPrefix(data, []byte("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")) || !bytes.HasSuffix(data, []byte("<?xpacket end=\"w\"?>")) {
		a.fault("6.6.2", "the packet")
	}
	said, err := elements(data)
	if err != nil {
		a.fault("6.6.2", "%v", err)
	}
	if said["part"] != "2" || said["conformance"] != "B" {
		a.fault("6.6.4", "part %q, level %q", said["part"], said["conformance"])
	}
	for key, element := range map[string]string{"Title": "title", "Author": "creator", "Subject": "description", "Keywords": "Keywords", "Creator": "CreatorTool", "Producer": "Producer"} {
		m := regexp.MustCompile(`/` + key + ` <([0-9A-F]*)>`).FindStringSubmatch(info)
		value := ""
		if m != nil {
			value = fromUTF16(m[1])
		}
		if value != said[element] {
			a.fault("6.6.3", "%s is %q and %q", key, value, said[element])
		}
	}
	for key, element := range map[string]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
		m := regexp.MustCompile(`/` + key + ` \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'\)`).FindStringSubmatch(info)
		if m == nil || fmt.Sprintf("%s-%s-%sT%s:%s:%s%s:%s", m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]) != said[element] {
			a.fault("6.6.3", "%s is %v and %q", key, m, said[element])
		}
	}
}

// elements are the texts of the elements, by their local names.
func elements(data []byte) (map[string]string, error) {
	out, path := map[string]string{}, []string{}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch v := token.(type) {
		case xml.StartElement:
			path = append(path, v.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(v)); s != "" {
				for _, name := range path {
					if !slices.Contains([]string{"xmpmeta", "RDF", "Description", "Alt", "Seq", "Bag", "li"}, name) {
						out[name] = string(v)
					}
				}
			}
		}
	}
}

func fromUTF16(digits string) string {
	b, _ := hex.DecodeString(digits)
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, binary.BigEndian.Uint16(b[i:]))
	}
	return string(utf16.Decode(units))
}

// colour: an intent with a profile of the colours used (6.2.3, 6.2.4).
func (a *archive) colour(root string) {
	n := refer(root, "DestOutputProfile")
	p := a.streams[n]
	if !strings.Contains(root, "/S /GTS_PDFA1") || n == 0 || len(p) < 128 || !strings.Contains(a.objects[n], "/N 3") {
		a.fault("6.2.3", "no intent with a profile")
		return
	}
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[12:20]) != "mntrRGB " || p[8] > 4 {
		a.fault("6.2.3", "the profile's head")
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, size := int(binary.BigEndian.Uint32(e[4:])), int(binary.BigEndian.Uint32(e[8:]))
		if at%4 != 0 || at+size > len(p) || !slices.Contains([]string{"desc", "text", "XYZ ", "curv"}, string(p[at:at+4])) {
			a.fault("6.2.3", "tag %s of the profile", e[:4])
		}
	}
	for n, o := range a.objects { // images: colours of the intent, opaque, as they are (6.2.8)
		if !strings.Contains(o, "/Subtype /Image") {
			continue
		}
		if !strings.Contains(o, "/DeviceRGB") && !strings.Contains(o, "/DeviceGray") || strings.Contains(o, "/SMask") || strings.Contains(o, "/Mask") || strings.Contains(o, "/Interpolate true") {
			a.fault("6.2.8", "image %d: %.200s", n, o)
		}
	}
}

// operators that a content stream may have (ISO 32000-1, A.2) as far as we use any.
const operators = " q Q cm w J j M d i m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" G g RG rg Do "

// pages: resources, sizes, links that print, known operators (6.1.13, 6.2.2, 6.3).
func (a *archive) pages() {
	count := 0
	for n, text := range a.objects {
		if !strings.HasPrefix(text, "<</Type /Page\n") {
			continue
		}
		count++
		if refer(text, "Resources") == 0 {
			a.fault("6.2.2", "page %d has no resources of its own", n)
		}
		for link := range strings.SplitSeq(text, "/Type /Annot ") {
			if strings.HasPrefix(link, "/Subtype") && !strings.HasPrefix(link, "/Subtype /Link /F 4 ") {
				a.fault("6.3.2", "page %d: a link is not printed: %.40s", n, link)
			}
		}
		a.content(n, a.streams[refer(text, "Contents")])
	}
	if count == 0 {
		a.fault("6.1", "no pages")
	}
}

func (a *archive) content(page int, data []byte) {
	depth := 0
	for _, w := range contentWords(data) {
		switch w {
		case "q":
			depth++
		case "Q":
			depth--
		}
		if depth > 28 || depth < 0 {
			a.fault("6.1.13", "page %d nests %d deep", page, depth)
			return
		}
		if strings.HasPrefix(w, "(") {
			for i := 1; i+1 < len(w); i += 2 {
				if w[i] == 0 && w[i+1] == 0 {
					a.fault("6.2.11.8", "page %d shows a character that its font has not", page)
				}
			}
			continue
		}
		if c := w[0]; (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '"') && !strings.Contains(operators, " "+w+" ") {
			a.fault("6.2.2", "page %d has operator %q", page, w)
		}
	}
	if depth != 0 {
		a.fault("6.2.2", "page %d leaves %d states", page, depth)
	}
}

// contentWords are the words of a content stream; a string is "(" with its bytes.
func contentWords(data []byte) []string {
	var out []string
	for i := 0; i < len(data); {
		switch data[i] {
		case '(':
			s := []byte{'('}
			depth := 1
			for i++; i < len(data) && depth > 0; i++ {
				switch data[i] {
				case '\\':
					i++
					s = append(s, map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}[data[i]])
					if s[len(s)-1] == 0 {
						s[len(s)-1] = data[i]
					}
					continue
				case '(':
					depth++
				case ')':
					depth--
				}
				if depth > 0 {
					s = append(s, data[i])
				}
			}
			out = append(out, string(s))
		case ' ', '\n', '\r', '[', ']':
			i++
		default:
			j := i
			for j < len(data) && !strings.ContainsRune(" \n\r[](", rune(data[j])) {
				j++
			}
			out = append(out, string(data[i:j]))
			i = j
		}
	}
	return out
}

// fonts: inside the file, of the widths that the file tells (6.2.11).
func (a *archive) fonts() {
	seen := 0
	for n, text := range a.objects {
		if !strings.Contains(text, "/Type /Font ") || !strings.Contains(text, "/Subtype /Type0") {
			if strings.Contains(text, "/Type /Font ") && !strings.Contains(text, "/CIDFontType2") || strings.Contains(text, "/Type /Font\n") {
				a.fault("6.2.11.4", "font %d is not inside the file: %.80s", n, text)
			}
			continue
		}
		seen++
		down := a.objects[refer(text, "DescendantFonts")]
		about := a.objects[refer(down, "FontDescriptor")]
		file := a.streams[refer(about, "FontFile2")]
		if len(file) < 100 || !strings.Contains(down, "/CIDToGIDMap /Identity") || refer(text, "ToUnicode") == 0 {
			a.fault("6.2.11.4", "font %d is not whole", n)
			continue
		}
		a.widths(n, down, file)
		for _, m := range regexp.MustCompile(`<[0-9A-F]{4}> <([0-9A-F]{4})>`).FindAllSubmatch(a.streams[refer(text, "ToUnicode")], -1) {
			if v := string(m[1]); v == "0000" || v == "FEFF" || v == "FFFE" {
				a.fault("6.2.11.7", "font %d maps to %s", n, v)
			}
		}
	}
	if seen == 0 {
		a.fault("6.2.11", "no fonts")
	}
}

func (a *archive) widths(n int, down string, file []byte) {
	table := func(name string) []byte {
		for i := range int(binary.BigEndian.Uint16(file[4:])) {
			if e := file[12+16*i:]; string(e[:4]) == name {
				at, size := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
				return file[at : at+size]
			}
		}
		return nil
	}
	units := float64(binary.BigEndian.Uint16(table("head")[18:]))
	long := int(binary.BigEndian.Uint16(table("hhea")[34:]))
	told := regexp.MustCompile(`/W \[0 \[([^\]]*)\]`).FindStringSubmatch(down)
	if told == nil {
		a.fault("6.2.11.5", "font %d tells no widths", n)
		return
	}
	for i, w := range strings.Fields(told[1]) {
		v, _ := strconv.ParseFloat(w, 64)
		at := min(i, long-1)
		if have := float64(binary.BigEndian.Uint16(table("hmtx")[4*at:])) * 1000 / units; v-have > 1 || have-v > 1 {
			a.fault("6.2.11.5", "font %d: glyph %d is %g wide and told as %g", n, i, have, v)
			return
		}
	}
}

func written(t *testing.T, d *document.Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := pdf.Write(&buf, d); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestFilesAreFitForKeeping(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, f := range examine(written(t, typesettest.Sample(l))) {
			t.Errorf("%s: %s", l, f)
		}
	}
	hard := &document.Document{
		Lang: briefing.RU, Title: "<«Обложка»> & \"знаки\" \u0001\uFFFE\u0002", Author: "А & Б", Keywords: "", Page: document.A6(), Watermark: "ПРОЕКТ", Draft: true,
		Sections: []document.Section{{Title: "§ \U0001F600 (скобки) \\", Blocks: []document.Block{document.Paragraph{Runs: []document.Run{
			{Text: "Знак, которого нет: \u0F00, и ссылка", Link: "https://пример.рф/?a=(b)"},
		}}}}},
	}
	for _, f := range examine(written(t, hard)) {
		t.Error(f)
	}
}

// The checker itself sees what it is there for.
func TestTheCheckerFindsFaults(t *testing.T) {
	good := written(t, typesettest.Sample(briefing.RU))
	for _, tt := range []struct{ from, to, rule string }{
		{"%PDF-1.7\n%\xE2", "%PDF-1.7\n%a", "6.1.2"},
		{"/ID [<", "/IX [<", "6.1.3"},
		{"/Metadata ", "/Metadatx ", "6.6.2"},
		{"<pdfaid:part>2", "<pdfaid:part>3", "6.6.4"},
		{"/Creator <FEFF0042", "/Creator <FEFF0043", "6.6.3"},
		{"GTS_PDFA1", "GTS_PDFX1", "6.2.3"},
		{"/Subtype /Link /F 4", "/Subtype /Link /F 2", "6.3.2"},
		{"/CIDToGIDMap /Identity", "/CIDToGIDMap /Idxntity", "6.2.11.4"},
		{"/W [0 [500", "/W [0 [900", "6.2.11.5"},
		{"/Length1 ", "/EmbeddedFile /Length1 ", "6.1.4"}, // offsets move
		{"/Lang (ru-RU)", "/AA   (ru-RU)", "forbidden"},
		{"/Resources ", "/Resourcex ", "6.2.2"},
	} {
		bad := bytes.Replace(good, []byte(tt.from), []byte(tt.to), 1)
		if bytes.Equal(bad, good) {
			t.Errorf("%q is not in the file", tt.from)
			continue
		}
		found := examine(bad)
		if !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, tt.rule+" ") }) {
			t.Errorf("%q → %q is not found: %v", tt.from, tt.to, found)
		}
	}
}
