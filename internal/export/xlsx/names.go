package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/document"
)

// namer gives names that are unique as the program compares them: without
// regard to case.
type namer map[string]bool

// unique makes name one that was not given before, at most limit UTF-16 units.
func (n namer) unique(name string, limit int) string {
	name = strings.TrimSpace(cut(name, limit))
	for base, i := name, 2; n[strings.ToLower(name)]; i++ {
		tail := " " + strconv.Itoa(i)
		name = strings.TrimSpace(cut(base, limit-len(tail))) + tail
	}
	n[strings.ToLower(name)] = true
	return name
}

// sheet makes a name for a tab: no character that Excel refuses, no apostrophe.
func (n namer) sheet(want string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, line(want))
	if name = strings.TrimSpace(name); name == "" || strings.EqualFold(name, "history") {
		name += "_"
	}
	return n.unique(name, excelize.MaxSheetNameLength)
}

// tableName is the name of the Excel table of a document table, the same as
// the marks line says: tbl_t05.
func tableName(id string) string {
	return "tbl_" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '.' {
			return r
		}
		return '_'
	}, strings.ToLower(id))
}

// head is the name of a column without the characters that structured references
// have to escape.
func head(c document.Column) string {
	if name := plainHead(c.Head()); name != "" {
		return name
	}
	return "№"
}

func plainHead(s string) string {
	return line(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]#'@`, r) {
			return ' '
		}
		return r
	}, s))
}

// quote is a sheet's name as references write it.
func quote(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// letter is the letter of a column counted from 0.
func letter(col int) string {
	s, err := excelize.ColumnNumberToName(col + 1)
	if err != nil {
		return "A" // planning refuses columns beyond the sheet
	}
	return s
}

// at is a cell: column from 0, row from 1.
func at(col, row int) string { return letter(col) + strconv.Itoa(row) }

// area is an absolute range: $B$6:$B$14.
func area(col1, row1, col2, row2 int) string {
	from := "$" + letter(col1) + "$" + strconv.Itoa(row1)
	if col1 == col2 && row1 == row2 {
		return from
	}
	return from + ":$" + letter(col2) + "$" + strconv.Itoa(row2)
}
