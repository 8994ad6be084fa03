package store

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// column of a table, in the order in which its rows lie in the file.
type column struct {
	name     string
	kind     byte
	nullable bool
	rowid    bool // another name of the row's number; the row itself has nothing there
	key      bool
}

// tree is a table or an index on its way out of a damaged file.
type tree struct {
	object
	index   bool // rows are ordered by their own columns
	columns []column
	root    int

	rows     []cell
	bad      []int // pages that do not bear their checksum
	gaps     int   // pages, or rows on one, that can't be read
	unlisted bool  // the file's list of tables is sound and does not have it
	foreign  bool  // the file means something else by the name
}

var (
	columnLine = regexp.MustCompile(`(?m)^  "([^"]+)" (TEXT|INTEGER|BLOB)(.*?),?$`)
	keyLine    = regexp.MustCompile(`(?m)^  PRIMARY KEY \((.*)\)`)
)

// columnsOf reads the columns from the text of a table of ours.
func columnsOf(o object) []column {
	if o.kind == "index" {
		if o.sql == "" { // made by UNIQUE: identifier and number of a record
			return []column{{name: "id", kind: isText, key: true}, {name: "position", kind: isNumber}}
		}
		return nil // nothing is in it that is not in its table
	}
	kinds := map[string]byte{"TEXT": isText, "INTEGER": isNumber, "BLOB": isBlob}
	keys := ""
	if m := keyLine.FindStringSubmatch(o.sql); m != nil {
		keys = m[1]
	}
	var first, out []column
	for _, m := range columnLine.FindAllStringSubmatch(o.sql, -1) {
		primary := strings.Contains(m[3], "PRIMARY KEY")
		c := column{name: m[1], kind: kinds[m[2]], nullable: m[3] == "", key: primary || strings.Contains(keys, quote(m[1]))}
		c.rowid = primary && c.kind == isNumber
		if c.key && !c.rowid {
			first = append(first, c)
		} else {
			out = append(out, c)
		}
	}
	return append(first, out...) // the key of a table without row numbers comes first
}

// fits reports whether a row can be one of the tree; strict asks it of every
// column, else of the key alone.
func (t *tree) fits(c cell, strict bool) bool {
	if c.declared != len(t.columns) || strict && len(c.values) == 0 {
		return false
	}
	for i, col := range t.columns {
		if !strict && !col.key || col.rowid {
			continue
		}
		if i >= len(c.values) {
			return strict // the rest lies on other pages
		}
		if v := c.values[i]; v.kind != col.kind && (!col.nullable || v.kind != isNull) {
			return false
		}
	}
	return true
}

func (t *tree) flags() (leaf, inner byte) {
	if t.index {
		return leafIndex, innerIndex
	}
	return leafTable, innerTable
}

// walk reads trees out of pages. Pages that bear their checksum go first, in
// all trees: what a damaged one says must not take them from their owner.
type walk struct {
	*pages
	ctx      context.Context
	trees    []*tree
	doubtful []claim
	err      error // of the context
}

// claim is a damaged page and the tree that it should belong to.
type claim struct {
	tree *tree
	page int
	at   spot
}

// deepest is more levels than a tree of the largest file has.
const deepest = 16

func (w *walk) run() error {
	for _, t := range w.trees {
		if t.root > 1 && !t.foreign && !t.unlisted { // the list of tables is read before
			w.visit(t, t.root, spot{})
		}
	}
	for len(w.doubtful) > 0 {
		c := w.doubtful[0]
		w.doubtful = w.doubtful[1:]
		w.guess(c)
	}
	w.adopt()
	return w.err
}

// spot is where a page was found.
type spot struct {
	depth   int
	guessed bool // a damaged page names it
}

// visit reads a page and those below it.
func (w *walk) visit(t *tree, number int, at spot) {
	if w.err != nil {
		return
	}
	if w.err = w.ctx.Err(); w.err != nil {
		return
	}
	if at.depth++; at.depth > deepest || !w.has(number) || w.owner[number] != nil {
		t.gaps++
		return
	}
	leaf, inner := t.flags()
	flag := w.flagOf(number)
	if w.good[number] && flag != leaf && flag != inner || at.guessed && !w.likely(t, number) {
		t.gaps++
		return
	}
	w.owner[number] = t
	if !w.good[number] {
		t.bad = append(t.bad, number)
		w.doubtful = append(w.doubtful, claim{t, number, at})
		return
	}
	w.read(t, w.node(number, flag), at)
}

