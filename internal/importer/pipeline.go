package importer

import (
	"context"
	"errors"
	"io"
	"maps"
	"runtime"
	"slices"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/delimited"
	"briefing/internal/routine"
)

// Rows of figures pass three stages beside each other, in lots: one goroutine
// reads, several map, one stages. Whoever maps has everything of its own, and
// lots are staged in their order, so that nothing depends on which is ahead.

const (
	lotRows = 512     // of a table that is read row by row
	lotText = 4 << 20 // bytes of texts after which a lot is full: rows may be long
	mostOut = 4       // goroutines that map

	warmRows = 64 // staged at a time, see seen.warm
)

// lot is a stretch of a table with what has become of its rows.
type lot struct {
	block delimited.Block // of a text file
	rows  []cells.Row     // of another table: copies, since a reader's row holds until the next only
	cells []cells.Cell
	text  []byte

	read   int            // rows
	coded  []figure.Coded // those to be stored
	prints []fingerprints // of these
	joined []joined       // of a long table
	odd    []odd          // all others
	levels uint64         // see stage
	unseen bool           // a row to be stored is one that the workbook does not show
	book   figure.Codebook
	by     int           // who has mapped it
	done   chan struct{} // takes one when it is mapped
}

// joined is a row of a long table.
type joined struct {
	o   figure.Observation
	key uint64
}

// odd is a row that is not stored.
type odd struct {
	fate               // its column is that of the file
	at, line, part int // at: rows of the lot before it; part: of its row, see cells.Row
}

// take copies a row into the lot, with empty cells up to the width of the
// header: readers leave those at the end of a row out. Where the room for
// texts or cells has to grow, those of earlier rows stay where they are.
func (l *lot) take(r *cells.Row, width int) {
	from := len(l.cells)
	for _, c := range r.Cells {
		begin := len(l.text)
		l.text = append(l.text, c.Text...)
		c.Text = l.text[begin:len(l.text):len(l.text)]
		l.cells = append(l.cells, c)
	}
	for range width - len(r.Cells) {
		l.cells = append(l.cells, cells.Cell{})
	}
	row := *r
	row.Cells, row.Source = l.cells[from:len(l.cells):len(l.cells)], slices.Clone(r.Source)
	l.rows = append(l.rows, row)
}

func (l *lot) empty() {
	l.rows, l.cells, l.text = l.rows[:0], l.cells[:0], l.text[:0]
	l.read, l.levels, l.unseen = 0, 0, false
	l.coded, l.prints, l.joined, l.odd = l.coded[:0], l.prints[:0], l.joined[:0], l.odd[:0]
}

// belt is the way of the lots of one table. No send blocks: there are never
// more lots than fit a channel.
type belt struct{ free, read, order chan *lot }

func newBelt(lots int) *belt {
	b := &belt{make(chan *lot, lots), make(chan *lot, lots), make(chan *lot, lots)}
	for range lots {
		b.free <- &lot{done: make(chan struct{}, 1)}
	}
	return b
}

// next waits for a lot to fill; nil when the work has ended.
func (b *belt) next(ctx context.Context) *lot {
	select {
	case l := <-b.free:
		l.empty()
		return l
	case <-ctx.Done():
		return nil
	}
}

func (b *belt) send(l *lot) {
	b.order <- l
	b.read <- l
}

// figures gives every row of a table of figures its fate.
func (j *job) figures(parent context.Context, m *mapper, st *stage, led *ledger) error {
	ctx, stop := context.WithCancel(parent)
	defer stop()
	hands := make([]*hand, max(1, min(runtime.GOMAXPROCS(0), mostOut)))
	text, isText := m.table.(delimited.Table)
	if j.o.plainly {
		hands, isText = hands[:1], false
	}
	b := newBelt(len(hands) + 2)
	var work routine.Group
	var unread error
	work.Go(func() {
		defer close(b.read)
		defer close(b.order)
		if isText {
			unread = m.blocks(ctx, text, b)
		} else {
			unread = m.lots(ctx, b)
		}
	})
	for i := range hands {
		h := newHand(i, m, st, j.importID())
		if isText {
			h.cutter = text.Cutter()
		}
		if !j.o.plainly {
			h.remember()
		}
		hands[i] = h
		work.Go(func() {
			whole := false
			defer func() {
				if !whole { // a panic: nobody would wait for its lot in vain
					stop()
				}
			}()
			for l := range b.read {
				h.lot(l)
				l.done <- struct{}{}
			}
			whole = true
		})
	}
	failed := j.stageAll(ctx, b, m.plan, st, led, len(hands))
	if failed != nil {
		stop()
	}
	work.Wait()
	for _, h := range hands {
		m.absorb(h.m, led)
		j.faults = j.faults || h.faults
	}
	if failed == nil {
		failed = unread
	}
	if failed == nil && ctx.Err() != nil {
		failed = readError(m.part.file, ctx.Err())
	}
	return failed
}

