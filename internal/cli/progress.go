package cli

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// progressLine is one line of a terminal that tells how far an import is.
type progressLine struct {
	to    io.Writer // nil where nobody looks
	l     briefing.Lang
	input string
	shown int // characters
	small bool
}

// smallFile is the size in bytes of a file, packed ones above all, after whose
// reading memory is given back at once: with a larger one that costs more time
// than the memory is worth.
const smallFile = 32 << 20

// progress is the line for one file.
func (r *run) progress(input string) *progressLine {
	p := &progressLine{l: r.Lang, input: input}
	if info, err := os.Stat(input); err == nil {
		p.small = info.Size() < smallFile
	}
	if f, ok := r.Err.(*os.File); ok && terminal(f) {
		p.to = f
	}
	return p
}

// along is app.ImportOptions.Along; nothing is shown where nobody looks.
func (p *progressLine) along() func(app.ImportProgress) {
	return func(g app.ImportProgress) {
		if g.Stage == app.StageStore && p.small {
			debug.FreeOSMemory() // what reading took and storing does not need
		}
		if p.to != nil {
			p.show(p.input + ": " + g.Words(p.l))
		}
	}
}

// show puts a text in the place of the one before; wipe is an empty one.
func (p *progressLine) show(text string) {
	n := utf8.RuneCountInString(text)
	fmt.Fprint(p.to, "\r"+text+strings.Repeat(" ", max(0, p.shown-n)))
	p.shown = n
}

func (p *progressLine) wipe() {
	if p.shown > 0 {
		p.show("")
		fmt.Fprint(p.to, "\r")
	}
}
