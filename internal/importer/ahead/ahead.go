// Package ahead reads a source beside who takes from it, so that unpacking a
// part and going through it share two processors.
//
// It promises the same bytes and the same error at the same place as the
// source itself, and never more than a few blocks read that nobody asked for.
package ahead

import (
	"errors"
	"fmt"
	"io"

	"briefing/internal/routine"
)

const (
	blocks = 4
	size   = 64 << 10 // bytes of a block
)

// block is a stretch of the source with the error that came after it.
type block struct {
	data []byte
	err  error
}

type reader struct {
	source     io.ReadCloser
	free, full chan []byte
	last       chan error    // why there are no more
	stop       chan struct{} // who takes has closed
	ended      chan struct{} // nobody reads the source any more
	begun      bool
	closed     bool
	now        block
	room       []byte // that of now, to be given back
}

// Reader gives a reader of what source gives. The source is read by one
// goroutine from the first Read on and closed by Close, which waits for it.
// A panic of the source is an error here.
func Reader(source io.ReadCloser) io.ReadCloser {
	return &reader{
		source: source, free: make(chan []byte, blocks), full: make(chan []byte, blocks),
		last: make(chan error, 1), stop: make(chan struct{}), ended: make(chan struct{}),
	}
}

func (r *reader) Read(p []byte) (int, error) {
	if r.closed {
		return 0, errors.New("read after close")
	}
	if !r.begun {
		r.begin()
	}
	for len(r.now.data) == 0 {
		if r.now.err != nil {
			return 0, r.now.err
		}
		r.next()
	}
	n := copy(p, r.now.data)
	r.now.data = r.now.data[n:]
	return n, nil
}

func (r *reader) next() {
	if r.room != nil {
		r.free <- r.room // there is a place for each
		r.room = nil
	}
	data, more := <-r.full
	if !more {
		r.now.err = <-r.last
		return
	}
	r.room, r.now.data = data, data
}

func (r *reader) begin() {
	r.begun = true
	for range blocks {
		r.free <- make([]byte, size)
	}
	routine.Go(func() {
		err := r.run()
		r.last <- err
		close(r.full)
		close(r.ended)
	}, func(v any, _ []byte) {
		r.last <- fmt.Errorf("reading ahead: %v", v)
		close(r.full)
		close(r.ended)
	})
}

// run fills blocks until the source ends or nobody wants more.
func (r *reader) run() error {
	for {
		var room []byte
		select {
		case room = <-r.free:
		case <-r.stop:
			return io.ErrClosedPipe
		}
		n, err := fill(r.source, room[:size])
		if n > 0 {
			r.full <- room[:n] // as many places as blocks
		}
		if err != nil {
			return err
		}
	}
}

// fill is io.ReadFull that keeps the source's own error.
func fill(source io.Reader, room []byte) (n int, err error) {
	for n < len(room) && err == nil {
		var got int
		got, err = source.Read(room[n:])
		n += got
	}
	return n, err
}

func (r *reader) Close() error {
	if r.closed {
		return nil
	}
	r.closed = true
	if r.begun {
		close(r.stop)
		<-r.ended
	}
	return r.source.Close()
}