// read takes the rows of a page and goes on below it.
func (w *walk) read(t *tree, n node, at spot) {
	lost := n.broken
	room := len(n.body) // rows that lie over one another would never end
	for _, begin := range n.cells {
		if len(t.columns) == 0 || n.flag == innerTable {
			break
		}
		c, ok := w.cell(n, begin, t)
		if room -= c.size; !ok || !t.fits(c, false) || room < 0 {
			lost++
			continue
		}
		t.rows = append(t.rows, c)
	}
	if !w.good[n.number] { // how many rows it had is not to be believed either
		lost = min(lost, 1)
	}
	t.gaps += lost
	for _, child := range n.children {
		w.visit(t, child, at)
	}
}

// guess reads a page that does not bear its checksum as what most of it looks
// like: the bit that tells leaf from inner page may be the one that is wrong.
func (w *walk) guess(c claim) {
	t, number := c.tree, c.page
	leaf, inner := t.flags()
	flag := leaf
	n, m := w.node(number, leaf), w.node(number, inner)
	rows, children := w.likelyRows(t, n, false), 0
	for _, child := range m.children {
		if w.has(child) && w.owner[child] == nil && w.likely(t, child) {
			children++
		}
	}
	if children > 1 && children > rows || children == rows && w.flagOf(number) == inner {
		flag, n = inner, m
	}
	before := len(t.rows)
	w.read(t, n, spot{c.at.depth, true})
	if flag == leaf && len(t.rows) == before {
		t.gaps++ // a page of nothing would not have been written
	}
}

// likely reports whether a page looks like one of the tree.
func (w *walk) likely(t *tree, number int) bool {
	leaf, inner := t.flags()
	switch flag := w.flagOf(number); {
	case flag == inner && !t.index:
		return true
	case flag == leaf || flag == inner:
		n := w.node(number, flag)
		return len(n.cells) > 0 && len(t.columns) > 0 && 2*w.likelyRows(t, n, true) > len(n.cells)
	}
	return false
}

func (w *walk) likelyRows(t *tree, n node, strict bool) (rows int) {
	for _, begin := range n.cells {
		if c, ok := w.cell(n, begin, nil); ok && t.fits(c, strict) {
			rows++
		}
	}
	return rows
}

// adopt gives pages that nobody led to, the page above them being lost, to the
// only tree with a gap that they fit.
func (w *walk) adopt() {
	var short []*tree
	for _, t := range w.trees {
		if t.gaps > 0 && len(t.columns) > 0 && !t.foreign {
			short = append(short, t)
		}
	}
	for number := 1; number <= w.count() && len(short) > 0 && w.err == nil; number++ {
		w.err = w.ctx.Err()
		if w.owner[number] != nil || w.flagOf(number) == innerTable {
			continue
		}
		fit := slices.DeleteFunc(slices.Clone(short), func(t *tree) bool { return !w.likely(t, number) })
		if len(fit) != 1 {
			continue
		}
		t := fit[0]
		w.owner[number] = t
		if !w.good[number] {
			t.bad = append(t.bad, number)
		}
		n := w.node(number, w.flagOf(number))
		n.children = nil // they are found by themselves
		w.read(t, n, spot{guessed: true})
	}
}

// treesOf gives the trees of a version with the pages at which they begin, in
// every file that this program has published: it makes the tables first and
// always in the same order.
func treesOf(version int64) ([]*tree, error) {
	list, ok := schemaOf(version)
	if !ok {
		return nil, nil
	}
	d, err := connectNew(":memory:")
	if err != nil {
		return nil, err
	}
	defer d.close() //nolint:errcheck // it lies in memory
	for _, o := range list {
		if o.sql != "" {
			if err := d.script(o.sql); err != nil {
				return nil, err
			}
		}
	}
	roots := map[string]int{}
	err = d.each(`SELECT name, rootpage FROM sqlite_schema`, nil, func(r row) error {
		roots[r.text(0)] = int(r.int(1))
		return nil
	})
	var out []*tree
	for _, o := range list {
		index := o.kind == "index" || strings.HasSuffix(o.sql, "WITHOUT ROWID")
		out = append(out, &tree{object: o, index: index, columns: columnsOf(o), root: roots[o.name]})
	}
	return out, err
}
