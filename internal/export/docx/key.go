package docx

import (
	"encoding/base32"
	"fmt"
	"hash/fnv"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Piece is a paragraph or a row of a table as it is written: what a file that
// comes back is compared with.
type Piece struct {
	Key   Key
	Where string // the section's title or the table's label
	// Shows is the field the paragraph shows; nil of what the program has put
	// together, and of a row.
	Shows *document.Shown
	// Segments are the text of the field, with the figures it holds apart.
	Segments []Segment
	Around   string // what the program has put beside the field's text
	Text     string // all of it; cells of a row are parted by tabs
	Tag      bool   // a line that belongs to the text before it: who may hear it
}

// Segment is a stretch of a field's text. Bound is the figure it prints as the
// text holds it, "{fact-id:value}", or "".
type Segment struct{ Text, Bound string }

// PieceKind tells what a bookmark stands on.
type PieceKind byte

// Kinds of pieces.
const (
	FieldPiece   PieceKind = 'f' // a text of a record
	ProgramPiece PieceKind = 'p' // a paragraph that the program puts together
	RowPiece     PieceKind = 'r' // a row of a table
)

// Key is what the name of a bookmark says: which piece it stands on and what
// that piece said. Names have forty characters at most and no contents: a record
// is named by a sum that only who has the project can tell.
type Key struct {
	Kind     PieceKind
	Form     string
	Audience briefing.Audience
	Lang     briefing.Lang
	ID       string // of the piece
	Print    string // sum of its text as people would call it the same
	Around   string // sum of what the program has put beside a field's text
}

// Same reports whether two keys stand for the same piece, whatever it said.
func (k Key) Same(other Key) bool {
	k.Print, other.Print = "", ""
	k.Around, other.Around = "", ""
	return k == other
}

// keyMark opens the names of our bookmarks; a leading underscore hides them in
// word processors. The digit is the form of the keys.
const keyMark = "_Brf1"

// forms of output by the letter that stands for them; the order is for good.
func forms() []string { return []string{"pack", "compiler", "factsheet", "card", "qa"} }

const (
	idLength    = 13
	printLength = 7 // of a sum in base 36
)

// String is the name of the bookmark.
func (k Key) String() string {
	form := -1
	for i, f := range forms() {
		if f == k.Form {
			form = i
		}
	}
	return fmt.Sprintf("%s%c%c%c%c%s_%s_%s", keyMark, k.Kind, 'a'+form, 'a'+int(k.Audience), langLetter(k.Lang), k.ID, k.Print, k.Around)
}

func langLetter(l briefing.Lang) byte {
	switch l {
	case briefing.EN:
		return 'e'
	case briefing.ZH:
		return 'z'
	}
	return 'r'
}

// ParseKey reads the name of a bookmark.
func ParseKey(name string) (Key, bool) {
	rest, ok := strings.CutPrefix(name, keyMark)
	if !ok || len(rest) < 4+idLength+1 {
		return Key{}, false
	}
	k := Key{Kind: PieceKind(rest[0]), Audience: briefing.Audience(rest[2] - 'a')}
	if k.Kind != FieldPiece && k.Kind != ProgramPiece && k.Kind != RowPiece {
		return Key{}, false
	}
	form := int(rest[1]) - 'a'
	if form < 0 || form >= len(forms()) {
		return Key{}, false
	}
	k.Form = forms()[form]
	switch rest[3] {
	case 'r':
		k.Lang = briefing.RU
	case 'e':
		k.Lang = briefing.EN
	case 'z':
		k.Lang = briefing.ZH
	default:
		return Key{}, false
	}
	rest = rest[4:]
	k.ID = rest[:idLength]
	sums, ok := strings.CutPrefix(rest[idLength:], "_")
	print, around, more := strings.Cut(sums, "_")
	around, _, _ = strings.Cut(around, "_") // some programs add to a name that stands twice
	k.Print, k.Around = print, around
	return k, ok && more && len(print) <= printLength && len(around) <= printLength
}

// Print is the sum by which a text is told from another one: blanks of any kind
// count as one.
func Print(s string) string { return bookkey.Print(s) }

// keyer names the pieces of one document.
type keyer struct {
	keyed  bool
	head   Key
	in     string // section
	nth    map[string]int
	pieces []Piece
}

func newKeyer(d *document.Document) keyer {
	known := false
	for _, f := range forms() {
		known = known || f == d.Form
	}
	return keyer{
		keyed: known && d.Audience != briefing.Partner, // what goes out of the house carries no identifiers
		head:  Key{Form: d.Form, Audience: d.Audience, Lang: d.Lang},
		nth:   map[string]int{},
	}
}

func (k *keyer) section(key string) { k.in = key }

// piece keeps a piece and gives the name of its bookmark, "" where none is to be.
func (k *keyer) piece(kind PieceKind, p Piece, of string) string {
	if !k.keyed || strings.TrimSpace(p.Text) == "" {
		return ""
	}
	of = string(kind) + "\x00" + of
	k.nth[of]++
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s\x00%d", of, k.nth[of]) // never fails
	p.Key = k.head
	p.Key.Kind = kind
	p.Key.ID = strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)))
	text := p.Text
	if kind == FieldPiece {
		text = segmentText(p.Segments)
		p.Key.Around = Print(p.Around)
	}
	p.Key.Print = Print(text)
	k.pieces = append(k.pieces, p)
	return p.Key.String()
}

// fieldName names a field of a record.
func fieldName(s *document.Shown) string {
	f := s.Fields[0]
	return bookkey.Of(s.Ref) + "\x00" + f.Field + "\x00" + f.Item
}

func segmentText(list []Segment) string {
	var sb strings.Builder
	for _, s := range list {
		sb.WriteString(s.Text)
	}
	return sb.String()
}
