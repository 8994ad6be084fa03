// Command importing sets an import into a project file beside what else reads
// the same file: DuckDB's load into a file of its own, pandas, and openpyxl.
// All run by turns, each in a process of its own, on the same file in one run.
// The wall time is what a user waits for; processor time and the peak of
// memory are those of the whole process, as the system counts them.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/figure/figuretest"
)

func main() {
	rows := flag.String("rows", "1000000", "numbers of rows of the text files, parted by commas")
	sheet := flag.Int("sheet", 200_000, "number of rows of the workbook; 0: none")
	times := flag.Int("times", 3, "how often each reads each file")
	binary := flag.String("briefing", "bin/briefing-headless", "the program that is measured")
	python := flag.String("python", "python3", "Python with pandas and openpyxl")
	write := flag.String("write", "", "write a text file of so many rows and do nothing else")
	duck := flag.String("duck", "", "load this text file into -into and do nothing else")
	into := flag.String("into", "", "DuckDB's file")
	flag.Parse()
	var err error
	switch {
	case *duck != "":
		err = load(*duck, *into)
	case *write != "":
		var n int
		if _, err = fmt.Sscan(*rows, &n); err == nil {
			err = writeText(*write, n)
		}
	default:
		err = compare(*rows, *sheet, *times, *binary, *python)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// compare makes the files and lets everybody read them.
func compare(rows string, sheet, times int, binary, python string) error {
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary, err = filepath.Abs(binary)
	if err != nil {
		return err
	}
	b := &bench{dir: dir, binary: binary, python: python, times: times}
	if err := b.prepare(); err != nil {
		return err
	}
	for part := range strings.SplitSeq(rows, ",") {
		var n int
		if _, err := fmt.Sscan(part, &n); err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		path := filepath.Join(dir, "fts.csv")
		if err := writeText(path, n); err != nil {
			return err
		}
		if err := b.turns(fmt.Sprintf("%d rows of a customs' export as text", n), b.ours(path), b.duck(path), b.pandas(path)); err != nil {
			return err
		}
	}
	if sheet > 0 {
		path := filepath.Join(dir, "fts.xlsx")
		if err := writeBook(path, sheet); err != nil {
			return err
		}
		return b.turns(fmt.Sprintf("a workbook of %d rows and %d columns", sheet, len(bookHeader())), b.ours(path), b.openpyxl(path))
	}
	return nil
}

func writeText(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	if err := figuretest.WriteFTS(out, rows, 1); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// turns lets all read by turns and prints what each took, and the ratio of the
// first to each of the others, turn by turn: the machine is often not alone.
func (b *bench) turns(what string, all ...*reader) error {
	fmt.Printf("\n%s\n%-34s %9s %9s %9s %9s %14s\n", what, "", "wall min", "median", "cpu min", "peak MB", "ours / this")
	for range b.times {
		for _, r := range all {
			if r.missing != nil {
				continue
			}
			took, err := r.run()
			if err != nil && r != all[0] && len(r.took) == 0 {
				r.missing = err
				continue
			}
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			r.took = append(r.took, took)
		}
	}
	for _, r := range all {
		if r.missing != nil {
			fmt.Printf("%-34s not to be had: %v\n", r.name, r.missing)
			continue
		}
		wall, cpu, peak := r.columns()
		ratio := ""
		if r != all[0] {
			var of []float64
			for i, t := range r.took {
				of = append(of, all[0].took[i].wall/t.wall)
			}
			slices.Sort(of)
			mine, _, _ := all[0].columns()
			ratio = fmt.Sprintf("%.2f (min %.2f)", of[len(of)/2], mine[0]/wall[0])
		}
		fmt.Printf("%-34s %8.2fs %8.2fs %8.2fs %9.0f %14s\n", r.name, wall[0], wall[len(wall)/2], cpu[0], peak, ratio)
	}
	return nil
}
