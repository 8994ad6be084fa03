package importer

import (
	"context"
	"maps"
	"slices"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/routine"
)

// Rows of figures pass three stages beside each other, in lots: reading,
// mapping, and staging. Each stage is one goroutine and takes the lots in
// their order, so that nothing depends on which is ahead.

const (
	lotRows = 512
	lotsOut = 4 // on their way at a time: memory stays bounded
)

// lot is a number of rows with what has become of them.
type lot struct {
	rows   []cells.Row // copies: a reader's row holds until the next only
	cells  []cells.Cell
	text   []byte
	made   [lotRows]figure.Observation
	fates  [lotRows]fate
	prints [lotRows]fingerprints
}

// take copies a row into the lot. Where the room for texts or cells has to
// grow, those of earlier rows stay where they are.
func (l *lot) take(r *cells.Row) {
	from := len(l.cells)
	for _, c := range r.Cells {
		begin := len(l.text)
		l.text = append(l.text, c.Text...)
		c.Text = l.text[begin:len(l.text):len(l.text)]
		l.cells = append(l.cells, c)
	}
	row := *r
	row.Cells, row.Source = l.cells[from:len(l.cells):len(l.cells)], slices.Clone(r.Source)
	l.rows = append(l.rows, row)
}

func (l *lot) empty() { l.rows, l.cells, l.text = l.rows[:0], l.cells[:0], l.text[:0] }

// figures gives every row of a table of figures its fate.
func (j *job) figures(parent context.Context, m *mapper, st *stage, led *ledger) error {
	ctx, stop := context.WithCancel(parent)
	defer stop()
	// No send blocks: there are never more lots than fit a channel.
	free, read, mapped := make(chan *lot, lotsOut), make(chan *lot, lotsOut), make(chan *lot, lotsOut)
	for range lotsOut {
		free <- &lot{}
	}
	noted := led
	m.led = newLedger() // its notes come over in the end
	var work routine.Group
	var unread, failed error
	work.Go(func() {
		defer close(read)
		unread = m.lots(ctx, free, read)
	})
	work.Go(func() {
		defer close(mapped)
		defer stop() // when it panics, nobody hands lots back
		prints := st.printer()
		for l := range read {
			m.lot(l, prints)
			mapped <- l
		}
	})
	for l := range mapped {
		if failed == nil {
			if failed = j.lot(l, m.plan, st, led); failed != nil {
				stop()
			}
		}
		l.empty()
		free <- l
	}
	work.Wait()
	for n := range m.led.notes {
		noted.note(n)
	}
	maps.Copy(noted.totals, m.led.totals)
	if failed != nil {
		return failed
	}
	return unread
}

// lots reads the table.
func (p *plan) lots(ctx context.Context, free <-chan *lot, read chan<- *lot) error {
	var l *lot
	err := p.each(ctx, func(r *cells.Row) bool {
		if l == nil {
			select {
			case l = <-free:
			case <-ctx.Done():
				return false
			}
		}
		if l.take(r); len(l.rows) == lotRows {
			read <- l
			l = nil
		}
		return true
	})
	if l != nil && err == nil {
		read <- l
	}
	if err == nil && ctx.Err() != nil {
		err = readError(p.part.file, ctx.Err())
	}
	return err
}

// lot maps the rows of a lot.
func (m *mapper) lot(l *lot, prints *printer) {
	for i := range l.rows {
		r, f := &l.rows[i], &l.fates[i]
		switch {
		case r.Fault == cells.FaultDeleted:
			*f = setAside(AsideDeleted)
		case isExample(m.examples, r):
			*f = setAside(AsideExample)
		default:
			if *f = m.row(r, &l.made[i]); f.err == nil && f.staged() {
				l.prints[i] = prints.of(&l.made[i], r, m.plan)
			} else if f.aside == AsideTotal {
				m.keepTotal(r)
			}
		}
	}
}

// lot stages the rows of a lot and enters the fates of all of them.
func (j *job) lot(l *lot, p *plan, st *stage, led *ledger) error {
	file := place(p.part.file, p.table.Name())
	for i := range l.rows {
		f := l.fates[i]
		if f.err == nil && f.staged() {
			var err error
			if p.profile.Long {
				f = st.join(&l.made[i], l.prints[i].key, file)
			} else if f, err = st.add(&l.made[i], l.prints[i]); err != nil {
				return err
			}
		}
		if err := j.enter(led, f, &l.rows[i], p); err != nil {
			return err
		}
	}
	return nil
}

// enter counts a row and enters its fate.
func (j *job) enter(led *ledger, f fate, r *cells.Row, p *plan) error {
	led.read++
	limits := j.o.Limits
	if limits.Rows > 0 && led.read > limits.Rows {
		return cells.TooLarge("read rows", p.part.file)
	}
	switch {
	case f.err != nil:
		return f.err
	case f.aside != "":
		led.setAside(f.aside)
	case f.reject != "":
		led.reject(Rejected{File: place(p.part.file, p.table.Name()), Line: r.Line, Column: r.Place(f.column), Part: r.Part, Text: f.text, Reason: f.reject})
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
