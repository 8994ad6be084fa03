package docx

import (
	"strings"
	"unicode/utf8"
)

// markup is XML as it is written. Names are constants of the package; values
// and texts are escaped and cleaned.
type markup struct{ b strings.Builder }

// open begins an element; attrs are names and values in turn.
func (m *markup) open(name string, attrs ...string) {
	m.tag(name, attrs)
	m.b.WriteByte('>')
}

// void writes an element without contents.
func (m *markup) void(name string, attrs ...string) {
	m.tag(name, attrs)
	m.b.WriteString("/>")
}

func (m *markup) tag(name string, attrs []string) {
	m.b.WriteByte('<')
	m.b.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		m.b.WriteByte(' ')
		m.b.WriteString(attrs[i])
		m.b.WriteString(`="`)
		m.escape(clean(attrs[i+1]), true)
		m.b.WriteByte('"')
	}
}

// end closes elements.
func (m *markup) end(names ...string) {
	for _, n := range names {
		m.b.WriteString("</")
		m.b.WriteString(n)
		m.b.WriteByte('>')
	}
}

// text writes character data.
func (m *markup) text(s string) { m.escape(clean(s), false) }

// leaf writes an element that holds a text.
func (m *markup) leaf(name, text string, attrs ...string) {
	m.open(name, attrs...)
	m.text(text)
	m.end(name)
}

// raw writes what is markup already.
func (m *markup) raw(s string) { m.b.WriteString(s) }

func (m *markup) escape(s string, value bool) {
	for _, r := range s {
		switch {
		case r == '&':
			m.b.WriteString("&amp;")
		case r == '<':
			m.b.WriteString("&lt;")
		case r == '>':
			m.b.WriteString("&gt;")
		case value && r == '"':
			m.b.WriteString("&quot;")
		case value && (r == '\n' || r == '\t'):
			m.b.WriteByte(' ')
		default:
			m.b.WriteRune(r)
		}
	}
}

// clean makes a text fit for XML: valid, line ends as \n, without the controls
// and the two code points that the format refuses.
func clean(s string) string {
	if fit(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if !allowed(r) {
			return -1
		}
		return r
	}, s)
}

func allowed(r rune) bool {
	return r >= ' ' && r != 0x7F && r != 0xFFFE && r != 0xFFFF || r == '\n' || r == '\t'
}

// fit says that a text has nothing to be cleaned, the usual case.
func fit(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !allowed(r) {
			return false
		}
	}
	return true
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
