package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"briefing/internal/importer/cells"
	"briefing/internal/routine"
)

// hashing takes the hash of a file beside other work.
type hashing struct {
	work routine.Group
	end  context.CancelFunc
	sum  string
	err  error
}

// hash begins to take the SHA-256 of a file; one beyond the limits has none.
func hash(ctx context.Context, in cells.Input, l Limits) *hashing {
	ctx, end := context.WithCancel(ctx)
	h := &hashing{end: end}
	if l.Bytes == 0 || in.Size <= l.Bytes {
		h.work.Go(func() { h.sum, h.err = hashOf(ctx, in) })
	}
	return h
}

// stop gives it up, if it has not ended, and returns when nothing is read any more.
func (h *hashing) stop() {
	h.end()
	h.work.Wait()
}

// hashed waits for the hash of the job's file.
func (j *job) hashed() error {
	j.hashing.work.Wait()
	j.hash = j.hashing.sum
	return readError(j.in.Name, j.hashing.err)
}

func hashOf(ctx context.Context, in cells.Input) (string, error) {
	r, err := cancellable(ctx, in).Open()
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }()
	h := sha256.New()
	n, err := io.Copy(h, r)
	if err == nil && n != in.Size {
		err = io.ErrUnexpectedEOF
	}
	return hex.EncodeToString(h.Sum(nil)), err
}
