// Package xmlscan cuts XML into tags and text by bytes, for the readers of
// workbooks whose parts are XML.
//
// It promises a window of bounded size whatever the part holds, and refuses
// document types, by which small files grow large.
package xmlscan

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrForm is any fault in the form of a part.
var ErrForm = errors.New("malformed XML")

// Kind is what Next has found.
type Kind uint8

// Kinds of what Next finds. What it says of Name, Attrs and Text holds until
// the next call.
const (
	StartTag Kind = iota
	EndTag
	CharData
)

const (
	windowSize = 64 << 10
	tagLimit   = 1 << 20 // bytes of one tag with its attributes
)

// Reader gives the tags and texts of a part one after another. An empty element gives its start and its end. Text comes in pieces
// of at most the window's size.
type Reader struct {
	Name    []byte // of the tag, without its prefix
	Attrs   []byte // of the start tag, raw; see Attr
	Text    []byte // raw, see AppendText
	Literal bool   // Text stands in a CDATA section: it has no entities

	r       io.Reader
	buf     []byte
	at      int
	eof     bool
	pending bool // the end of an empty element is to be given next
	cdata   bool // inside a CDATA section
}

// New reads a part from its start.
func New(r io.Reader) *Reader {
	return &Reader{r: r, buf: make([]byte, 0, windowSize)}
}

// fill reads more after what is unread; false at the end of the part.
func (x *Reader) fill() (bool, error) {
	if x.eof {
		return false, nil
	}
	if x.at > 0 {
		n := copy(x.buf, x.buf[x.at:])
		x.buf, x.at = x.buf[:n], 0
	}
	if len(x.buf) == cap(x.buf) {
		if cap(x.buf) >= tagLimit {
			return false, ErrForm
		}
		grown := make([]byte, len(x.buf), 2*cap(x.buf))
		copy(grown, x.buf)
		x.buf = grown
	}
	n, err := x.r.Read(x.buf[len(x.buf):cap(x.buf)])
	x.buf = x.buf[:len(x.buf)+n]
	if errors.Is(err, io.EOF) {
		x.eof, err = true, nil
	}
	return err == nil, err
}

// Next gives the next tag or piece of text; io.EOF at the end of the part.
func (x *Reader) Next() (Kind, error) {
	if x.pending {
		x.pending = false
		return EndTag, nil
	}
	for {
		if x.at == len(x.buf) {
			if more, err := x.fill(); err != nil || !more {
				return 0, orEOF(err)
			}
			continue
		}
		if x.cdata || x.buf[x.at] != '<' {
			k, ok, err := x.readText()
			if ok || err != nil {
				return k, err
			}
			continue
		}
		k, ok, err := x.readTag()
		if ok || err != nil {
			return k, err
		}
	}
}

func orEOF(err error) error {
	if err == nil {
		return io.EOF
	}
	return err
}

// readText gives the text up to the next tag, or what the window holds of it.
func (x *Reader) readText() (Kind, bool, error) {
	b, end, mark := x.buf[x.at:], 0, "<"
	if x.cdata {
		mark = "]]>"
		end = bytes.Index(b, []byte(mark))
	} else {
		end = bytes.IndexByte(b, '<')
	}
	if end < 0 && !x.eof && len(b) < windowSize {
		_, err := x.fill()
		return 0, false, err
	}
	x.Literal = x.cdata
	switch {
	case end >= 0 && x.cdata:
		x.Text, x.cdata = b[:end], false
		x.at += end + len(mark)
	case end >= 0:
		x.Text = b[:end]
		x.at += end
	case x.eof && x.cdata:
		return 0, false, ErrForm
	default:
		n := wholeText(b, x.cdata)
		x.Text = b[:n]
		x.at += n
	}
	return CharData, true, nil
}

// wholeText is how much of a window can be given without cutting a letter, an
// entity or the end of a CDATA section.
func wholeText(b []byte, cdata bool) int {
	n := len(b)
	for k := 1; k < utf8.UTFMax && k < n; k++ {
		if utf8.RuneStart(b[n-k]) {
			if !utf8.FullRune(b[n-k:]) {
				n -= k
			}
			break
		}
	}
	if cdata {
		return max(n-2, 1)
	}
	if amp := bytes.LastIndexByte(b[:n], '&'); amp > 0 && n-amp < 12 && bytes.IndexByte(b[amp:n], ';') < 0 {
		n = amp
	}
	return n
}

// until finds the mark, reading as needed and forgetting what is passed over;
// the place is counted from x.at.
func (x *Reader) until(mark string) (int, error) {
	for {
		b := x.buf[x.at:]
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			return i, nil
		}
		x.at += max(0, len(b)-len(mark)+1)
		more, err := x.fill()
		if err != nil {
			return 0, err
		}
		if !more {
			return 0, ErrForm
		}
	}
}

