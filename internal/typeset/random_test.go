package typeset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// maker makes documents whose every word stands in them once, and keeps what
// has to be true of their pages.
type maker struct {
	r          *rand.Rand
	n          int
	streams    [][]string      // words in the order in which they are read
	paragraphs [][]string      // words of each paragraph of prose
	headings   [][2]string     // the last word of a heading, and the first of what follows it
	tables     []madeTable     // heads that have to stand over rows
	stream     int             // that words go to
	once       map[string]bool // all words
	pending    string          // last word of a heading that waits for its text
	figures    []madeFigure    // in their order, in stream 1
}

// madeFigure is a chart, which text may pass: its first word, and the words of
// the text that stand around it.
type madeFigure struct{ first, before string }

type madeTable struct {
	head string
	rows []string
}

// word is a word that stands nowhere else. Its letters are Latin so that no
// hyphen parts it, its length is any.
func (m *maker) word() string {
	m.n++
	w := fmt.Sprintf("w%dq%s", m.n, strings.Repeat("x", m.r.IntN(9)))
	m.streams[m.stream] = append(m.streams[m.stream], w)
	m.once[w] = true
	if m.pending != "" {
		m.headings = append(m.headings, [2]string{m.pending, w})
		m.pending = ""
	}
	return w
}

func (m *maker) words(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = m.word()
	}
	return out
}

func (m *maker) text(n int) string { return strings.Join(m.words(n), " ") }

// aside makes blocks in a stream of their own: a column.
func (m *maker) aside(f func()) {
	was := m.stream
	m.streams = append(m.streams, nil)
	m.stream = len(m.streams) - 1
	f()
	m.stream = was
}

func (m *maker) runs(words []string) []document.Run {
	var out []document.Run
	for len(words) > 0 {
		n := 1 + m.r.IntN(len(words))
		run := document.Run{Text: strings.Join(words[:n], " "), Bold: m.r.IntN(5) == 0, Italic: m.r.IntN(7) == 0, Small: m.r.IntN(15) == 0}
		if words = words[n:]; len(words) > 0 {
			run.Text += " "
		}
		out = append(out, run)
	}
	return out
}

func (m *maker) paragraph() document.Block {
	styles := []document.ParagraphStyle{document.Body, document.Text, document.Bullet, document.Small, document.Quote}
	words := m.words(1 + m.r.IntN(110))
	m.paragraphs = append(m.paragraphs, words)
	return document.Paragraph{Style: styles[m.r.IntN(len(styles))], Runs: m.runs(words)}
}

func (m *maker) table() document.Block {
	head := m.word()
	m.once[head] = false // it is repeated
	t := document.Table{Label: "T", Title: "", Columns: []document.Column{{Title: head}, {Title: "n", Kind: document.NumberColumn, Decimals: 1}, {Title: "t"}}, Dense: m.r.IntN(2) == 0}
	made := madeTable{head: head}
	for i := range 1 + m.r.IntN(60) {
		first := m.word()
		made.rows = append(made.rows, first)
		name := strings.TrimSpace(first + " " + m.text(m.r.IntN(6)))
		row := document.Row{Cells: []document.Cell{document.Txt(name), {Number: briefing.SomeNum(fmt.Sprint(i * 7919 % 10007))}, document.Txt(m.text(m.r.IntN(12)))}}
		if m.r.IntN(12) == 0 {
			row = document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(first)}}
			m.once[first] = false // it is repeated over the rows of the group on a further page
			// only words that were set count
			m.forget(strings.Fields(name)[1:])
		}
		t.Rows = append(t.Rows, row)
	}
	m.settle(&t)
	m.tables = append(m.tables, made)
	if m.r.IntN(2) == 0 {
		t.Notes = []string{m.text(1 + m.r.IntN(30))}
	}
	return t
}

// settle makes the stream hold what the rows hold.
func (m *maker) settle(t *document.Table) {
	var set []string
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			set = append(set, strings.Fields(c.Text)...)
		}
	}
	s := m.streams[m.stream]
	head := slices.Index(s, t.Columns[0].Title)
	for _, w := range s[head+1:] {
		if !slices.Contains(set, w) {
			delete(m.once, w)
		}
	}
	m.streams[m.stream] = append(s[:head:head], set...)
}

func (m *maker) forget(words []string) {
	for _, w := range words {
		delete(m.once, w)
	}
}

