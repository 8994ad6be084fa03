package lang

import (
	"fmt"
	"strings"

	"briefing/internal/briefing"
)

// RecordColumn is one column of a list of records: a field of the kind, or a
// field of the rows of one of its child lists.
type RecordColumn struct {
	Key    string // "title_ru", "posts.from"
	Title  string // «Название (ru)», «Должности: С»
	Number bool   // amounts that belong to the right
	Type   briefing.FieldType

	lang  briefing.Lang
	field briefing.Field
	list  *briefing.List
}

// Between stands between the records that a field refers to, and between the
// rows of a child list: it is not part of the captions.
const Between = "; "

// Field is the field that the column shows.
func (c RecordColumn) Field() briefing.Field { return c.field }

// List is the child list whose rows the column shows, nil for a field of the
// record itself.
func (c RecordColumn) List() *briefing.List { return c.list }

// RecordColumns lists a column for each field of a kind, in the order of its
// description, those of child lists behind. A field that is added to the
// description has its column without a change here.
func RecordColumns(l briefing.Lang, d briefing.Description) []RecordColumn {
	var out []RecordColumn
	for _, f := range d.Fields {
		number := f.Type == briefing.NumberField || f.Type == briefing.IntField
		out = append(out, RecordColumn{Key: f.Key, Title: FieldLabel(l, d.Kind, "", f), Number: number, Type: f.Type, lang: l, field: f})
	}
	for i := range d.Lists {
		list := &d.Lists[i]
		for _, f := range list.Fields {
			out = append(out, RecordColumn{
				Key: list.Key + "." + f.Key, Title: Label(l, d.Kind, list.Key) + ": " + FieldLabel(l, d.Kind, list.Key, f),
				Type: f.Type, lang: l, field: f, list: list,
			})
		}
	}
	return out
}

// Text is what a person reads in the column of a record; name gives the line
// that stands for a record that is referred to, "" for one that is not known.
// Rows of a child list stand one behind the other, «; » between them, with «—»
// for one that has nothing, as long as any has something.
func (c RecordColumn) Text(r briefing.Record, name func(briefing.Ref) string) string {
	if c.list == nil {
		return c.value(r, name)
	}
	rows, filled := make([]string, c.list.Len(r)), false
	for i := range rows {
		rows[i] = c.value(c.list.At(r, i), name)
		filled = filled || rows[i] != ""
		if rows[i] == "" {
			rows[i] = "—"
		}
	}
	if !filled {
		return ""
	}
	return strings.Join(rows, Between)
}

// Stored is the stored form of the field, rows of a child list a line each.
func (c RecordColumn) Stored(r briefing.Record) string {
	if c.list == nil {
		return c.field.Get(r)
	}
	rows := make([]string, c.list.Len(r))
	for i := range rows {
		rows[i] = c.field.Get(c.list.At(r, i))
	}
	return strings.Join(rows, "\n")
}

func (c RecordColumn) value(row any, name func(briefing.Ref) string) string {
	stored := c.field.Get(row)
	if c.field.Target == "" {
		return FieldValue(c.lang, c.field, stored)
	}
	var names []string
	for _, id := range briefing.SplitIDs(stored) {
		s := strings.TrimSpace(name(briefing.Ref{Kind: c.field.Target, ID: id}))
		if s == "" {
			s = string(id)
		}
		names = append(names, s)
	}
	if c.list == nil {
		return strings.Join(names, Between) // captions have commas
	}
	return strings.Join(names, ", ")
}

// ColumnLetters names a column, from one, as spreadsheets do: 28 is "AB".
func ColumnLetters(column int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}

// ColumnSign names a column, from one, by its number and its letters: "28 (AB)".
func ColumnSign(column int) string { return fmt.Sprintf("%d (%s)", column, ColumnLetters(column)) }