// absorb takes over what a mapper of some of the rows has learnt.
func (m *mapper) absorb(o *mapper, led *ledger) {
	maps.Copy(m.products, o.products)
	maps.Copy(m.classes, o.classes)
	for n := range o.led.notes {
		led.note(n)
	}
	for key, s := range o.led.totals {
		led.state(key, s)
	}
	for key, s := range o.led.turnover {
		led.turn(key, s)
	}
	led.sums = append(led.sums, o.led.sums...)
	maps.Copy(led.places, o.led.places)
	maps.Copy(led.partly, o.led.partly)
	for p, n := range o.led.lost {
		led.lost[p] += n
	}
}

// blocks reads a text file.
func (p *plan) blocks(ctx context.Context, t delimited.Table, b *belt) error {
	blocks, err := t.Blocks()
	if err != nil {
		return readError(p.part.file, err)
	}
	defer func() { _ = blocks.Close() }()
	for {
		l := b.next(ctx)
		if l == nil {
			return readError(p.part.file, ctx.Err())
		}
		l.block, err = blocks.Next(l.block.Data)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readError(p.part.file, err)
		}
		b.send(l)
	}
}

// lots reads another table.
func (p *plan) lots(ctx context.Context, b *belt) error {
	var l *lot
	err := p.each(ctx, func(r *cells.Row) bool {
		if l == nil {
			if l = b.next(ctx); l == nil {
				return false
			}
		}
		if l.take(r, len(p.header)); len(l.rows) == lotRows || len(l.text) >= lotText {
			b.send(l)
			l = nil
		}
		return true
	})
	if l != nil && err == nil {
		b.send(l)
	}
	if err == nil && ctx.Err() != nil {
		err = readError(p.part.file, ctx.Err())
	}
	return err
}

// stageAll stages the lots in their order.
func (j *job) stageAll(ctx context.Context, b *belt, p *plan, st *stage, led *ledger, hands int) error {
	doors := make([]*figure.Door, hands)
	for i := range doors {
		doors[i] = st.set.Door()
	}
	for l := range b.order {
		select {
		case <-l.done:
		case <-ctx.Done():
			return readError(p.part.file, ctx.Err())
		}
		if n := len(l.block.Data); n > 0 && len(l.coded) > lotRows {
			st.rows.reserve(int(p.part.size / int64(n) * int64(len(l.coded))))
		}
		if err := j.stage(l, doors[l.by], p, st, led); err != nil {
			return err
		}
		b.free <- l
	}
	return nil
}

// stage stages the rows of a lot and enters the fates of all of them.
func (j *job) stage(l *lot, door *figure.Door, p *plan, st *stage, led *ledger) error {
	file := place(p.part.file, p.table.Name())
	before, limit := led.read, j.o.Limits.Rows
	if l.unseen {
		led.note(NoteUnseen)
	}
	st.levels |= l.levels // a repeated row has those of the row it repeats
	for i := 0; i < len(l.coded); i += warmRows {
		st.add(door, l, i, min(i+warmRows, len(l.coded)), file)
	}
	for i := range l.joined {
		led.enter(st.join(&l.joined[i].o, l.joined[i].key, file))
	}
	for i := range l.odd {
		f := &l.odd[i]
		switch {
		case limit > 0 && before+f.at >= limit:
			return cells.TooLarge("read rows", p.part.file)
		case f.err != nil:
			return f.err
		case f.aside != "":
			led.asideOf(f.fate)
		default:
			led.reject(Rejected{File: file, Line: f.line, Column: f.column, Part: f.part, Text: f.text, Reason: f.reject, can: f.can, Also: f.also()})
			if most := j.o.Limits.Rejected; most > 0 && len(led.rejected) > most {
				return cells.TooLarge("list rejected rows", p.part.file)
			}
		}
	}
	if led.read += l.read; limit > 0 && led.read > limit {
		return cells.TooLarge("read rows", p.part.file)
	}
	if j.o.Progress != nil && led.read/progressStep > before/progressStep {
		j.o.Progress(led.read)
	}
	return nil
}

// enter enters the fate of a row that could be stored.
func (l *ledger) enter(f fate) {
	if f.aside != "" {
		l.setAside(f.aside)
	} else {
		l.staged++
	}
}

// enter counts a row and enters its fate.
func (j *job) enter(led *ledger, f fate, r *cells.Row, p *plan) error {
	led.read++
	if r.Hidden && f.staged() {
		led.note(NoteUnseen)
	}
	limits := j.o.Limits
	if limits.Rows > 0 && led.read > limits.Rows {
		return cells.TooLarge("read rows", p.part.file)
	}
	switch {
	case f.err != nil:
		return f.err
	case f.aside != "":
		led.asideOf(f)
	case f.reject != "":
		f = f.placed(r)
		led.reject(Rejected{File: place(p.part.file, p.table.Name()), Line: r.Line, Column: f.column, Part: r.Part, Text: f.text, Reason: f.reject, can: f.can, Also: f.also()})
		if limits.Rejected > 0 && len(led.rejected) > limits.Rejected {
			return cells.TooLarge("list rejected rows", p.part.file)
		}
	default:
		led.staged++
	}
	if j.o.Progress != nil && led.read%progressStep == 0 {
		j.o.Progress(led.read)
	}
	return nil
}

// classesOf lists the classifications that occurred.
func classesOf(found map[string]bool) []string {
	names := []string{}
	for c := range found {
		names = append(names, c)
	}
	slices.Sort(names)
	return names
}
