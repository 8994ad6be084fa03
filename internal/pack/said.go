package pack

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/document"
)

// said is all that sections say, for who asks whether a word stands in them.
func said(sections []*document.Section) string {
	var b strings.Builder
	for _, s := range sections {
		if s != nil {
			say(&b, s.Title, s.Deck)
			sayBlocks(&b, s.Blocks)
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func say(b *strings.Builder, texts ...string) {
	for _, t := range texts {
		if t != "" {
			b.WriteString(t)
			b.WriteByte('\n')
		}
	}
}

func sayBlocks(b *strings.Builder, blocks []document.Block) {
	for _, block := range blocks {
		switch v := block.(type) {
		case document.Heading:
			say(b, v.Text)
		case document.Paragraph:
			say(b, document.RunsText(v.Runs))
		case document.Note:
			say(b, v.Title, document.RunsText(v.Runs))
		case document.Points:
			for _, p := range v.Items {
				say(b, p.Title, document.RunsText(p.TitleRuns), document.RunsText(p.Runs))
			}
		case document.KeyFigures:
			for _, k := range v.Items {
				say(b, k.Unit, k.What, k.Change)
			}
		case document.Columns:
			sayBlocks(b, v.Left)
			sayBlocks(b, v.Right)
		case document.Table:
			sayTable(b, &v)
		case document.Chart:
			say(b, v.Title, v.Caption, v.Unit, v.SubHead)
			for _, s := range v.Series {
				for _, p := range s.Points {
					say(b, p.Label, p.Sub)
				}
			}
		}
	}
}

func sayTable(b *strings.Builder, t *document.Table) {
	say(b, t.Title, t.Unit, t.Source)
	say(b, t.Notes...)
	for _, c := range t.Columns {
		say(b, c.Title, c.Unit)
	}
	for _, r := range t.Rows {
		for i := range r.Cells {
			say(b, r.Cells[i].Says(), r.Cells[i].Sub)
		}
	}
}

// stands reports whether a word stands in a text by itself, not as a part of a
// longer one. Chinese has no spaces between words.
func stands(word, text string) bool {
	word = strings.ReplaceAll(word, "\u00a0", " ")
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !oneWord(before, first) && !oneWord(last, after) {
			return true
		}
		at = i + len(word)
	}
	return false
}

// oneWord reports whether two characters belong to one word.
func oneWord(a, b rune) bool {
	return unicode.IsLetter(a) && unicode.IsLetter(b) && !unicode.Is(unicode.Han, a) && !unicode.Is(unicode.Han, b)
}