func (m *maker) block(depth int) document.Block {
	switch k := m.r.IntN(12); {
	case k == 0 && depth == 0:
		return m.table()
	case k == 1 && depth == 0:
		c := document.Columns{LeftWidth: []float64{0, 40, 50, 500, 1}[m.r.IntN(5)]}
		m.aside(func() { c.Left = m.blocks(1+m.r.IntN(3), 1) })
		m.aside(func() { c.Right = m.blocks(1+m.r.IntN(3), 1) })
		return c
	case k == 2:
		return document.Note{Title: m.word(), Runs: m.runs(m.words(1 + m.r.IntN(140))), Framed: m.r.IntN(2) == 0}
	case k == 3:
		var p document.Points
		for i := range 1 + m.r.IntN(4) {
			p.Items = append(p.Items, document.Point{Number: fmt.Sprint(i + 1), Title: m.text(1 + m.r.IntN(9)), Runs: m.runs(m.words(1 + m.r.IntN(50)))})
		}
		return p
	case k == 4 && depth == 0:
		return m.figure()
	}
	return m.paragraph()
}

// figure makes a chart. Its words are a stream with those of the other figures:
// they keep their order, while paragraphs may stand before it that follow it.
func (m *maker) figure() document.Block {
	f := madeFigure{before: m.streams[0][len(m.streams[0])-1]}
	m.stream = 1
	c := document.Chart{Label: "F", Title: m.text(1 + m.r.IntN(6)), Caption: m.word(), Source: m.text(1 + m.r.IntN(10))}
	m.stream = 0
	f.first = strings.Fields(c.Title)[0]
	m.figures = append(m.figures, f)
	return c
}

func (m *maker) blocks(n, depth int) []document.Block {
	var out []document.Block
	for range n {
		if depth == 0 && m.r.IntN(4) == 0 {
			words := m.words(1 + m.r.IntN(10))
			m.pending = words[len(words)-1]
			out = append(out, document.Heading{Text: strings.Join(words, " "), Level: 2 + m.r.IntN(2)})
			if p, ok := m.paragraph().(document.Paragraph); ok {
				out = append(out, p)
			}
			continue
		}
		out = append(out, m.block(depth))
	}
	return out
}

func (m *maker) document() *document.Document {
	papers := []document.PageSetup{document.A4(false), document.A4(true), document.A6(), {Width: 148, Height: 210, Left: 15, Right: 10, Top: 18, Bottom: 15, Mirrored: true}}
	d := &document.Document{
		Lang: briefing.Langs()[m.r.IntN(3)], Page: papers[m.r.IntN(len(papers))],
		HeadLeft: "head", HeadRight: "asof", FootLeft: "foot", Words: document.Words{Continuation: "continued %s"},
	}
	for i := range 1 + m.r.IntN(3) {
		s := document.Section{Key: fmt.Sprint("s", i), Level: 1, NewPage: m.r.IntN(2) == 0, Landscape: m.r.IntN(5) == 0, Title: m.text(1 + m.r.IntN(8))}
		m.pending = m.streams[0][len(m.streams[0])-1]
		first := m.paragraph()
		s.Blocks = append([]document.Block{first}, m.blocks(1+m.r.IntN(12), 0)...)
		d.Sections = append(d.Sections, s)
	}
	return d
}

// placedWord is where a word stands.
type placedWord struct {
	page, at int // at counts words over the whole document
	y        float64
}

// TestRandomDocumentsKeepThePromises sets documents of chance and looks at
// everything that must be true of pages. BRIEFING_SEED, a number, makes others.
func TestRandomDocumentsKeepThePromises(t *testing.T) {
	chance := uint64(21)
	if n, err := strconv.ParseUint(os.Getenv("BRIEFING_SEED"), 10, 64); err == nil {
		chance = n
	}
	count := 1000
	if testing.Short() {
		count = 100
	}
	for seed := range uint64(count) {
		m := &maker{r: rand.New(rand.NewPCG(seed, chance)), streams: make([][]string, 2), once: map[string]bool{}}
		d := m.document()
		pages, err := typeset.Set(d, even{}, plain)
		if err != nil {
			t.Fatal(err)
		}
		look := &looker{t: t, d: d, m: m, seed: seed}
		look.boxes(pages)
		look.wordsOf(pages)
		look.order()
		look.lonely(pages)
		look.heads(pages)
		if t.Failed() {
			return
		}
	}
}

type looker struct {
	t     *testing.T
	d     *document.Document
	m     *maker
	seed  uint64
	found map[string][]placedWord
}

func (l *looker) fault(format string, args ...any) {
	l.t.Errorf("document %d: %s", l.seed, fmt.Sprintf(format, args...))
}

type area struct {
	x0, y0, x1, y1 float64
	s              string
}

