package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/jezek/xgb/xproto"
)

// Places in the window of 1440 × 900, in Russian. What is measured fails when
// nothing changes where it should.
var (
	whole = part{0, 0, screenWidth, screenHeight}
	title = part{50, 10, 400, 30}    // name of the project in the bar
	body  = part{216, 48, 1224, 824} // the screen in front
	aside = part{0, 48, 216, 824}    // the side bar
)

// started is what was seen of a start, from the start of the process.
type started struct{ painted, opened, shown time.Duration }

// ready waits until the window stands and nothing in it changes.
func (b *bench) ready() (started, error) {
	var s started
	s0 := b.screen
	before, err := s0.picture(whole) // black
	if err != nil {
		return s, err
	}
	black, last := before, before
	end := time.Now().Add(20 * time.Second)
	for {
		at, now, ok, err := s0.next(whole, last, 1500*time.Millisecond)
		if err != nil {
			return s, err
		}
		if !ok {
			if s.painted > 0 {
				return s, nil
			}
			if time.Now().After(end) {
				return s, errors.New("no window")
			}
			continue
		}
		since := at.Sub(b.program.began)
		if s.painted == 0 && coloured(now) {
			s.painted = since
		}
		if s.painted > 0 && differs(title, last, now) {
			s.opened = since
		}
		if s.painted > 0 && differs(body, last, now) {
			s.shown = since
		}
		last = now
		_ = black
	}
}

// coloured tells whether more than one colour is on a picture of the whole.
func coloured(p []byte) bool {
	inside := (screenHeight/2*screenWidth + screenWidth/2) * 4
	return p[inside]|p[inside+1]|p[inside+2] != 0
}

// differs tells whether a part of two pictures of the whole differs.
func differs(p part, a, b []byte) bool {
	for y := p.y; y < p.y+p.h; y++ {
		from, to := (y*screenWidth+p.x)*4, (y*screenWidth+p.x+p.w)*4
		if string(a[from:to]) != string(b[from:to]) {
			return true
		}
	}
	return false
}

func (b *bench) measureBare() error {
	var took series
	var m memory
	for range min(b.times, 10) {
		var err error
		if b.program, err = b.screen.start(b.bare, b.dir); err != nil {
			return err
		}
		s, err := b.ready()
		if err != nil {
			return err
		}
		took = append(took, s.painted)
		m = b.program.memory()
		if len(took) == 1 {
			used := b.program.processor()
			time.Sleep(20 * time.Second)
			fmt.Printf("%-44s %.2f %% of a processor\n", "empty window: at rest", (b.program.processor()-used).Seconds()/20*100)
		}
		b.program.end()
	}
	took.tell("empty window of the toolkit: painted", m.String())
	return nil
}

func (b *bench) measureStart() error {
	var painted, opened, shown series
	var used time.Duration
	for range b.times {
		var err error
		if b.program, err = b.screen.start(b.binary, b.dir, b.file); err != nil {
			return err
		}
		s, err := b.ready()
		used += b.program.processor()
		b.shot("ready")
		b.program.end()
		if err != nil {
			return err
		}
		painted, opened, shown = append(painted, s.painted), append(opened, s.opened), append(shown, s.shown)
	}
	painted.tell("start: window painted", each(used, b.times))
	opened.tell("start: project opened, its name in the bar")
	shown.tell("start: overview as it stays")
	return nil
}

func (b *bench) measureMemory() error {
	fmt.Printf("%-44s %s\n", "memory: ready", b.program.memory())
	for n := range screens {
		b.goTo(n)
		time.Sleep(1500 * time.Millisecond)
		if n == packScreen {
			time.Sleep(8 * time.Second) // its engine starts
		}
		fmt.Printf("%-44s %s\n", "memory: "+screens[n]+" in front", b.program.memory())
	}
	b.goTo(0)
	time.Sleep(10 * time.Second)
	fmt.Printf("%-44s %s\n", "memory: after all screens", b.program.memory())
	time.Sleep(b.rest)
	fmt.Printf("%-44s %s\n", fmt.Sprintf("memory: after %v at rest", b.rest), b.program.memory())
	return nil
}

