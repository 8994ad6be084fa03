package ahead_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"briefing/internal/importer/ahead"
)

type source struct {
	io.Reader
	closed atomic.Int32
}

func (s *source) Close() error {
	s.closed.Add(1)
	return nil
}

func TestTheSameBytesAndTheSameEnd(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	broken := errors.New("broken")
	for _, size := range []int{0, 1, 64<<10 - 1, 64 << 10, 64<<10 + 1, 300_000, 1_000_000} {
		want := make([]byte, size)
		for i := range want {
			want[i] = byte(random.Uint32())
		}
		for name, of := range map[string]func(io.Reader) io.Reader{
			"plain":               func(r io.Reader) io.Reader { return r },
			"half":                iotest.HalfReader,
			"data with the error": iotest.DataErrReader,
			"broken": func(r io.Reader) io.Reader {
				return io.MultiReader(r, iotest.ErrReader(broken))
			},
			"unexpected": func(r io.Reader) io.Reader {
				return io.MultiReader(r, iotest.ErrReader(io.ErrUnexpectedEOF))
			},
		} {
			s := &source{Reader: of(bytes.NewReader(want))}
			r := ahead.Reader(s)
			got, err := io.ReadAll(r)
			switch {
			case name == "broken" && !errors.Is(err, broken), name == "unexpected" && !errors.Is(err, io.ErrUnexpectedEOF):
				t.Errorf("%s, %d bytes: %v", name, size, err)
			case name != "broken" && name != "unexpected" && err != nil:
				t.Errorf("%s, %d bytes: %v", name, size, err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s, %d bytes: other bytes (%d)", name, size, len(got))
			}
			if _, again := r.Read(make([]byte, 1)); again == nil || (err != nil && !errors.Is(again, err)) {
				t.Errorf("%s: after the end %v", name, again)
			}
			if err := errors.Join(r.Close(), r.Close()); err != nil || s.closed.Load() != 1 {
				t.Errorf("%s: closed %d times, %v", name, s.closed.Load(), err)
			}
		}
	}
}

// endless has no end; a reader of it must be let go all the same.
type endless struct{ given atomic.Int64 }

func (e *endless) Read(p []byte) (int, error) {
	e.given.Add(int64(len(p)))
	return len(p), nil
}

func TestWhoClosesEarlyWaitsForNothing(t *testing.T) {
	e := &endless{}
	s := &source{Reader: e}
	r := ahead.Reader(s)
	if _, err := io.ReadFull(r, make([]byte, 100_000)); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil || s.closed.Load() != 1 {
		t.Errorf("close: %v, %d times", err, s.closed.Load())
	}
	if e.given.Load() > 1<<20 {
		t.Errorf("%d bytes read for 100 000", e.given.Load())
	}
	if _, err := r.Read(make([]byte, 1)); err == nil {
		t.Error("read after close")
	}
	if s := (&source{Reader: e}); ahead.Reader(s).Close() != nil || s.closed.Load() != 1 {
		t.Error("closed before anything was read")
	}
}

type panics struct{}

func (panics) Read([]byte) (int, error) { panic("rotten") }

func TestAPanicIsAnError(t *testing.T) {
	r := ahead.Reader(&source{Reader: io.MultiReader(strings.NewReader("ab"), panics{})})
	if _, err := io.ReadAll(r); err == nil || !strings.Contains(err.Error(), "rotten") {
		t.Errorf("error %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}
