// Package clip writes a table of a document for the clipboard: as text divided by
// tabs, which every program takes, and as HTML, which keeps heads, alignment and
// bold totals where a program takes that.
//
// Numbers are bare, so that a spreadsheet computes with them; text that it would
// run as a formula gets an apostrophe in front, in both.
package clip

import (
	"html"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/csv"
)

// Text is the table as lines of cells divided by tabs: its heads, then its rows.
func Text(t *document.Table, l briefing.Lang) string {
	var sb strings.Builder
	line := func(n int, at func(int) string) {
		for c := range n {
			if c > 0 {
				sb.WriteByte('\t')
			}
			sb.WriteString(strings.Join(strings.Fields(at(c)), " "))
		}
		sb.WriteByte('\n')
	}
	line(len(t.Columns), func(c int) string { return csv.Guarded(t.HeadAlone(c)) })
	var scratch document.Row
	for i := range t.Len() {
		row := t.Row(i, &scratch)
		line(len(t.Columns), func(c int) string { return cell(row, c, l) })
	}
	return sb.String()
}

func cell(row *document.Row, c int, l briefing.Lang) string {
	if c >= len(row.Cells) {
		return ""
	}
	return csv.Cell(l, &row.Cells[c])
}

// HTML is the table as HTML, its title over it and its source under it.
func HTML(t *document.Table, l briefing.Lang) string {
	var sb strings.Builder
	add := func(list ...string) {
		for _, s := range list {
			sb.WriteString(s)
		}
	}
	if title := join(" — ", t.Label, join(", ", t.Title, t.Unit)); title != "" {
		add("<p><b>", html.EscapeString(title), "</b></p>")
	}
	add("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" lang=\"", string(l), "\"><thead><tr>")
	for _, c := range t.Columns {
		add("<th>", html.EscapeString(csv.Guarded(c.Head())), "</th>")
	}
	add("</tr></thead><tbody>")
	var scratch document.Row
	for i := range t.Len() {
		row := t.Row(i, &scratch)
		add("<tr>")
		for c := range t.Columns {
			number := c < len(row.Cells) && row.Cells[c].Number.Valid
			text := strings.Join(strings.Fields(cell(row, c, l)), " ")
			open, end := "<td>", "</td>"
			switch {
			case number:
				open = "<td align=\"right\">"
			case csv.LikeNumber(text): // a code or a year stays text, in Excel and in LibreOffice
				open = "<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">"
			}
			if row.Kind == document.TotalRow || row.Kind == document.GroupRow {
				open, end = open+"<b>", "</b>"+end
			}
			add(open, html.EscapeString(text), end)
		}
		add("</tr>")
	}
	add("</tbody></table>")
	for _, s := range append([]string{join(" · ", t.Stamp, t.Source)}, t.Notes...) {
		if s != "" {
			add("<p><small>", html.EscapeString(s), "</small></p>")
		}
	}
	return sb.String()
}

// join joins what is not empty.
func join(sep string, list ...string) string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}
