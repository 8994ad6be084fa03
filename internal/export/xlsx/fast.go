package xlsx

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/document"
)

// The rows of a long table are written straight into the packed part, in the
// form that the library's stream gives them: through it they would be kept in a
// file of their own first, a gigabyte for a million, and take twice the time.

// sheetRows writes what stands inside the <sheetData> of a sheet behind the
// rows that are there.
type sheetRows func(w io.Writer) error

// filled is a sheet that gets its rows when it is packed. What the library
// gives of it is small.
type filled struct {
	part *part
	rows sheetRows
	tail string
	held []byte
}

func (f *filled) Write(data []byte) (int, error) {
	f.held = append(f.held, data...)
	return len(data), nil
}

func (f *filled) end() error {
	const rowsEnd = "</sheetData>"
	before, after, ok := bytes.Cut(f.held, []byte(rowsEnd))
	after, whole := bytes.CutSuffix(after, []byte(sheetEnd))
	if !ok || !whole {
		return fmt.Errorf("a sheet without rows or end: %d bytes", len(f.held))
	}
	out := bufio.NewWriterSize(f.part, 1<<16)
	if _, err := out.Write(before); err != nil {
		return err
	}
	if err := f.rows(out); err != nil {
		return err
	}
	for _, text := range []string{rowsEnd, string(after), f.tail, sheetEnd} {
		if _, err := out.WriteString(text); err != nil {
			return err
		}
	}
	return out.Flush()
}

// later leaves the rows of the table for the packing. The looks of all cells
// that may come are made now, since the list of looks is written before.
func (s *sheet) later() error {
	for c, col := range s.in.Table.Columns {
		for _, risky := range []bool{false, true} {
			if _, err := s.style(excelizeStyle{right: col.Kind == document.NumberColumn, inset: s.inset(c), wrap: col.Kind == document.TextColumn, text: risky}); err != nil {
				return err
			}
		}
		for d := range maxDecimals + 1 {
			if col.Kind != document.NumberColumn || col.Decimals >= 0 {
				d = max(col.Decimals, 0)
			}
			if _, err := s.style(excelizeStyle{right: true, format: format(d, col.Signed)}); err != nil {
				return err
			}
		}
	}
	if s.notes {
		if _, err := s.style(excelizeStyle{grey: true, inset: s.inset(len(s.in.Table.Columns)), wrap: true}); err != nil {
			return err
		}
	}
	s.rows[s.part] = s.writeRows
	return nil
}

// writeRows writes all rows of a long table.
func (s *sheet) writeRows(w io.Writer) error {
	looks := len(s.styles)
	letters := make([]string, len(s.cells))
	for c := range letters {
		letters[c] = letter(c)
	}
	var line []byte
	for r := range s.in.Table.Len() {
		if err := s.row(r); err != nil {
			return err
		}
		line = s.rowXML(line[:0], firstRow+r, letters)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	if len(s.styles) != looks {
		return fmt.Errorf("a look of a row was not foreseen: %s", s.name)
	}
	return nil
}

func (s *sheet) rowXML(b []byte, row int, letters []string) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, '"')
	for _, o := range s.height() {
		b = append(b, ` ht="`...)
		b = strconv.AppendFloat(b, o.Height, 'g', -1, 64)
		b = append(b, `" customHeight="1"`...)
	}
	b = append(b, '>')
	for c := range s.cells {
		b = cellXML(b, letters[c], row, &s.cells[c])
	}
	return append(b, `</row>`...)
}

func cellXML(b []byte, letter string, row int, c *excelize.Cell) []byte {
	b = append(append(b, `<c r="`...), letter...)
	b = strconv.AppendInt(b, int64(row), 10)
	if c.StyleID != 0 {
		b = strconv.AppendInt(append(b, `" s="`...), int64(c.StyleID), 10)
	}
	b = append(b, '"')
	switch v := c.Value.(type) {
	case float64:
		b = strconv.AppendFloat(append(b, `><v>`...), v, 'f', -1, 64) // all of it: it is read back
		return append(b, `</v></c>`...)
	case string:
		b = append(b, ` t="inlineStr"><is><t`...)
		if v != "" && (blank(v[0]) || blank(v[len(v)-1])) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = appendXML(append(b, '>'), v)
		return append(b, `</t></is></c>`...)
	}
	return append(b, `></c>`...)
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// coded is what a reader would take for a character written by its number (ECMA-376
// part 1, 22.9.2.19); the line before it is then written so itself.
var coded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// appendXML appends a text; most have nothing to be escaped.
func appendXML(b []byte, s string) []byte {
	if strings.Contains(s, "_x") {
		s = coded.ReplaceAllString(s, "_x005F_$1")
	}
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c >= 0xEF { // the last: signs that no XML has
			var out bytes.Buffer
			_ = xml.EscapeText(&out, []byte(s)) // a buffer refuses nothing
			return append(b, bytes.ReplaceAll(out.Bytes(), []byte("&#xA;"), []byte("\n"))...)
		}
	}
	return append(b, s...)
}
