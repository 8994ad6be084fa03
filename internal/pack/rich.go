package pack

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/document"
)

// rich turns the marks of a text written by hand into runs, and its figures as
// bound does: **bold**, *italic*, a raised «10^6^», and a footnote where it is
// meant: «экспорт^[По данным таможни.]». A mark that nothing closes is a
// character like others. ok is false when a figure can't be printed.
func (b *builder) rich(s string) (runs []document.Run, ok bool) {
	r := richText{b: b, ok: true, closed: closedText(s)}
	r.text(s, document.Run{}, true)
	return r.runs, r.ok
}

// richText gathers the runs of one text.
type richText struct {
	b      *builder
	runs   []document.Run
	ok     bool
	closed bool // the whole is of sentences
}

// text adds a text in the look of a run; notes says whether it may have footnotes.
func (r *richText) text(s string, look document.Run, notes bool) {
	for s != "" {
		i := strings.IndexAny(s, "*^")
		if i < 0 {
			r.plain(s, look)
			return
		}
		r.plain(s[:i], look)
		s = s[i+r.marked(s[i:], look, notes):]
	}
}

// marked adds what a mark at the beginning of s opens, or the mark itself, and
// returns how much of s that is.
func (r *richText) marked(s string, look document.Run, notes bool) int {
	switch {
	case strings.HasPrefix(s, "^["):
		if n := closing(s[1:]); n > 0 && notes {
			note := strings.TrimSpace(s[2 : n+1])
			inner := richText{b: r.b, ok: true, closed: closedText(note)}
			inner.text(note, document.Run{}, false)
			r.ok = r.ok && inner.ok
			if len(inner.runs) > 0 {
				r.runs = append(r.runs, document.Run{Note: inner.runs})
			}
			return n + 2
		}
	case s[0] == '^':
		if inner, _, closed := strings.Cut(s[1:], "^"); closed && raised(inner) {
			look.Super = true
			r.text(inner, look, false)
			return len(inner) + 2
		}
	default:
		mark := "*"
		if strings.HasPrefix(s, "**") {
			mark = "**"
		}
		inner := s[len(mark):]
		j := strings.Index(inner, mark)
		if j <= 0 || strings.TrimSpace(inner[:j]) != inner[:j] { // «2 * 3», «**»
			r.plain(mark, look)
			return len(mark)
		}
		look.Bold, look.Italic = look.Bold || mark == "**", look.Italic || mark == "*"
		r.text(inner[:j], look, notes)
		return j + 2*len(mark)
	}
	r.plain(s[:1], look)
	return 1
}

// plain adds a text without marks.
func (r *richText) plain(s string, look document.Run) {
	if s == "" {
		return
	}
	runs, ok := r.b.boundBehind(document.RunsText(r.runs), s, r.closed)
	r.ok = r.ok && ok
	for _, run := range runs {
		run.Bold, run.Italic, run.Super = look.Bold, look.Italic, look.Super
		r.runs = append(r.runs, run)
	}
}

// closing is the place of the bracket that closes the one at the beginning, or
// 0 when none does.
func closing(s string) int {
	depth := 0
	for i, c := range s {
		switch c {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

// raised reports whether a text between carets is meant to be raised: a few
// characters without a space.
func raised(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 0 && n <= 12 && !strings.ContainsAny(s, " \t\u00a0{}[")
}