// screens are those of Ctrl+1…9.
var screens = []string{"overview", "figures", "events", "people", "agreements", "messages", "sources", "pack", "checks"}

const packScreen = 7

func (b *bench) goTo(n int) { b.screen.press(xproto.Keysym('1'+n), control) }

// measureTyping types runs of letters with pauses, in which what was typed is
// stored and the project reckoned anew.
func (b *bench) measureTyping() error {
	for _, f := range []struct {
		name  string
		open  func()
		place part
	}{
		{"name of a person", func() {
			b.goTo(3)
			time.Sleep(time.Second)
			b.screen.click(900, 212)
		}, part{640, 196, 780, 52}},
		{"text of a section in the pack", func() {
			b.goTo(packScreen)
			time.Sleep(9 * time.Second)
			b.screen.click(640, 555) // a text under the list of sections
			time.Sleep(time.Second)
		}, part{494, 160, 462, 700}},
		{"search over all", func() {
			b.screen.press(escape)
			b.goTo(0)
			time.Sleep(time.Second)
			b.screen.press('k', control)
		}, part{300, 60, 900, 800}},
	} {
		f.open()
		time.Sleep(700 * time.Millisecond)
		b.screen.press(endKey)
		time.Sleep(300 * time.Millisecond)
		b.shot("type-before")
		var took series
		used := b.program.processor()
		for i := range b.times {
			if i%15 == 14 {
				time.Sleep(time.Duration(1000+50*i) * time.Millisecond)
			}
			key := xproto.Keysym("mnoprsdbuvwaec"[i%14]) // broad ones: a caret is left out of account
			d, err := b.until(f.place, func() { b.screen.press(key) })
			if err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
			took = append(took, d)
			time.Sleep(time.Duration(60+rand.N(50)) * time.Millisecond)
		}
		b.shot("type-after")
		took.tell("key stroke: "+f.name, each(b.program.processor()-used, b.times))
		b.screen.press(escape)
		time.Sleep(1500 * time.Millisecond)
	}
	return nil
}

var errNothing = errors.New("nothing changed")

// until is how long it takes from an event until a part of the screen changes.
func (b *bench) until(p part, event func()) (time.Duration, error) {
	before, err := b.screen.picture(p)
	if err != nil {
		return 0, err
	}
	b.screen.forget()
	from := time.Now()
	event()
	at, _, ok, err := b.screen.next(p, before, 3*time.Second)
	if err != nil {
		return 0, err
	}
	if !ok {
		b.shot("nothing")
		return 0, errNothing
	}
	return at.Sub(from), nil
}

// measureSwitching goes from each screen to each other one.
func (b *bench) measureSwitching() error {
	type pair struct{ first, all series }
	to := make([]pair, len(screens))
	var worst, used time.Duration
	var which string
	hop := func(from, n int) (first, all time.Duration, err error) {
		before, err := b.screen.picture(body)
		if err != nil {
			return 0, 0, err
		}
		b.screen.forget()
		begin := time.Now()
		b.goTo(n)
		at, now, ok, err := b.screen.next(body, before, 3*time.Second)
		if err != nil {
			return 0, 0, err
		}
		if !ok {
			return 0, 0, fmt.Errorf("from %s to %s: nothing changed", screens[from], screens[n])
		}
		last, err := b.screen.settle(body, at, now, 300*time.Millisecond, 10*time.Second)
		return at.Sub(begin), last.Sub(begin), err
	}
	at := 0
	for n := range screens { // each is made when it is first shown
		if n == at {
			continue
		}
		first, all, err := hop(at, n)
		if err != nil {
			return err
		}
		at = n
		series{first}.tell("first time "+screens[n]+": something of it", fmt.Sprintf("all of it %.1f", all.Seconds()*1000))
		time.Sleep(300 * time.Millisecond)
		if n == packScreen {
			time.Sleep(8 * time.Second)
		}
	}
	used = b.program.processor()
	hops := 0
	for range max(b.times/(len(screens)-1), 1) {
		for _, n := range everyPair(at, len(screens)) {
			first, all, err := hop(at, n)
			if err != nil {
				return err
			}
			if first > worst {
				worst, which = first, screens[at]+" → "+screens[n]
			}
			to[n].first, to[n].all = append(to[n].first, first), append(to[n].all, all)
			at = n
			hops++
		}
	}
	spent := b.program.processor() - used
	var first, all series
	for n, s := range to {
		s.first.tell("switch to "+screens[n], fmt.Sprintf("all of it %.1f, worst %.1f", s.all.at(0.5), s.all.at(1)))
		first, all = append(first, s.first...), append(all, s.all...)
	}
	first.tell("switch, every pair", each(spent, hops), "worst "+which)
	all.tell("switch, every pair: all of it")
	return nil
}

