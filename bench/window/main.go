// Command window measures the real window as its user feels it: it starts the
// program on a display of its own with software rendering, presses keys and
// turns the wheel, and looks at the pixels. A time is that from the event given
// to the display until the display has drawn what came of it. It is no part of
// the product; see docs/performance.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/figure/figuretest"
	"briefing/internal/store"
)

func main() {
	b := &bench{}
	var what string
	flag.StringVar(&b.binary, "briefing", "bin/briefing", "the program")
	flag.StringVar(&b.bare, "bare", "", "an empty window of the toolkit, to compare with")
	flag.IntVar(&b.rows, "rows", 0, "rows of trade beside the example, 0 for the example alone")
	flag.IntVar(&b.times, "times", 30, "how often each thing is done")
	flag.DurationVar(&b.rest, "rest", 2*time.Minute, "how long the window rests")
	flag.StringVar(&what, "what", "start,memory,type,switch,scroll,rest", "what is measured")
	flag.StringVar(&b.pictures, "pictures", "", "a folder for what was seen, to look at")
	flag.Parse()
	dir, err := os.MkdirTemp("", "bench-window-")
	if err != nil {
		log.Fatal(err)
	}
	b.dir = dir
	err = b.run(strings.Split(what, ","))
	os.RemoveAll(dir)
	if err != nil {
		log.Fatal(err)
	}
}

type bench struct {
	binary, bare, dir, file, pictures string
	rows, times                       int
	rest                              time.Duration
	screen                            *screen
	program                           *program
}

func (b *bench) run(what []string) (err error) {
	if b.binary, err = filepath.Abs(b.binary); err != nil {
		return err
	}
	b.file = filepath.Join(b.dir, "example.briefing")
	if err := writeExample(b.file, b.rows, filepath.Join(b.dir, "state")); err != nil {
		return err
	}
	if b.screen, err = openScreen(); err != nil {
		return err
	}
	defer b.screen.close()
	name := "the example"
	if b.rows > 0 {
		name = fmt.Sprintf("the example with %d rows of trade", b.rows)
	}
	fmt.Printf("%s, %d × %d, milliseconds: least, median, nine of ten, worst\n", name, screenWidth, screenHeight)
	if b.bare != "" {
		if err := b.measureBare(); err != nil {
			return err
		}
	}
	if slices.Contains(what, "start") {
		if err := b.measureStart(); err != nil {
			return err
		}
	}
	for _, task := range []struct {
		name string
		do   func() error
	}{
		{"memory", b.measureMemory}, {"type", b.measureTyping}, {"switch", b.measureSwitching}, {"scroll", b.measureScrolling}, {"rest", b.measureRest},
	} {
		if !slices.Contains(what, task.name) {
			continue
		}
		if task.name == "memory" {
			if err := forget(b.binary); err != nil {
				return err
			}
		}
		if err := b.opened(task.do); err != nil {
			return fmt.Errorf("%s: %w", task.name, err)
		}
	}
	return nil
}

// opened does something in a window that was just started and stands still.
func (b *bench) opened(do func() error) (err error) {
	if b.program, err = b.screen.start(b.binary, b.dir, b.file); err != nil {
		return err
	}
	defer b.program.end()
	if _, err := b.ready(); err != nil {
		return err
	}
	time.Sleep(5 * time.Second) // until memory was given back
	if err := do(); err != nil {
		return err
	}
	text, err := os.ReadFile(b.program.log)
	if err == nil && (strings.Contains(string(text), "panic") || strings.Contains(string(text), "call thread")) {
		return fmt.Errorf("the program complains: %s", text)
	}
	return nil
}

// writeExample writes the example project, with made rows of trade beside its own.
func writeExample(path string, rows int, state string) error {
	p, err := demo.Project()
	if err != nil {
		return err
	}
	if rows > 0 {
		if p.Figures, err = figuretest.Make(rows, 1).Set(); err != nil {
			return err
		}
		for y := range figuretest.Years {
			id := figuretest.Import(figuretest.FirstYear + y)
			p.Imports = append(p.Imports, &briefing.Import{ID: id, File: string(id), Stored: rows / figuretest.Years})
		}
	}
	return store.WriteNew(path, p, store.Options{User: "bench", StateDir: state})
}

// series is how long the same thing took.
type series []time.Duration

func (s series) at(share float64) float64 {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)].Seconds() * 1000
}

// tell prints a line of the report.
func (s series) tell(name string, more ...string) {
	if len(s) == 0 {
		fmt.Printf("%-44s nothing seen\n", name)
		return
	}
	fmt.Printf("%-44s %7.1f %7.1f %7.1f %7.1f   n=%d %s\n", name, s.at(0), s.at(0.5), s.at(0.9), s.at(1), len(s), strings.Join(more, ", "))
}

// each is a share of processor time.
func each(total time.Duration, n int) string {
	return fmt.Sprintf("processor %.1f each", total.Seconds()*1000/float64(max(n, 1)))
}
