// Package clipboard takes apart the text that other programs put on the
// clipboard: tables of Excel and Word, and lists that people typed.
//
// It promises that a table written as Excel writes it comes back cell by cell
// (line ends inside cells become line feeds), that any text at all gives rows
// and never an error, and that no character but separators, the quotation
// marks of quoted cells, NUL and byte order marks is dropped.
package clipboard

import (
	"strings"
	"unicode"
)

// Row is one row of what was pasted. Line is where it starts in the text,
// counted from 1.
type Row struct {
	Line  int
	Cells []string
}

// Read takes a pasted text apart. Tabs divide columns; a text without tabs is
// a table where every line has the same number of "|" or ";", a list where one
// line holds several of them, and else one column. A row that Word has broken
// at a paragraph inside a cell is put together again. All rows have the same
// number of cells.
func Read(text string) []Row {
	rows := Tabbed(text)
	if widest(rows) == 1 {
		rows = listed(clean(text), rows)
	} else {
		rows = healed(rows)
	}
	w := widest(rows)
	for i := range rows {
		for len(rows[i].Cells) < w {
			rows[i].Cells = append(rows[i].Cells, "")
		}
	}
	return rows
}

// Tabbed splits text at line ends and tabs only. A cell in quotation marks is
// a quoted one where it holds a tab, a line end or a doubled mark: no program
// quotes another, so that «"Север"» as a name keeps its marks.
func Tabbed(text string) []Row { return scan(clean(text), '\t') }

// clean makes line ends plain. What a cell may hold as a line end of its own
// (Word's vertical tab) is left to scan.
func clean(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "", "\uFEFF", "", "\a", "").Replace(text)
}

func scan(s string, separator byte) []Row {
	var rows []Row
	line := 1
	for s != "" {
		row := Row{Line: line}
		for {
			cell, raw := next(s, separator)
			line += strings.Count(s[:raw], "\n")
			s = s[raw:]
			row.Cells = append(row.Cells, strings.NewReplacer("\v", "\n", "\u2028", "\n", "\u2029", "\n").Replace(cell))
			if s == "" || s[0] == '\n' {
				break
			}
			s = s[1:] // the separator
		}
		if s != "" {
			s = s[1:] // the line end
			line++
		}
		rows = append(rows, row)
	}
	return rows
}

// next reads the cell at the start of s; raw is its length in the text.
func next(s string, separator byte) (cell string, raw int) {
	if s != "" && s[0] == '"' {
		if cell, raw, ok := quoted(s, separator); ok {
			return cell, raw
		}
	}
	raw = strings.IndexFunc(s, func(r rune) bool { return r == rune(separator) || r == '\n' })
	if raw < 0 {
		raw = len(s)
	}
	return s[:raw], raw
}

// quoted reads a cell in quotation marks, if it is one that needs them.
func quoted(s string, separator byte) (cell string, raw int, ok bool) {
	doubled := false
	for i := 1; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		if i+1 < len(s) && s[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		inside := s[1:i]
		if i+1 < len(s) && s[i+1] != separator && s[i+1] != '\n' {
			return "", 0, false
		}
		if !doubled && !strings.ContainsAny(inside, "\n"+string(rune(separator))) {
			return "", 0, false
		}
		return strings.ReplaceAll(inside, `""`, `"`), i + 1, true
	}
	return "", 0, false
}

func widest(rows []Row) int {
	w := 0
	for _, r := range rows {
		w = max(w, len(r.Cells))
	}
	return w
}

// healed joins rows that are too short and together make one whole row: Word
// ends a line where a paragraph ends inside a cell.
func healed(rows []Row) []Row {
	w := widest(rows)
	var out []Row
	for i := 0; i < len(rows); i++ {
		r := Row{rows[i].Line, append([]string(nil), rows[i].Cells...)}
		last := i
		for j := i + 1; len(r.Cells) < w && j < len(rows) && len(rows[j].Cells) < w; j++ {
			if len(r.Cells)+len(rows[j].Cells)-1 > w {
				break
			}
			end := len(r.Cells) - 1
			r.Cells[end] += "\n" + rows[j].Cells[0]
			r.Cells = append(r.Cells, rows[j].Cells[1:]...)
			last = j
		}
		if len(r.Cells) == w && last > i {
			out, i = append(out, r), last
			continue
		}
		out = append(out, rows[i])
	}
	return out
}

// listed finds the separator of a text without tabs.
func listed(text string, plain []Row) []Row {
	var filled []Row
	for _, r := range plain {
		if strings.TrimSpace(r.Cells[0]) != "" {
			filled = append(filled, r)
		}
	}
	for _, separator := range []string{"|", ";", "；"} {
		if len(filled) == 1 {
			if parts := split(filled[0].Cells[0], separator); listLike(parts, separator) {
				var out []Row
				for _, p := range parts {
					out = append(out, Row{filled[0].Line, []string{p}})
				}
				return out
			}
		}
		if rows, ok := even(text, filled, separator); ok {
			return rows
		}
	}
	return plain
}

// listLike tells a list of like things from the cells of one row, which as a
// rule hold a number or a date.
func listLike(parts []string, separator string) bool {
	digits := strings.ContainsFunc(strings.Join(parts, ""), unicode.IsDigit)
	return !digits && (len(parts) > 2 || len(parts) == 2 && separator == "|")
}

// even splits lines that all have the same number of separators.
func even(text string, lines []Row, separator string) ([]Row, bool) {
	if separator == ";" && strings.Contains(text, `"`) {
		rows := scan(text, ';')
		for _, r := range rows {
			if len(r.Cells) != len(rows[0].Cells) || len(r.Cells) == 1 {
				return nil, false
			}
		}
		return rows, len(rows) > 0
	}
	var out []Row
	for _, r := range lines {
		parts := split(r.Cells[0], separator)
		if len(parts) < 2 {
			return nil, false
		}
		if separator == "|" && strings.Trim(strings.Join(parts, ""), "-:= ") == "" {
			continue // the line under the head of a table of text
		}
		if len(out) > 0 && len(parts) != len(out[0].Cells) {
			return nil, false
		}
		out = append(out, Row{r.Line, parts})
	}
	return out, len(out) > 0
}

// split divides a line; what stands outside the outer "|" of a drawn table is
// nothing, and so is what follows a closing ";".
func split(line, separator string) []string {
	line = strings.TrimSpace(line)
	if separator == "|" {
		line = strings.TrimPrefix(line, separator)
	}
	line = strings.TrimSuffix(line, separator)
	parts := strings.Split(line, separator)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
