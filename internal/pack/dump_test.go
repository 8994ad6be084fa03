package pack_test

import (
	"fmt"
	"strings"

	"briefing/internal/document"
	"briefing/internal/lang"
)

// dump writes a document as text that a person can read: one line a block, a
// row a line, so that a golden file shows what a change does to the pack.
func dump(d *document.Document) string {
	var sb strings.Builder
	for _, s := range d.Sections {
		fmt.Fprintf(&sb, "\n== %s %s [%s]\n", s.Number, s.Title, s.Key)
		if s.Deck != "" {
			fmt.Fprintf(&sb, "   %s\n", s.Deck)
		}
		blocks(&sb, d, s.Blocks, "")
	}
	return sb.String()
}

func blocks(sb *strings.Builder, d *document.Document, list []document.Block, in string) {
	for _, b := range list {
		switch v := b.(type) {
		case document.Cover:
			fmt.Fprintf(sb, "%scover: %v | %s | %s | %v | %v\n", in, v.Organisation, v.Title, v.Subtitle, v.Facts, v.Sign)
		case document.Banner:
			fmt.Fprintf(sb, "%sbanner: %s | %s | %s | %v\n", in, v.Kicker, v.Title, v.Subtitle, v.Side)
		case document.Heading:
			fmt.Fprintf(sb, "%s# %s\n", in, v.Text)
		case document.Paragraph:
			fmt.Fprintf(sb, "%s¶ %s\n", in, text(v.Runs))
		case document.Note:
			fmt.Fprintf(sb, "%snote: %s %s\n", in, v.Title, text(v.Runs))
		case document.KeyFigures:
			for _, k := range v.Items {
				fmt.Fprintf(sb, "%skey: %s | %s | %s | %s | %s | %s\n", in, k.Word, k.Number, k.Unit, k.What, k.Change, k.Source)
			}
		case document.Points:
			for _, p := range v.Items {
				fmt.Fprintf(sb, "%s%s. %s | %s | %s %s\n", in, p.Number, p.Title, text(p.Runs), p.Tag, p.Tail)
			}
		case document.Columns:
			blocks(sb, d, v.Left, in+"< ")
			blocks(sb, d, v.Right, in+"> ")
		case document.Chart:
			chart(sb, v, in)
		case document.Table:
			table(sb, d, v, in)
		case document.SignOff:
			fmt.Fprintf(sb, "%ssign: %v\n", in, v.Lines)
		}
	}
}

func chart(sb *strings.Builder, c document.Chart, in string) {
	fmt.Fprintf(sb, "%schart %s: %s | %s | %s %s\n", in, c.Label, c.Title, c.Caption, c.Source, c.Stamp)
	for _, s := range c.Series {
		for i, p := range s.Points {
			name := s.Name
			if i < len(c.Categories) {
				name = c.Categories[i]
			}
			fmt.Fprintf(sb, "%s  %s: %s (fill %d) %s %s\n", in, strings.ReplaceAll(name, "\n", " "), p.Label, p.Fill, p.Sub, p.PlanLabel)
		}
	}
}

func table(sb *strings.Builder, d *document.Document, t document.Table, in string) {
	fmt.Fprintf(sb, "%stable %s: %s, %s %s\n", in, t.Label, t.Title, t.Unit, t.Stamp)
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Title)
	}
	fmt.Fprintf(sb, "%s  [%s]\n", in, strings.Join(heads, " | "))
	for _, r := range t.Rows {
		var cells []string
		for i, c := range r.Cells {
			cells = append(cells, cell(d, t, i, c))
		}
		fmt.Fprintf(sb, "%s  %s%s\n", in, []string{"", "▸ ", "Σ ", "· "}[r.Kind], strings.Join(cells, " | "))
	}
	for _, n := range append(t.Notes, t.Source) {
		if n != "" {
			fmt.Fprintf(sb, "%s  — %s\n", in, n)
		}
	}
}

func cell(d *document.Document, t document.Table, i int, c document.Cell) string {
	s := c.Text + text(c.Runs)
	style := lang.NumberStyle{Decimals: t.Columns[i].Decimals, Signed: t.Columns[i].Signed, Column: true}
	switch {
	case c.Number.Valid:
		s += lang.Number(d.Lang, c.Number.Decimal, style)
	case c.Low.Valid || c.High.Valid:
		s += lang.Number(d.Lang, c.Low.Decimal, style) + "–" + lang.Number(d.Lang, c.High.Decimal, style)
	}
	if c.Word != "" {
		s = c.Word + " " + s
	}
	if c.Mark != "" {
		s += "[" + c.Mark + "]"
	}
	if c.Sub != "" {
		s += " (" + c.Sub + ")"
	}
	if c.How != nil {
		s += " ="
	}
	return strings.ReplaceAll(s, "\n", " / ")
}

func text(runs []document.Run) string {
	var sb strings.Builder
	for _, r := range runs {
		if r.Origin != nil {
			fmt.Fprintf(&sb, "{%s:%s}", r.Origin.ID, r.Text)
			continue
		}
		sb.WriteString(strings.ReplaceAll(r.Text, "\n", " / "))
	}
	return sb.String()
}
