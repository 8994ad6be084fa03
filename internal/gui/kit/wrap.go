package kit

import (
	"strings"

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
