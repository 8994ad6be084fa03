// Package csv writes the tables of a book as CSV files in one zip: one file a
// table, a head and its rows, nothing else, so that any program reads them. The
// heads name the units of their numbers. What else a table is — its title, its
// source, its moment — stands in a list of the files, which comes first, and in
// a description of them for programs (W3C, "CSV on the Web"), which comes last.
//
// Numbers are written as they are, with the decimal mark and the delimiter of
// the language (a Russian Excel takes a comma for the decimals and a semicolon
// between cells); text that a spreadsheet would run as a formula gets an
// apostrophe in front, text that it would take for a number stands in quotes. The same book gives the same bytes.
package csv

import (
	"archive/zip"
	"bufio"
	"io"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// byteOrder tells Excel that a file is UTF-8.
const byteOrder = "\uFEFF"

// Write writes the zip. Errors are briefing.Error with CodeCannotWrite when w
// refuses.
func Write(w io.Writer, b *document.Book) error {
	modified := b.AsOf.UTC()
	if modified.Year() < 1980 { // the first year of the format
		modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	z := zip.NewWriter(w)
	part := func(name string) (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
	}
	err := parts(b, part)
	if err == nil && b.Keywords != "" {
		err = z.SetComment(b.Keywords)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "write tables", Err: err}
	}
	return nil
}

// parts writes the files one after the other.
func parts(b *document.Book, part func(name string) (io.Writer, error)) error {
	names := map[string]bool{strings.ToLower(descriptionName): true}
	contents := fileName(names, "00 "+first(b.Words.Contents, "Contents"))
	files := make([]file, len(b.Sheets))
	for i := range b.Sheets {
		sheet := b.Sheets[i]
		sheet.Table = sheet.Table.Filled()
		files[i] = file{name: fileName(names, named(&sheet)), sheet: &sheet}
	}
	w, err := part(contents)
	if err != nil {
		return err
	}
	list := contentsTable(b, files)
	listed := file{name: contents, sheet: &document.Sheet{Table: list}}
	if err := listed.write(w, b.Lang); err != nil {
		return err
	}
	for i := range files {
		w, err := part(files[i].name)
		if err != nil {
			return err
		}
		if err := files[i].write(w, b.Lang); err != nil {
			return err
		}
	}
	if w, err = part(descriptionName); err != nil {
		return err
	}
	return describe(w, b, append([]file{listed}, files...))
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// mostInName is how many characters a file's name has; that of a sheet has less
// room, and says less.
const mostInName = 100

// named is a table's number with its whole title: «A02 Импорт по странам,
// отчитывается Алжир, млн долл. США». Sheets without a number keep their name.
func named(s *document.Sheet) string {
	t := &s.Table
	if t.ID == "" || t.Title == "" || !strings.HasPrefix(s.Name, t.ID+" ") {
		return s.Name
	}
	name := t.ID + " " + t.Title
	if t.Unit != "" {
		name += ", " + t.Unit
	}
	r := []rune(strings.Join(strings.Fields(name), " "))
	if len(r) <= mostInName {
		return string(r)
	}
	for n := mostInName; n > mostInName/2; n-- { // between words, or as far as it goes
		if r[n] == ' ' {
			return strings.TrimRight(string(r[:n]), " ,;:—–-") + "…"
		}
	}
	return string(r[:mostInName]) + "…"
}

// fileName makes a sheet's name one of a file on every system, unique without
// regard to case.
func fileName(taken map[string]bool, sheet string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(sheet, ""))
	if name = strings.TrimRight(strings.TrimSpace(name), ". "); name == "" {
		name = "table"
	}
	for base, tail := name, "_"; taken[strings.ToLower(name)]; tail += "_" {
		name = base + tail
	}
	taken[strings.ToLower(name)] = true
	return name + ".csv"
}

// file is a table on its way.
type file struct {
	name  string
	sheet *document.Sheet
	heads []string // as written
	plain []bool   // the columns that hold numbers alone, besides dashes and gaps
}

// delimiter stands between the cells: Excel takes the one of its language.
func delimiter(l briefing.Lang) rune {
	if l == briefing.RU {
		return ';'
	}
	return ','
}

// write writes the table; a column of notes comes last when some number has a
// word, a mark or a second line.
func (f *file) write(w io.Writer, l briefing.Lang) error {
	t := &f.sheet.Table
	if _, err := io.WriteString(w, byteOrder); err != nil {
		return err
	}
	out := &lines{w: bufio.NewWriter(w), comma: delimiter(l)}
	var scratch document.Row
	noted := false
	for r := 0; r < t.Len() && !noted; r++ {
		noted = t.RowNote(t.Row(r, &scratch), document.Column.Head) != ""
	}
	for c, col := range t.Columns {
		f.heads = append(f.heads, Guarded(t.HeadAlone(c)))
		f.plain = append(f.plain, col.Kind == document.NumberColumn)
	}
	if noted {
		f.heads = append(f.heads, lang.T(l, "xlsx.note"))
		f.plain = append(f.plain, false)
	}
	for _, h := range f.heads {
		out.cell(h, false)
	}
	out.end()
	for r := range t.Len() {
		row := t.Row(r, &scratch)
		for c := range t.Columns {
			text, number := "", false
			if c < len(row.Cells) {
				text, number = Cell(l, &row.Cells[c]), row.Cells[c].Number.Valid
				if !number && !isGap(text) {
					f.plain[c] = false
				}
			}
			out.cell(text, number)
		}
		if noted {
			out.cell(Guarded(t.RowNote(row, document.Column.Head)), false)
		}
		out.end()
	}
	return out.w.Flush()
}

// lines writes the lines of a file. Text that begins like a number stands in
// quotes, though it needs none: by them a program knows a code («0203») or a year
// for text. What was refused is told by the last flush.
type lines struct {
	w     *bufio.Writer
	comma rune
	begun bool
}

func (x *lines) cell(text string, number bool) {
	if x.begun {
		_, _ = x.w.WriteRune(x.comma)
	}
	x.begun = true
	quoted := strings.ContainsAny(text, "\"\r\n") || strings.ContainsRune(text, x.comma) || !number && LikeNumber(text) ||
		text != "" && (text[0] == ' ' || text[0] == '\t')
	if !quoted {
		_, _ = x.w.WriteString(text)
		return
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	_, _ = x.w.WriteString("\"" + strings.ReplaceAll(text, "\"", "\"\"") + "\"")
}

func (x *lines) end() {
	_, _ = x.w.WriteString("\r\n")
	x.begun = false
}

// LikeNumber reports whether a spreadsheet may take a text for a number or a day.
func LikeNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// Cell is what a file has for a cell: a number bare, in the form of the language,
// a text as it is read, guarded.
func Cell(l briefing.Lang, c *document.Cell) string {
	switch {
	case c.Number.Valid:
		return number(l, c.Number.Decimal)
	case c.IsRange():
		end := func(n briefing.MaybeNumber) string {
			if !n.Valid {
				return "…"
			}
			return number(l, n.Decimal)
		}
		return end(c.Low) + "–" + end(c.High)
	}
	return Guarded(c.Says())
}

func number(l briefing.Lang, n briefing.Number) string {
	s := Shortest(n).String()
	if l == briefing.RU {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Digits that a spreadsheet holds of a number, and decimals beyond which a number
// is a quotient and not stated by anybody.
const (
	heldDigits     = 15
	statedDecimals = 6
)

// Shortest is a number without zeros at its end, and of a quotient the digits
// that a spreadsheet can hold: what is stated stays as it is to the last digit.
func Shortest(n briefing.Number) briefing.Number {
	n = n.Trim(0)
	if over := n.Prec() - heldDigits; over > 0 && n.Scale() > statedDecimals {
		n = n.Round(max(n.Scale()-over, statedDecimals)).Trim(0)
	}
	return n
}

// Guarded is a text that stays one in a spreadsheet (OWASP, "CSV Injection").
func Guarded(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