// readTag reads what begins with "<"; ok is false for comments and the like.
func (x *Reader) readTag() (k Kind, ok bool, err error) {
	for len(x.buf)-x.at < 9 && !x.eof {
		if _, err := x.fill(); err != nil {
			return 0, false, err
		}
	}
	b := x.buf[x.at:]
	switch {
	case len(b) > 1 && b[1] != '!' && b[1] != '?': // nearly always
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		x.at += 9
		x.cdata = true
		return 0, false, nil
	case bytes.HasPrefix(b, []byte("<!--")):
		x.at += 4
		return 0, false, x.skipPast("-->")
	case bytes.HasPrefix(b, []byte("<?")):
		return 0, false, x.skipPast("?>")
	case bytes.HasPrefix(b, []byte("<!")): // a document type can only do harm
		return 0, false, ErrForm
	}
	end, err := x.tagEnd()
	if err != nil {
		return 0, false, err
	}
	tag := x.buf[x.at+1 : x.at+end]
	x.at += end + 1
	if len(tag) > 0 && tag[0] == '/' {
		for tag = tag[1:]; len(tag) > 0 && blank(tag[len(tag)-1]); tag = tag[:len(tag)-1] {
		}
		x.Name = local(tag)
		return EndTag, true, nil
	}
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag, x.pending = tag[:n-1], true
	}
	i := 0
	for i < len(tag) && !blank(tag[i]) {
		i++
	}
	x.Name, x.Attrs = local(tag[:i]), tag[i:]
	if len(x.Name) == 0 {
		return 0, false, ErrForm
	}
	return StartTag, true, nil
}

func (x *Reader) skipPast(mark string) error {
	end, err := x.until(mark)
	x.at += end + len(mark)
	return err
}

// tagEnd finds the ">" of the tag at x.at; one inside an attribute's value is
// not it.
func (x *Reader) tagEnd() (int, error) {
	quote := byte(0)
	for at := 1; ; {
		b := x.buf[x.at:]
		for ; at < len(b); at++ {
			switch c := b[at]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				return at, nil
			case c == '"' || c == '\'':
				quote = c
			}
		}
		more, err := x.fill()
		if err != nil {
			return 0, err
		}
		if !more {
			return 0, ErrForm
		}
	}
}

// names are short: a loop is quicker than a search.
func local(name []byte) []byte {
	for i, c := range name {
		if c == ':' {
			return name[i+1:]
		}
	}
	return name
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// Attr finds an attribute of a start tag by its name without prefix, or with
// it when the name has one; nil when there is none.
func Attr(attrs []byte, name string) []byte {
	whole := strings.IndexByte(name, ':') >= 0
	for {
		key, value, rest, ok := NextAttr(attrs)
		if !ok {
			return nil
		}
		if !whole {
			key = local(key)
		}
		if string(key) == name {
			return value
		}
		attrs = rest
	}
}

// NextAttr gives the first attribute of a start tag, its name with the prefix,
// and the attributes after it; ok is false when there is none.
func NextAttr(attrs []byte) (name, value, rest []byte, ok bool) {
	from := 0
	for from < len(attrs) && blank(attrs[from]) {
		from++
	}
	end := from
	for end < len(attrs) && attrs[end] != '=' {
		end++
	}
	if end == len(attrs) {
		return nil, nil, nil, false
	}
	name, rest = bytes.TrimSpace(attrs[from:end]), attrs[end+1:]
	for len(rest) > 0 && blank(rest[0]) {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return nil, nil, nil, false
	}
	for i := 1; i < len(rest); i++ {
		if rest[i] == rest[0] {
			return name, rest[1:i], rest[i+1:], true
		}
	}
	return nil, nil, nil, false
}

// LocalName is a name without its prefix.
func LocalName(name []byte) []byte { return local(name) }

// AppendText adds XML text with its entities resolved.
func AppendText(dst, raw []byte, literal bool) []byte {
	if literal {
		return append(dst, raw...)
	}
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		raw = raw[i:]
		semi := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		if semi < 0 {
			dst, raw = append(dst, '&'), raw[1:]
			continue
		}
		dst = appendEntity(dst, raw[1:semi])
		raw = raw[semi+1:]
	}
}

func appendEntity(dst, name []byte) []byte {
	switch string(name) {
	case "amp":
		return append(dst, '&')
	case "lt":
		return append(dst, '<')
	case "gt":
		return append(dst, '>')
	case "quot":
		return append(dst, '"')
	case "apos":
		return append(dst, '\'')
	}
	if len(name) > 1 && name[0] == '#' {
		base, digits := 10, name[1:]
		if digits[0] == 'x' || digits[0] == 'X' {
			base, digits = 16, digits[1:]
		}
		if n, err := strconv.ParseUint(string(digits), base, 21); err == nil && n > 0 {
			return utf8.AppendRune(dst, rune(n)) // 21 bits
		}
	}
	return append(dst, "\uFFFD"...)
}