// boxes wants every text on its page, inside the margins and over no other.
func (l *looker) boxes(pages []typeset.Page) {
	for _, p := range pages {
		var areas []area
		end := right(l.d, p)
		for _, b := range p.Boxes {
			x, ok := b.(typeset.Text)
			if !ok {
				continue
			}
			x.S = strings.TrimRight(x.S, " \u00a0")
			a := area{x.X, x.Y - 0.62*x.Size, x.X + even{}.width(x), x.Y + 0.12*x.Size, x.S}
			if a.x0 < 0 || a.x1 > end+0.6 || a.y0 < 0 || a.y1 > p.Height {
				l.fault("page %d: %q stands at %.1f–%.1f, %.1f", p.Number, x.S, a.x0, a.x1, x.Y)
			}
			areas = append(areas, a)
		}
		slices.SortFunc(areas, func(a, b area) int { return int(math.Copysign(1, a.y0-b.y0)) })
		for i, a := range areas {
			for _, b := range areas[i+1:] {
				if b.y0 >= a.y1 {
					break
				}
				if a.x0 < b.x1-0.1 && b.x0 < a.x1-0.1 {
					l.fault("page %d: %q lies over %q at %.1f, %.1f", p.Number, a.s, b.s, b.x0, b.y0)
				}
			}
		}
	}
}

// wordsOf finds the words of the pages. A word wider than its column is taken
// apart, so runs are joined until they make one.
func (l *looker) wordsOf(pages []typeset.Page) {
	l.found = map[string][]placedWord{}
	at, part := 0, ""
	for _, p := range pages {
		for _, b := range p.Boxes {
			x, ok := b.(typeset.Text)
			if !ok || x.Y < l.d.Page.Top*typeset.MM || x.Y > p.Height-l.d.Page.Bottom*typeset.MM {
				continue // running head and foot repeat what stands elsewhere
			}
			for _, w := range strings.Fields(x.S) {
				at++
				if _, known := l.m.once[w]; !known {
					if strings.HasPrefix(w, "w") {
						part = "" // a word begins
					}
					if part += w; !l.known(part) {
						continue
					}
					w = part
				}
				part = ""
				l.found[w] = append(l.found[w], placedWord{p.Number, at, x.Y})
			}
		}
	}
}

func (l *looker) known(w string) bool { _, ok := l.m.once[w]; return ok }

// order wants every word once and after the one before it.
func (l *looker) order() {
	for w, once := range l.m.once {
		if n := len(l.found[w]); n == 0 || once && n > 1 {
			l.fault("%q stands %d times", w, n)
			return
		}
	}
	for _, s := range l.m.streams {
		for i := 1; i < len(s); i++ {
			if l.m.once[s[i-1]] && l.m.once[s[i]] && l.found[s[i-1]][0].at > l.found[s[i]][0].at {
				l.fault("%q stands before %q", s[i], s[i-1])
				return
			}
		}
	}
	for _, f := range l.m.figures {
		a, b := l.found[f.before], l.found[f.first]
		if l.m.once[f.before] && a[0].at > b[0].at {
			l.fault("the figure %q stands before %q", f.first, f.before)
		}
	}
}

// lonely wants no line of a paragraph alone on a page, and headings with what
// they are over.
func (l *looker) lonely(pages []typeset.Page) {
	for _, h := range l.m.headings {
		a, b := l.found[h[0]], l.found[h[1]]
		if len(a) > 0 && len(b) > 0 && a[0].page != b[0].page {
			l.fault("a heading ends with %q on page %d, its text begins on page %d", h[0], a[0].page, b[0].page)
		}
	}
	for _, words := range l.m.paragraphs {
		lines := map[int]map[float64]bool{}
		all := 0
		for _, w := range words {
			for _, f := range l.found[w] {
				if lines[f.page] == nil {
					lines[f.page] = map[float64]bool{}
				}
				if y := math.Round(f.y); !lines[f.page][y] {
					lines[f.page][y] = true
					all++
				}
			}
		}
		for page, ys := range lines {
			if len(ys) == 1 && all > 1 && len(lines) > 1 {
				l.fault("page %d of %d holds one line of the paragraph that begins with %q", page, len(pages), words[0])
			}
		}
	}
}

// heads wants the head of a table on every page that its rows are on.
func (l *looker) heads(pages []typeset.Page) {
	for _, tab := range l.m.tables {
		over := map[int]int{}
		for _, h := range l.found[tab.head] {
			over[h.page]++
		}
		for _, row := range tab.rows {
			for _, f := range l.found[row] {
				if over[f.page] != 1 {
					l.fault("page %d of %d has %d heads of the table of row %q", f.page, len(pages), over[f.page], row)
					return
				}
			}
		}
	}
}
