package importer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// bookChange is a field that a cell changes.
type bookChange struct {
	ref   briefing.Ref
	part  bookkey.Part
	value string // stored form
}

func (c bookChange) target() string {
	return bookkey.Of(c.ref) + "\x00" + c.part.Field + "\x00" + c.part.Item
}

// shifted reports whether nothing in the row is what it was: its hidden cell
// has come beside another row.
func (r *bookRow) shifted() bool {
	const enough = 3
	base := 0
	for i, c := range r.key.Cells {
		if c.Print == "" || c.Live {
			continue
		}
		if !slices.Contains(r.edits, i) {
			return false
		}
		base++
	}
	return base >= enough
}

// unitsFirst orders the edited cells so that a unit is known before its number.
func unitsFirst(r *bookRow) []int {
	out := slices.Clone(r.edits)
	unit := func(i int) int {
		for _, p := range r.key.Cells[i].Parts {
			if strings.HasSuffix(p.Field, ".unit") {
				return 0
			}
		}
		return 1
	}
	slices.SortStableFunc(out, func(x, y int) int { return unit(x) - unit(y) })
	return out
}

// cell reads what an edited cell changes; before is what other cells of the row
// change.
func (b *returning) cell(s *sheetRows, r *bookRow, i int, before []bookChange) (changes []bookChange, reason string) {
	c, shown := r.key.Cells[i], r.cells[i]
	of := c.Of
	if of == "" {
		of = r.key.Key
	}
	ref, ok := bookkey.Ref(of)
	rec := b.stored(ref)
	if !ok || rec == nil {
		return nil, RejectReference
	}
	texts, reason := texts(c, shown)
	if reason != "" {
		return nil, reason
	}
	for n, p := range c.Parts {
		f, from := b.field(rec, p)
		if f.Set == nil {
			return nil, RejectReference
		}
		unit := p.Unit
		for _, other := range before {
			if other.ref == ref && other.part.Item == p.Item && strings.HasSuffix(other.part.Field, ".unit") {
				unit = "" // the number is in the unit that stands beside it now
			}
		}
		value, reason := b.value(s, f, texts[n], shown.kind, rec, p, unit)
		if spoken, ok := b.spoken(s, texts[n], rec, p, unit); ok && reason == RejectNumber && shown.kind == cells.Text {
			if bookkey.Print(f.Get(from)) != p.Stored && f.Get(from) != spoken[0].value {
				return nil, RejectStale
			}
			changes = append(changes, b.changed(ref, rec, spoken)...)
			continue
		}
		now := f.Get(from)
		switch {
		case reason != "":
			return nil, reason
		case value == now || sameNumber(f, value, now), bookkey.Print(value) == p.Stored:
			continue // said already, or not changed
		case bookkey.Print(now) != p.Stored:
			return nil, RejectStale
		}
		changes = append(changes, bookChange{ref, p, value})
	}
	return changes, ""
}

func sameNumber(f briefing.Field, x, y string) bool {
	if f.Type != briefing.NumberField || x == "" || y == "" {
		return false
	}
	a, errA := briefing.ParseNumber(x)
	b, errB := briefing.ParseNumber(y)
	return errA == nil && errB == nil && a.Cmp(b) == 0
}

// texts takes a cell's text apart into what its fields show.
func texts(c bookkey.Cell, shown bookCell) (texts []string, reason string) {
	text := strings.ReplaceAll(shown.text, "\r\n", "\n")
	if tail := strings.TrimSpace(c.Tail); tail != "" && text != "" {
		cutOff, had := strings.CutSuffix(text, tail)
		if !had && strings.Contains(text, opening(c.Tail)) {
			return nil, RejectDerived // what the program has added was changed
		}
		text = strings.TrimSpace(cutOff)
	}
	if len(c.Parts) == 1 {
		return []string{text}, ""
	}
	texts = strings.SplitN(text, c.Join, len(c.Parts))
	for len(texts) < len(c.Parts) {
		switch c.Join {
		case "\n":
		case lang.Between:
			return nil, RejectParts
		default:
			return nil, RejectField
		}
		texts = append(texts, "")
	}
	if c.Join == lang.Between && strings.Contains(texts[len(texts)-1], strings.TrimSpace(lang.Between)) {
		return nil, RejectParts
	}
	for i := range texts {
		texts[i] = strings.TrimSpace(texts[i])
	}
	return texts, ""
}

