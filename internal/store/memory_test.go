package store_test

import (
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/routine"
	"briefing/internal/store"
)

// TestTwoHundredMegabytesOfAttachmentsDoNotSitInMemory: they are taken in,
// published, opened, given out and copied, and the heap never holds half of them.
func TestTwoHundredMegabytesOfAttachmentsDoNotSitInMemory(t *testing.T) {
	const each, all, limit = 50 << 20, 4, 100 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	o, dir := world(t), t.TempDir()
	peak := watchHeap(t)
	path, f := create(t, &project.Project{}, o)
	scans := make([]briefing.Attachment, all)
	for i := range scans {
		name := filepath.Join(dir, "scan"+strconv.Itoa(i)+".pdf")
		noise(t, name, each, uint64(i))
		a := &briefing.Attachment{ID: briefing.ID("a" + strconv.Itoa(i)), File: filepath.Base(name)}
		commit(t, f, "attach", store.Change{Put: a, Attach: name})
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
		f = open(t, path, m, o)
		for i, a := range f.Project().Attachments {
			if a.Size != each {
				t.Errorf("attachment %d has %d bytes", i, a.Size)
			}
			if err := f.WriteBlob(*a, io.Discard); err != nil {
				t.Error(err)
			}
		}
		if err := f.CopyTo(filepath.Join(dir, "copy.briefing")); err != nil {
			t.Error(err)
		}
		closed(t, f)
	}
	got := peak()
	t.Logf("peak %d MB", got>>20)
	if got > limit {
		t.Errorf("the heap held %d MB", got>>20)
	}
}

// watchHeap looks at the heap until the function returned is called, which
// gives the most that was in use.
func watchHeap(t *testing.T) func() uint64 {
	t.Helper()
	var most atomic.Uint64
	stop := make(chan struct{})
	var work routine.Group
	work.Go(func() {
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most.Store(max(most.Load(), m.HeapInuse))
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	})
	return func() uint64 {
		close(stop)
		work.Wait()
		return most.Load()
	}
}

// noise writes a file that can't be packed.
func noise(t *testing.T, path string, size int64, seed uint64) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var key [32]byte
	key[0] = byte(seed + 1)
	if _, err := io.CopyN(f, rand.NewChaCha8(key), size); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
