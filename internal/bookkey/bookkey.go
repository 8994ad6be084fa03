// Package bookkey is what the hidden column of an exported workbook says: which
// record each row stands for, which fields its cells show, and what they showed
// when they were written. By it a workbook that colleagues have edited is read
// back as the changes they made, wherever its rows, columns and sheets have
// been moved to.
//
// It promises that nothing depends on the place of a row, a column or a sheet:
// a sheet carries all that is needed to read it, and a row carries its own. The
// column holds identifiers and check sums, no contents that the sheet does not
// show.
package bookkey

import (
	"encoding/base64"
	"encoding/json"
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Version is the form of the keys. A reader refuses those of a later one.
const Version = 1

// Header is the head of the column; it is hidden.
const Header = "ID"

// IDColumn is the key of a column that shows the identifiers of the records.
const IDColumn = "id"

// maxCell is how many characters a cell holds, with room to spare.
const maxCell = 32000

// lines over the head of a table that the column has for itself.
const lines = 4

// Head is what a sheet says of itself, in the column's cells over its head.
type Head struct {
	Version int           `json:"briefing"`
	Lang    briefing.Lang `json:"lang"`
	Book    string        `json:"book"`   // title of the pack
	Table   string        `json:"table"`  // "T05"
	Tables  []string      `json:"tables"` // of the whole book
	Columns []Column      `json:"columns"`
	// New is the kind of record that a row without a key becomes, empty where
	// rows can't be added; Given are fields that the table itself tells.
	New   briefing.Kind     `json:"new,omitempty"`
	Given map[string]string `json:"given,omitempty"`
	Rows  int               `json:"rows"`
	Over  []string          `json:"over,omitempty"` // check sums of the lines over the head, which are no rows
	Foot  string            `json:"foot,omitempty"` // check sum of the line under the chart, which is no row
	Keys  []string          `json:"-"`              // of the rows that stand for records; empty where they are too many
}

// Column is a column of the table.
type Column struct {
	Key   string `json:"k"`
	Title string `json:"t"`           // as the sheet has it
	Parts []Part `json:"e,omitempty"` // what a new row's cell becomes; Stored and Item are empty
	Join  string `json:"j,omitempty"`
}

// Row is what the column says of a row.
type Row struct {
	// Key is the record the row stands for, "fact:F-03", or a name that only
	// this sheet knows, "#4", for one that stands for none.
	Key   string `json:"k"`
	Cells []Cell `json:"c"` // in the order of Head.Columns
}

// Cell is what a cell showed and where that is stored. A cell without parts was
// worked out or put together by the program.
type Cell struct {
	Print string `json:"p,omitempty"` // see Print
	Live  bool   `json:"x,omitempty"` // a formula
	Of    string `json:"o,omitempty"` // the record, where it is not the row's
	Parts []Part `json:"e,omitempty"`
	Join  string `json:"j,omitempty"` // what stands between the parts
	Tail  string `json:"t,omitempty"` // what the program has added behind the text
}

// Part is a field that a cell shows.
type Part struct {
	Field  string        `json:"f"`           // "title_ru"; of a row of a list "claims.value"
	Item   string        `json:"i,omitempty"` // which row: a claim's ID, else its number from 0
	Unit   briefing.Unit `json:"u,omitempty"` // that a number is shown in
	Stored string        `json:"s,omitempty"` // Print of the stored form
}

// Print is the check sum of a text as far as people would call it the same:
// blanks of any kind and number count as one. It is empty for an empty text.
func Print(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return ""
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(s)) // never fails
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// Number is the text of a number as all programs keep it: of thirteen digits.
// A spreadsheet saves fifteen: of a number whose digits go on with a five, those
// are taken first, or the same number were rounded up here and down there.
func Number(v float64) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	if saved, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64); err == nil {
		v = saved
	}
	return strconv.FormatFloat(v, 'e', 12, 64)
}

// Of names a record.
func Of(r briefing.Ref) string { return string(r.Kind) + ":" + string(r.ID) }

// Ref is the record that a key names.
func Ref(key string) (briefing.Ref, bool) {
	kind, id, ok := strings.Cut(key, ":")
	if _, known := briefing.Describe(briefing.Kind(kind)); !ok || !known || id == "" {
		return briefing.Ref{}, false
	}
	return briefing.Ref{Kind: briefing.Kind(kind), ID: briefing.ID(id)}, true
}

// HeadText gives the cells of the column over the head of the table, the first
// line first. What does not fit is left out: a sheet of very many rows does not
// say which of them are gone.
func HeadText(h Head) ([lines]string, error) {
	var out [lines]string
	h.Version = Version
	data, err := json.Marshal(h)
	if err != nil || len(data) > maxCell {
		return out, err
	}
	out[0] = string(data)
	at := 1
	for _, k := range h.Keys {
		if len(out[at])+1+len(k) > maxCell {
			if at++; at == lines {
				clear(out[1:])
				break
			}
		}
		out[at] += " " + k
	}
	return out, nil
}

// IsHead reports whether a cell opens the column of a sheet.
func IsHead(text string) bool { return strings.HasPrefix(text, `{"briefing":`) }

// frontMark opens the hidden cell of a sheet without a table.
const frontMark = `{"briefing-front":`

