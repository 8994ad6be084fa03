// Command bench compares the project's column store with DuckDB: the same
// rows, on the same machine, in the same run, by turns. It checks that both
// give the same answers before it prints a figure. It is a module of its own,
// so that DuckDB is no part of the product; see docs/performance.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"briefing/internal/figure/figuretest"
)

func main() {
	rows := flag.Int("rows", 5_000_000, "number of rows")
	loads := flag.Int("loads", 3, "how often to load and to open")
	times := flag.Int("times", 15, "how often to ask each question")
	flag.Parse()
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		log.Fatal(err)
	}
	err = run(dir, *rows, *loads, *times)
	os.RemoveAll(dir)
	if err != nil {
		log.Fatal(err)
	}
}

// pair gathers what both took for the same work.
type pair struct {
	name       string
	ours, duck []time.Duration
}

func (p *pair) String() string {
	a, b := sorted(p.ours), sorted(p.duck)
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 }
	return fmt.Sprintf("%-42s %9.1f %9.1f %9.1f %9.1f %7.2f %7.2f", p.name, ms(a[0]), ms(a[len(a)/2]), ms(b[0]), ms(b[len(b)/2]),
		a[0].Seconds()/b[0].Seconds(), a[len(a)/2].Seconds()/b[len(b)/2].Seconds())
}

func sorted(d []time.Duration) []time.Duration {
	d = slices.Clone(d)
	slices.Sort(d)
	return d
}

// timed measures work after the heap has been cleared of what came before.
func timed(to *[]time.Duration, work func() error) error {
	runtime.GC()
	from := time.Now()
	err := work()
	*to = append(*to, time.Since(from))
	return err
}

func run(dir string, rows, loads, times int) error {
	trade := figuretest.Make(rows, 1)
	b := &bench{ours: filepath.Join(dir, "a.briefing"), duck: filepath.Join(dir, "a.duckdb"), state: filepath.Join(dir, "state")}
	var pairs []*pair
	for _, step := range []func() ([]*pair, error){
		func() ([]*pair, error) { return b.load(trade, loads) },
		func() ([]*pair, error) { return b.open(loads) },
		func() ([]*pair, error) { return b.ask(times) },
	} {
		p, err := step()
		if err != nil {
			return err
		}
		pairs = append(pairs, p...)
	}
	fmt.Printf("%d rows, %s\n", rows, version())
	fmt.Printf("%-42s %9s %9s %9s %9s %7s %7s\n", "ms", "ours min", "median", "duck min", "median", "min/min", "med/med")
	for _, p := range pairs {
		fmt.Println(p)
	}
	a, d := float64(size(b.ours)), float64(size(b.duck))
	fmt.Printf("file: ours %.1f MB, %.2f bytes a row; duckdb %.1f MB, %.2f bytes a row; ratio %.2f\n",
		a/1e6, a/float64(rows), d/1e6, d/float64(rows), a/d)
	return nil
}

// bench knows where the files of both are.
type bench struct{ ours, duck, state string }

// load writes both files anew each time.
func (b *bench) load(t *figuretest.Trade, times int) ([]*pair, error) {
	load := &pair{name: "rows in memory to durable"}
	for range times {
		for _, path := range []string{b.ours, b.duck, b.duck + ".wal"} {
			if err := os.RemoveAll(path); err != nil {
				return nil, err
			}
		}
		var o *ours
		err := timed(&load.ours, func() (err error) {
			o, err = loadOurs(b.ours, b.state, t)
			return err
		})
		if err == nil {
			err = o.file.Close() // publishes: the file to measure
		}
		if err != nil {
			return nil, err
		}
		o = nil
		d, err := openDuck(b.duck)
		if err == nil {
			err = timed(&load.duck, func() error { return d.load(t) })
		}
		if err == nil {
			err = d.close()
		}
		if err != nil {
			return nil, err
		}
	}
	return []*pair{load}, nil
}

// open measures from the closed file to the first answer: ours decodes all
// columns before it, DuckDB reads what the question needs.
func (b *bench) open(times int) ([]*pair, error) {
	first := &pair{name: "open to first answer"}
	for range times {
		var o *ours
		err := timed(&first.ours, func() (err error) {
			if o, err = openOurs(b.ours, b.state); err == nil {
				_, _, err = o.answer(0)
			}
			return err
		})
		if err == nil {
			err = o.file.Close()
		}
		if err != nil {
			return nil, err
		}
		o = nil
		var d *duck
		err = timed(&first.duck, func() (err error) {
			if d, err = openDuck(b.duck); err == nil {
				_, _, err = d.answer(0)
			}
			return err
		})
		if err == nil {
			err = d.close()
		}
		if err != nil {
			return nil, err
		}
	}
	return []*pair{first}, nil
}

// ask puts each question to both by turns and compares the answers.
func (b *bench) ask(times int) ([]*pair, error) {
	o, err := openOurs(b.ours, b.state)
	if err != nil {
		return nil, err
	}
	defer o.file.Close() //nolint:errcheck // opened for reading
	d, err := openDuck(b.duck)
	if err != nil {
		return nil, err
	}
	defer d.close() //nolint:errcheck // only read
	var pairs []*pair
	for n, q := range figuretest.Questions() {
		p := &pair{name: q.Name}
		for i := range times + 1 {
			ours, took, err := o.answer(n)
			if err != nil {
				return nil, err
			}
			theirs, theirTime, err := d.answer(n)
			if err != nil {
				return nil, err
			}
			if !slices.Equal(ours, theirs) {
				return nil, fmt.Errorf("%s: answers differ\n%v\n%v", q.Name, ours, theirs)
			}
			if i > 0 { // the first warms the caches of both
				p.ours, p.duck = append(p.ours, took), append(p.duck, theirTime)
			}
		}
		pairs = append(pairs, p)
	}
	return pairs, nil
}

func version() string {
	d, err := openDuck("")
	if err != nil {
		return err.Error()
	}
	defer d.close() //nolint:errcheck // in memory
	var v string
	if err := d.db.QueryRow(`SELECT 'DuckDB ' || version() || ', threads ' || current_setting('threads')`).Scan(&v); err != nil {
		return err.Error()
	}
	return v
}