// everyPair is a way that goes from each of n places to each other one, once,
// beginning at a place: a tour over the edges of the complete graph.
func everyPair(from, n int) []int {
	next := make([][]int, n)
	for i := range next {
		for j := range n {
			if i != j {
				next[i] = append(next[i], j)
			}
		}
		rand.Shuffle(len(next[i]), func(a, b int) { next[i][a], next[i][b] = next[i][b], next[i][a] })
	}
	var way []int
	stack := []int{from}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		if rest := next[at]; len(rest) > 0 {
			next[at] = rest[1:]
			stack = append(stack, rest[0])
			continue
		}
		way = append(way, at)
		stack = stack[:len(stack)-1]
	}
	for i, j := 0, len(way)-1; i < j; i, j = i+1, j-1 {
		way[i], way[j] = way[j], way[i]
	}
	return way[1:]
}

// measureScrolling goes through the table of trade rows.
func (b *bench) measureScrolling() error {
	b.goTo(1)
	time.Sleep(time.Second)
	b.screen.click(470, 81) // «Внешняя торговля»
	time.Sleep(3 * time.Second)
	b.shot("scroll")
	table := part{230, 300, 800, 500}
	b.screen.click(600, 500)
	time.Sleep(time.Second)
	for _, way := range []struct {
		name string
		step func()
	}{
		{"wheel", func() { b.screen.button(5) }},
		{"page down", func() { b.screen.press(pageDown) }},
	} {
		var took series
		n := 3 * b.times
		used, begin := b.program.processor(), time.Now()
		for range n { // each step when the last one is seen
			d, err := b.until(table, way.step)
			if errors.Is(err, errNothing) && len(took) > 0 && b.rows == 0 {
				break // the example's rows have an end
			}
			if err != nil {
				return fmt.Errorf("%s: %w", way.name, err)
			}
			took = append(took, d)
		}
		took.tell("scroll, "+way.name+": step seen", each(b.program.processor()-used, len(took)), fmt.Sprintf("%.1f steps a second", float64(len(took))/time.Since(begin).Seconds()))
		time.Sleep(time.Second)
	}
	// The wheel turned steadily, as fast as hands do.
	before, err := b.screen.picture(table)
	if err != nil {
		return err
	}
	b.screen.forget()
	used, begin, seen := b.program.processor(), time.Now(), 0
	var gaps series
	last := begin
	stop := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(15 * time.Millisecond):
				b.screen.button(5)
			}
		}
	}()
	for time.Since(begin) < 5*time.Second {
		at, now, ok, err := b.screen.next(table, before, time.Second)
		if err != nil {
			return err
		}
		if ok {
			seen++
			gaps = append(gaps, at.Sub(last))
			last, before = at, now
		}
	}
	close(stop)
	<-done
	gaps.tell("scroll, wheel without a pause: between steps", each(b.program.processor()-used, seen), fmt.Sprintf("%.1f steps a second", float64(seen)/time.Since(begin).Seconds()))
	b.shot("scrolled")
	return nil
}

func (b *bench) measureRest() error {
	used := b.program.processor()
	time.Sleep(b.rest)
	fmt.Printf("%-44s %.2f %% of a processor over %v\n", "at rest", (b.program.processor()-used).Seconds()/b.rest.Seconds()*100, b.rest)
	return nil
}

// shot keeps what is on the screen, when somebody wants to look at it.
func (b *bench) shot(name string) {
	if b.pictures == "" {
		return
	}
	if err := os.MkdirAll(b.pictures, 0o755); err != nil {
		return
	}
	exec.Command("import", "-display", b.screen.name, "-window", "root", filepath.Join(b.pictures, name+".png")).Run() //nolint:errcheck // only to look at
}