// opening is what parts the text of a cell from what the program has added
// behind it: " (", a line end.
func opening(tail string) string {
	n := strings.IndexFunc(tail, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if n <= 0 {
		return tail
	}
	return tail[:n]
}

// field finds the field of a part and what it belongs to: the record or a row
// of one of its lists. The field has no Set where there is no such row.
func (b *returning) field(rec briefing.Record, p bookkey.Part) (briefing.Field, any) {
	d, _ := briefing.Describe(rec.Ref().Kind)
	list, key, nested := strings.Cut(p.Field, ".")
	if !nested {
		f, _ := d.Field(p.Field)
		return f, rec
	}
	for _, l := range d.Lists {
		if l.Key != list {
			continue
		}
		i := slices.IndexFunc(l.Fields, func(f briefing.Field) bool { return f.Key == key })
		row := itemOf(l, rec, p.Item)
		if i < 0 || row < 0 {
			return briefing.Field{}, nil
		}
		return l.Fields[i], l.At(rec, row)
	}
	return briefing.Field{}, nil
}

// itemOf finds a row of a list by the identifier it has, or by its number.
func itemOf(l briefing.List, rec briefing.Record, item string) int {
	for _, f := range l.Fields {
		if f.Key != "claim" { // claims alone have identifiers
			continue
		}
		for i := range l.Len(rec) {
			if id := f.Get(l.At(rec, i)); id != "" && id == item {
				return i
			}
		}
	}
	n, err := strconv.Atoi(item)
	if err != nil || n < 0 || n >= l.Len(rec) {
		return -1
	}
	return n
}

// value is the stored form of what a cell says of a field.
func (b *returning) value(s *sheetRows, f briefing.Field, text string, kind cells.Kind, rec briefing.Record, p bookkey.Part, unit briefing.Unit) (value, reason string) {
	if kind == cells.Fault {
		return "", RejectField
	}
	number := f.Type == briefing.NumberField
	if text == "" || text == "—" || number && (text == "…" || text == "-") {
		if f.Required {
			return "", RejectRequired
		}
		return "", ""
	}
	if number {
		return b.number(s, text, kind, rec, p, unit)
	}
	value, reason = b.parse.canonical(entry{field: f, text: text, kind: kind})
	if reason == "" && (f.Type == briefing.RefField || f.Type == briefing.RefsField) {
		if f.Target == briefing.KindSource {
			value = b.sourceNumbers(value)
		}
		value, reason, _ = b.parse.resolve(entry{field: f}, value, nil)
	}
	if reason == "" && f.Check(value) != nil {
		reason = RejectField
	}
	return value, reason
}

// sourceNumbers turns «[5], [6]» into the records that the workbook's own register
// of sources has under these numbers; anything else stays as it is.
func (b *returning) sourceNumbers(text string) string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;，； \u00a0", r) }) {
		no, open := strings.CutPrefix(part, "[")
		no, closed := strings.CutSuffix(no, "]")
		id, ok := b.register()[bookkey.Print(no)]
		if n, err := strconv.Atoi(no); err == nil && !ok { // the register's cell is a number
			id, ok = b.register()[bookkey.Print(bookkey.Number(float64(n)))]
		}
		if !open || !closed || !ok {
			return text
		}
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}

// register is the workbook's register of sources: which record each number is,
// by the check sum of the number.
func (b *returning) register() map[string]briefing.ID {
	if b.numbers != nil {
		return b.numbers
	}
	b.numbers = map[string]briefing.ID{}
	for _, s := range b.sheets {
		at := slices.IndexFunc(s.head.Columns, func(c bookkey.Column) bool { return c.Key == "no" })
		if at < 0 {
			continue
		}
		for i := range s.rows {
			if r := &s.rows[i]; at < len(r.key.Cells) && r.key.Cells[at].Print != "" {
				if ref, ok := bookkey.Ref(r.key.Key); ok && ref.Kind == briefing.KindSource {
					b.numbers[r.key.Cells[at].Print] = ref.ID
				}
			}
		}
	}
	return b.numbers
}

// number reads a number that is shown in a unit and stored in that of its row.
func (b *returning) number(s *sheetRows, text string, kind cells.Kind, rec briefing.Record, p bookkey.Part, unit briefing.Unit) (value, reason string) {
	n, err := briefing.ParseNumber(text)
	if kind != cells.Number {
		n, err = lang.ParseNumberIn(s.head.Lang, text)
	}
	if err != nil {
		return "", RejectNumber
	}
	if list, _, nested := strings.Cut(p.Field, "."); nested && unit != "" {
		f, row := b.field(rec, bookkey.Part{Field: list + ".unit", Item: p.Item})
		if f.Get == nil {
			return n.Trim(0).String(), ""
		}
		stored := briefing.Unit(f.Get(row))
		if stored.Base() != unit.Base() {
			return "", RejectStale
		}
		var ok bool
		if n, ok = shifted(n, unit.Power()-stored.Power()); !ok {
			return "", RejectOverflow
		}
	}
	return n.Trim(0).String(), ""
}

// shifted moves the decimal point.
func shifted(n briefing.Number, by int) (briefing.Number, bool) {
	var err error
	for ; by > 0 && err == nil; by-- {
		n, err = n.Mul(briefing.Num("10"))
	}
	for ; by < 0 && err == nil; by++ {
		n, err = n.Quo(briefing.Num("10"))
	}
	return n, err == nil
}

// draft is the project's record as it will be.
func (b *returning) draft(ref briefing.Ref) briefing.Record {
	if r := b.drafts[ref]; r != nil {
		return r
	}
	d, _ := briefing.Describe(ref.Kind)
	r := d.Copy(b.stored(ref))
	b.drafts[ref] = r
	b.order = append(b.order, ref)
	return r
}

// records gives what is to be stored, in the order of the sheets.
func (b *returning) records() []briefing.Record {
	var out []briefing.Record
	for _, ref := range b.order {
		out = append(out, b.drafts[ref])
	}
	return out
}
