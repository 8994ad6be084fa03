package docx

import "briefing/internal/document"

// wideBlocks tells which blocks of a section stand on paper turned on its side:
// tables whose words would break on upright pages, headings over them, lines of
// sources under them, and what stands between two of them, which would fill no
// page of its own.
func (w *writer) wideBlocks(s *document.Section) []bool {
	out := make([]bool, len(s.Blocks))
	last := -1 // wide table before
	for i, b := range s.Blocks {
		if s.Landscape {
			out[i] = true
			continue
		}
		switch {
		case w.tooWide(b):
			out[i] = true
			from := i
			for from > 0 && isHeading(s.Blocks[from-1]) {
				from--
			}
			if last >= 0 {
				from = last
			}
			for j := from; j < i; j++ {
				out[j] = true
			}
			last = i
		case holdsTable(b):
			last = -1
		case i > 0 && out[i-1] && isSource(b):
			out[i] = true
		}
	}
	return out
}

// tooWide reports whether words of a table would be broken on upright paper.
func (w *writer) tooWide(b document.Block) bool {
	wide := false
	eachTable([]document.Block{b}, func(t *document.Table) {
		ts := w.setTable(t)
		least, _ := ts.needs()
		wide = wide || sum(least)*substitute > float64(w.widthOf(false))
	})
	return wide
}

func isHeading(b document.Block) bool {
	_, ok := b.(document.Heading)
	return ok
}

func isSource(b document.Block) bool {
	p, ok := b.(document.Paragraph)
	return ok && p.Style == document.SourceLine
}

func holdsTable(b document.Block) bool {
	found := false
	eachTable([]document.Block{b}, func(*document.Table) { found = true })
	return found
}

// turnTo turns the paper before what comes next and reports whether it did,
// which begins a page.
func (w *writer) turnTo(landscape bool) bool {
	w.textWidth = w.widthOf(landscape)
	if w.landscape == landscape {
		return false
	}
	was := w.landscape
	w.landscape = landscape
	if w.body.b.Len() == 0 {
		return false // nothing stands on the first page yet
	}
	w.turn(was)
	return true
}
