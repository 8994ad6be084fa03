package csv

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// contentsTable lists the files: what each table is called, where it stands in
// the workbook of the same pack, its unit, source, period and moment.
func contentsTable(b *document.Book, files []file) document.Table {
	w := b.Words
	t := document.Table{Title: b.Title}
	t.Columns = []document.Column{
		{Key: "file", Title: lang.T(b.Lang, "xlsx.csv.file")},
		{Key: "sheet", Title: lang.T(b.Lang, "xlsx.csv.sheet")},
		{Key: "number", Title: lang.T(b.Lang, "xlsx.csv.number")},
		{Key: "title", Title: w.ColTitle},
		{Key: "unit", Title: w.ColUnit},
		{Key: "period", Title: w.ColPeriod},
		{Key: "data", Title: w.ColData},
		{Key: "rows", Title: w.ColRows, Kind: document.NumberColumn},
		{Key: "source", Title: lang.T(b.Lang, "xlsx.csv.source")},
		{Key: "notes", Title: lang.T(b.Lang, "xlsx.csv.notes")},
		{Key: "as_of", Title: w.ColAsOf},
	}
	for i := range files {
		s := files[i].sheet
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Txt(files[i].name), document.Txt(s.Name), document.Txt(s.Table.Label), document.Txt(s.Table.Title),
			document.Txt(s.Table.Unit), document.Txt(s.Period), document.Txt(s.Data),
			{Number: briefing.Some(briefing.Whole(s.Table.Len()))},
			document.Txt(sourceOf(s)), document.Txt(notesOf(s)), document.Txt(momentOf(b)),
		}})
	}
	return t
}

func sourceOf(s *document.Sheet) string {
	source, stamp := s.Table.Source, s.Table.Stamp
	if stamp != "" && !strings.Contains(source, stamp) {
		source = strings.TrimSpace(stamp + ". " + source)
	}
	return source
}

func notesOf(s *document.Sheet) string { return strings.Join(s.Table.Notes, " ") }

func momentOf(b *document.Book) string {
	if b.AsOf.IsZero() {
		return ""
	}
	return lang.Moment(b.Lang, b.AsOf)
}

// descriptionName is where programs look for the description of the files of a
// folder (W3C, "Model for Tabular Data and Metadata on the Web", 5.3).
const descriptionName = "csv-metadata.json"

// The description, in the words of the W3C's "Metadata Vocabulary for Tabular
// Data". Prefixes dc and schema are known to every reader of it.
type (
	described struct {
		Context  []any         `json:"@context"`
		Type     string        `json:"@type"`
		Title    string        `json:"dc:title,omitempty"`
		Subject  string        `json:"dc:subject,omitempty"`
		Creator  string        `json:"dc:creator,omitempty"`
		Date     string        `json:"dc:date,omitempty"`
		Language briefing.Lang `json:"dc:language"`
		Dialect  dialect       `json:"dialect"`
		Tables   []tableOf     `json:"tables"`
	}
	dialect struct {
		Delimiter string `json:"delimiter"`
		Encoding  string `json:"encoding"`
		Header    bool   `json:"header"`
	}
	tableOf struct {
		URL     string `json:"url"`
		ID      string `json:"dc:identifier,omitempty"`
		Title   string `json:"dc:title,omitempty"`
		Unit    string `json:"schema:unitText,omitempty"`
		Source  string `json:"dc:source,omitempty"`
		Period  string `json:"dc:temporal,omitempty"`
		Kind    string `json:"dc:type,omitempty"`
		Notes   string `json:"dc:description,omitempty"`
		Date    string `json:"dc:date,omitempty"`
		Columns schema `json:"tableSchema"`
	}
	schema struct {
		Columns []columnOf `json:"columns"`
	}
	columnOf struct {
		Name   string   `json:"name"`
		Titles string   `json:"titles"`
		Type   any      `json:"datatype"`
		Null   []string `json:"null,omitempty"`
		Unit   string   `json:"schema:unitText,omitempty"`
	}
	decimal struct {
		Base   string  `json:"base"`
		Format numeric `json:"format"`
	}
	numeric struct {
		DecimalChar string `json:"decimalChar"`
	}
)

// gaps stand where a column of numbers has none.
func gaps() []string { return []string{"", "—", "…"} }

func isGap(text string) bool { return slices.Contains(gaps(), text) }

// describe writes the description of the files.
func describe(w io.Writer, b *document.Book, files []file) error {
	moment := ""
	if !b.AsOf.IsZero() {
		moment = b.AsOf.UTC().Format("2006-01-02T15:04:05Z")
	}
	mark := "."
	if b.Lang == briefing.RU {
		mark = ","
	}
	d := described{
		Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": string(b.Lang)}}, Type: "TableGroup",
		Title: b.Title, Subject: b.Subject, Creator: b.Author, Date: moment, Language: b.Lang,
		Dialect: dialect{string(delimiter(b.Lang)), "utf-8", true},
	}
	for _, f := range files {
		t := &f.sheet.Table
		of := tableOf{
			URL: (&url.URL{Path: f.name}).String(), ID: t.ID, Title: t.Named(), Unit: t.Unit, Source: sourceOf(f.sheet),
			Period: f.sheet.Period, Kind: f.sheet.Data, Notes: notesOf(f.sheet), Date: moment,
		}
		taken := map[string]bool{}
		for c, head := range f.heads {
			col := columnOf{Name: columnName(taken, t, c), Titles: head, Type: "string"}
			if f.plain[c] {
				col.Type, col.Null, col.Unit = decimal{"decimal", numeric{mark}}, gaps(), t.UnitOf(c)
			}
			of.Columns.Columns = append(of.Columns.Columns, col)
		}
		d.Tables = append(d.Tables, of)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

// columnName is a name that programs can give a variable: the key of a column
// with what such names must not have left out, unique in its table.
func columnName(taken map[string]bool, t *document.Table, c int) string {
	name := "note" // the column that the writer adds
	if c < len(t.Columns) {
		name = strings.Map(func(r rune) rune {
			switch {
			case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
				return r
			case strings.ContainsRune("_-. ", r):
				return '_'
			}
			return -1
		}, t.Columns[c].Key)
	}
	if name = strings.TrimLeft(name, "_"); name == "" {
		name = "col"
	}
	for base, n := name, 2; taken[name]; n++ {
		name = base + "_" + strconv.Itoa(n)
	}
	taken[name] = true
	return name
}
