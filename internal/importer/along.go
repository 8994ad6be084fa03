package importer

import (
	"io"
	"sync/atomic"
)

// tracker tells how far a file has been read: it is read from front to end,
// and the rows come in that order.
type tracker struct {
	data io.ReaderAt
	size int64
	at   atomic.Int64
}

// ReadAt reads and notes where.
func (t *tracker) ReadAt(p []byte, off int64) (int, error) {
	n, err := t.data.ReadAt(p, off)
	t.at.Store(off + int64(n))
	return n, err
}

// share is how much has been read, 0 to 1; 0 too where all of it is in memory
// already and the rows are still to come.
func (t *tracker) share() float64 {
	if at := t.at.Load(); at < t.size {
		return float64(at) / float64(t.size)
	}
	return 0
}

// tracked lets Options.Along follow the reading.
func (o Options) tracked(data io.ReaderAt, size int64) (io.ReaderAt, Options) {
	if o.Along == nil {
		return data, o
	}
	t, rows := &tracker{data: data, size: size}, o.Progress
	o.Progress = func(n int) {
		if rows != nil {
			rows(n)
		}
		o.Along(n, t.share())
	}
	return t, o
}
