package kit

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// wrap breaks s into lines of at most width by the line breaking rules of
// Unicode (Chinese between characters, Russian at spaces and hyphens, never at
// a no-break space). A word wider than the line is cut where it must be. With
// limit > 0 the last line allowed ends in an ellipsis when text is left.
func wrap(s string, width float32, limit int, measure func(string) float32) []string {
	var lines []string
	line, rest, state := "", s, -1
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " \n\r"))
		line = ""
	}
	for rest != "" {
		var piece string
		var must bool
		piece, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		if line != "" && measure(strings.TrimRight(line+piece, " \n\r")) > width+0.5 {
			flush()
		}
		for line == "" && measure(strings.TrimRight(piece, " \n\r")) > width+0.5 {
			head := headOf(piece, width, measure)
			if head == piece {
				break
			}
			line = head
			piece = piece[len(head):]
			flush()
		}
		line += piece
		if must && rest != "" {
			flush()
		}
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	if limit > 0 && len(lines) > limit {
		lines = lines[:limit]
		lines[limit-1] = fit(lines[limit-1]+ellipsis, width, measure)
	}
	return lines
}

// betweenWords shortens the start of a stretch that has no room on one line to where
// one of its words ends: a space that holds them together gives way before a word.
func betweenWords(head string) string {
	if i := strings.LastIndexAny(head, "\u00a0\u202f"); i > 0 {
		_, n := utf8.DecodeRuneInString(head[i:])
		return head[:i+n]
	}
	return head
}

// headOf returns the longest start of a word that fits, at least one character.
func headOf(word string, width float32, measure func(string) float32) string {
	end, rest, state := 0, word, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if end > 0 && measure(word[:end+len(cluster)]) > width {
			break
		}
		end += len(cluster)
	}
	return word[:end]
}

// lineSpan is a line of a text by its bytes, without the spaces at its end.
type lineSpan struct{ from, to int }

// breakLines is wrap for a text whose stretches are not measured alike: wide
// tells how wide the bytes between two places are, and whole whether a place
// lies in a stretch that stays on one line where it has room on one.
func breakLines(s string, width float32, wide func(from, to int) float32, whole func(at int) bool) []lineSpan {
	var out []lineSpan
	trimmed := func(from, to int) int { return from + len(strings.TrimRight(s[from:to], " \u00a0\u202f\n\r")) }
	start, at, rest, state := 0, 0, s, -1
	flush := func(to int) {
		out = append(out, lineSpan{start, trimmed(start, to)})
		start = to
	}
	for rest != "" {
		var piece string
		var must bool
		piece, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		for rest != "" && !must && whole(at+len(piece)) {
			var more string
			more, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
			piece += more
		}
		end := at + len(piece)
		if at > start && wide(start, trimmed(start, end)) > width+0.5 {
			flush(at)
		}
		for start < end && wide(start, trimmed(start, end)) > width+0.5 {
			head := headOf(s[start:end], width, func(h string) float32 { return wide(start, start+len(h)) })
			if start+len(head) >= trimmed(start, end) {
				break
			}
			flush(start + len(betweenWords(head)))
		}
		if at = end; must && rest != "" {
			flush(at)
		}
	}
	if start < len(s) || len(out) == 0 {
		flush(len(s))
	}
	return out
}
