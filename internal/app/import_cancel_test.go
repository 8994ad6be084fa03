package app_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// countdown is a context that ends when it has been looked at so many times.
type countdown struct {
	context.Context
	mu   sync.Mutex
	left int
	done chan struct{}
}

func after(looks int) *countdown {
	return &countdown{Context: context.Background(), left: looks, done: make(chan struct{})}
}

func (c *countdown) Done() <-chan struct{} { return c.done }

func (c *countdown) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left == 0 {
		close(c.done)
	}
	if c.left <= 0 {
		return context.Canceled
	}
	return nil
}

// An import that is cancelled at any moment, while reading, comparing or
// storing, leaves the project as it was: figures, records, history.
func TestAnImportCancelledAtAnyMomentLeavesTheProjectAsItWas(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january+december), "")
	var more strings.Builder
	more.WriteString(customs + amended)
	for i := range 600 {
		more.WriteString(customsRow("02/2022", fmt.Sprintf("%04d120000", 201+i%800), fmt.Sprint(i+1)))
	}
	path := saved(t, "b.csv", more.String())
	before, journal := shown(t, p), journalLength(t, p)
	o := app.ImportOptions{Decision: app.ReplaceGone}.Choose("usd", "kg", "", briefing.Period{})
	cancelled := 0
	for looks := 1; ; looks++ {
		if looks > 5000 {
			t.Fatal("it never ends")
		}
		out, err := p.Import(after(looks), path, o)
		if err == nil {
			if out.Report.Stored != 603 {
				t.Errorf("%+v", out.Report)
			}
			break
		}
		cancelled++
		if briefing.CodeOf(err) != briefing.CodeCancelled {
			t.Fatalf("after %d looks: %v", looks, err)
		}
		if now, n := shown(t, p), journalLength(t, p); now != before || n != journal {
			t.Fatalf("after %d looks: %d entries of the journal after %d, %s", looks, n, journal, now)
		}
	}
	if cancelled < 20 {
		t.Errorf("cancelled at %d moments only", cancelled)
	}
	if journalLength(t, p) == journal || shown(t, p) == before {
		t.Error("the last one stored nothing")
	}
}

func journalLength(t *testing.T, p *app.Project) int {
	t.Helper()
	list, err := p.Journal(100_000)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// What was shown and accepted can be cancelled while it is stored.
func TestAcceptingEndsWithTheContext(t *testing.T) {
	p := open(t)
	path := saved(t, "a.csv", customs+january)
	read, err := p.Import(context.Background(), path, app.ImportOptions{DryRun: true}.Choose("usd", "kg", "", briefing.Period{}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.AcceptWithin(ctx, read); briefing.CodeOf(err) != briefing.CodeCancelled || shown(t, p) != "" {
		t.Errorf("%v, %s", err, shown(t, p))
	}
	if done, err := p.Accept(read); err != nil || done.Report.Stored != 3 {
		t.Errorf("after that: %v", err)
	}
}

// Progress tells rows, how much of the file that is, and after a while how
// long it will take, less and less.
func TestProgressTellsRowsAndTimeLeft(t *testing.T) {
	p := open(t)
	now := time.Date(2023, 3, 21, 9, 0, 0, 0, msk)
	p.World.Now = func() time.Time { now = now.Add(2 * time.Second); return now }
	var text strings.Builder
	text.WriteString(customs)
	for i := range 60_000 {
		text.WriteString(customsRow("02/2022", fmt.Sprintf("%06d0000", 20100+i), fmt.Sprint(i+1)))
	}
	var told []app.ImportProgress
	o := app.ImportOptions{Along: func(g app.ImportProgress) { told = append(told, g) }}.Choose("usd", "kg", "", briefing.Period{})
	if _, err := p.Import(context.Background(), saved(t, "a.csv", text.String()), o); err != nil {
		t.Fatal(err)
	}
	last := app.ImportProgress{}
	left := 0
	for i, g := range told {
		if g.Rows < last.Rows && g.Stage == app.StageRead || g.Share > 0 && g.Share < last.Share || g.Share > 1 {
			t.Errorf("%+v after %+v", g, last)
		}
		if g.Left > 0 {
			left++
			if words := g.Words(briefing.EN); !strings.Contains(words, "left") || !strings.Contains(words, "%") {
				t.Errorf("told %q", words)
			}
		}
		if i < len(told)-2 && g.Stage != app.StageRead {
			t.Errorf("stage %s too early", g.Stage)
		}
		last = g
	}
	if left == 0 || len(told) < 5 || told[len(told)-1].Stage != app.StageStore {
		t.Errorf("told %+v", told)
	}
}