// FrontText gives the hidden cell of a cover or a list of contents: the check sums
// of what the sheet says. Ok is false where it says more than a cell holds.
func FrontText(prints []string) (text string, ok bool) {
	data, err := json.Marshal(struct {
		Front []string `json:"briefing-front"`
	}{prints})
	return string(data), err == nil && len(data) <= maxCell
}

// ParseFront reads the cell that FrontText has made.
func ParseFront(text string) (prints []string, ok bool) {
	if !strings.HasPrefix(text, frontMark) {
		return nil, false
	}
	var in struct {
		Front []string `json:"briefing-front"`
	}
	err := json.Unmarshal([]byte(text), &in)
	return in.Front, err == nil
}

// ParseHead reads the first of the cells that HeadText has made.
func ParseHead(text string) (h Head, ok bool) {
	err := json.Unmarshal([]byte(text), &h)
	return h, err == nil && h.Version > 0
}

// KeysOf reads one of the others.
func KeysOf(text string) []string { return strings.Fields(text) }

// RowText gives the cell of a row.
func RowText(r Row) (string, error) {
	data, err := json.Marshal(r)
	if len(data) > maxCell {
		data, err = json.Marshal(Row{Key: r.Key}) // its cells can't be told apart, and are not read
	}
	return string(data), err
}

// ParseRow reads the cell of a row.
func ParseRow(text string) (r Row, ok bool) {
	if d, isData := parseData(text); isData {
		return d, true
	}
	err := json.Unmarshal([]byte(text), &r)
	return r, err == nil && r.Key != ""
}

// Observation names an observation by all that tells it from others: the same
// for the same row of statistics, whichever file it came with.
func Observation(o figure.Observation) string {
	product := ""
	if o.Code == figure.HiddenCode {
		product = o.Product
	}
	h := fnv.New64a()
	for _, s := range []string{
		string(o.Flow), o.Reporter, o.Region, o.Partner, o.Province, o.Code, product, o.Classification,
		o.Period.String(), o.Currency, o.Basis, o.QuantityUnit, strconv.FormatBool(o.Sample),
	} {
		_, _ = h.Write([]byte(s)) // never fails
		_, _ = h.Write([]byte{0})
	}
	return dataMark + base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// dataMark opens the key of an observation.
const dataMark = "d:"

// IsObservation reports whether a key names an observation.
func IsObservation(key string) bool { return strings.HasPrefix(key, dataMark) }

// Data columns: the fields of an observation that a sheet gives back.
const (
	DataValue  = "value"
	DataWeight = "weight"
	DataStatus = "status"
)

// Data columns that tell more of an observation: the word of its status, the stamp
// of invented data, the file and the line that it came from.
const (
	DataStatusWord = "status_word"
	DataStamp      = "stamp"
	DataFile       = "file"
	DataLine       = "line"
)

// DataText gives the cell of a row of observations: short, since there may be
// hundreds of thousands. prints are those of all columns, given as they stand;
// what is told apart of them is value, weight, status and all others together.
func DataText(key string, columns []Column, prints []string) string {
	var b strings.Builder
	b.WriteString(key)
	own := map[string]string{}
	for i, c := range columns {
		own[c.Key] = prints[i]
	}
	rest, each := DataRest(columns, prints)
	for _, p := range []string{own[DataValue], own[DataWeight], own[DataStatus], rest} {
		b.WriteByte(' ')
		b.WriteString(orNone(p))
	}
	b.WriteString("." + each)
	return b.String()
}

func orNone(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// DataRest is the check sum of the columns that tell what a row is, and two
// signs of each of them: enough to say in which one it was changed.
func DataRest(columns []Column, prints []string) (all, each string) {
	var rest strings.Builder
	for i, c := range columns {
		if c.Key == DataValue || c.Key == DataWeight || c.Key == DataStatus {
			continue
		}
		rest.WriteString(prints[i] + " ")
		each += sign(prints[i])
	}
	return Print(rest.String()), each
}

func sign(print string) string {
	const signs = 2
	if len(print) < signs {
		return "--"[len(print):] + print
	}
	return print[len(print)-signs:]
}

// RestColumn finds the column that two such texts tell apart: its number among
// all columns, −1 where they don't tell.
func RestColumn(columns []Column, was, is string) int {
	at := 0
	for i, c := range columns {
		if c.Key == DataValue || c.Key == DataWeight || c.Key == DataStatus {
			continue
		}
		if at+2 > len(was) || at+2 > len(is) {
			break
		}
		if was[at:at+2] != is[at:at+2] {
			return i
		}
		at += 2
	}
	return -1
}

// parseData reads what DataText has made: cells for value, weight and status,
// and the rest as a cell without parts.
func parseData(text string) (Row, bool) {
	f := strings.Fields(text)
	if len(f) != 5 || !IsObservation(f[0]) {
		return Row{}, false
	}
	r := Row{Key: f[0]}
	for i, p := range f[1:] {
		sum, each, _ := strings.Cut(p, ".")
		c := Cell{Print: strings.TrimPrefix(sum, "-"), Tail: each}
		if i < 3 {
			c.Parts = []Part{{Field: []string{DataValue, DataWeight, DataStatus}[i], Stored: c.Print}}
		}
		r.Cells = append(r.Cells, c)
	}
	return r, true
}
