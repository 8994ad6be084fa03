// Command books sets the writing of a large workbook beside what else writes
// the same cells: XlsxWriter in its constant-memory mode and openpyxl in its
// write-only mode. All run by turns, each in a process of its own; wall and
// processor time and the peak of memory are those of the whole process.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/xlsx"
)

// The same twelve columns for all: seven texts, five numbers.
const common = `
import sys
n, path = int(sys.argv[1]), sys.argv[2]
flows, partners = ["экспорт", "импорт"], ["CN", "BY", "KZ", "DE", "US", "TR", "IT", "KR", "JP", "IN"]
heads = ["Поток", "Отчитывается", "Партнёр", "Код товара", "Товар", "Период", "Стоимость", "Валюта", "Вес нетто", "Количество", "Статус", "Строка"]
def row(i):
    code = "%06d" % (10000 + i * 7 % 5000)
    return [flows[i % 2], "RU", partners[i % 10], code, "Товар под кодом " + code, "2022-%02d" % (i % 12 + 1), (i * 7919 % 100000000) / 100, "USD", i * 104729 % 10000000 / 1000, i % 977, "A", i + 1]
`

const xlsxWriter = common + `
import xlsxwriter
book = xlsxwriter.Workbook(path, {"constant_memory": True})
sheet = book.add_worksheet()
sheet.write_row(0, 0, heads)
for i in range(n):
    sheet.write_row(i + 1, 0, row(i))
book.close()
`

const openpyxl = common + `
import openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
sheet.append(heads)
for i in range(n):
    sheet.append(row(i))
book.save(path)
`

func main() {
	rows := flag.Int("rows", 250_000, "number of rows")
	times := flag.Int("times", 3, "how often each writes")
	most := flag.Duration("most", 15*time.Minute, "how long one may take; who takes longer is told as that and stopped")
	python := flag.String("python", "/usr/bin/python3", "Python with XlsxWriter and openpyxl")
	write := flag.String("write", "", "write our workbook to this file and do nothing else")
	flag.Parse()
	var err error
	if *write != "" {
		err = ours(*write, *rows)
	} else {
		err = compare(*rows, *times, *most, *python)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// ours writes the workbook as an export does, with cover and contents.
func ours(path string, rows int) error {
	b := &document.Book{
		Lang: briefing.RU, Title: "Данные", AsOf: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC),
		Words:  document.BookWords{CoverSheet: "Обложка", ContentsSheet: "Содержание", Contents: "Содержание", ColSheet: "Лист", ColTitle: "Таблица", Page: "стр."},
		Sheets: []document.Sheet{{Name: "Данные", Role: document.DataSheet, Table: table(rows)}},
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := xlsx.Write(f, b); err != nil {
		return err
	}
	return f.Close()
}

func table(rows int) document.Table {
	t := document.Table{ID: "DATA", Title: "Данные"}
	for i, h := range []string{"Поток", "Отчитывается", "Партнёр", "Код товара", "Товар", "Период", "Стоимость", "Валюта", "Вес нетто", "Количество", "Статус", "Строка"} {
		c := document.Column{Key: strconv.Itoa(i), Title: h}
		if i == 6 || i == 8 || i == 9 || i == 11 {
			c.Kind, c.Decimals = document.NumberColumn, -1
		}
		t.Columns = append(t.Columns, c)
	}
	flows := []string{"экспорт", "импорт"}
	partners := []string{"CN", "BY", "KZ", "DE", "US", "TR", "IT", "KR", "JP", "IN"}
	number := func(n int64, scale int) document.Cell {
		v, err := decimal.New(n, scale)
		if err != nil {
			log.Fatal(err)
		}
		return document.Cell{Number: briefing.Some(v)}
	}
	t.Long = &document.Long{Len: rows, Row: func(i int, into *document.Row) {
		code := fmt.Sprintf("%06d", 10000+i*7%5000)
		copy(into.Cells, []document.Cell{
			document.Txt(flows[i%2]), document.Txt("RU"), document.Txt(partners[i%10]), document.Txt(code), document.Txt("Товар под кодом " + code),
			document.Txt(fmt.Sprintf("2022-%02d", i%12+1)), number(int64(i*7919%100000000), 2), document.Txt("USD"),
			number(int64(i*104729%10000000), 3), number(int64(i%977), 0), document.Txt("A"), number(int64(i+1), 0),
		})
	}}
	return t
}

func compare(rows, times int, most time.Duration, python string) error {
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	n := strconv.Itoa(rows)
	all := []*writer{
		{name: "briefing", command: func(p string) *exec.Cmd { return exec.Command(self, "-rows", n, "-write", p) }},
		{name: "XlsxWriter constant_memory", command: func(p string) *exec.Cmd { return exec.Command(python, "-c", xlsxWriter, n, p) }},
		{name: "openpyxl write-only", command: func(p string) *exec.Cmd { return exec.Command(python, "-c", openpyxl, n, p) }},
	}
	for turn := range times {
		for _, w := range all {
			if err := w.run(filepath.Join(dir, "out.xlsx"), most); err != nil {
				return fmt.Errorf("%s: %w", w.name, err)
			}
			fmt.Fprintf(os.Stderr, "turn %d: %-28s %8.2fs\n", turn+1, w.name, w.wall[len(w.wall)-1])
		}
	}
	fmt.Printf("a workbook of %d rows and 12 columns, %d turns\n%-28s %9s %9s %9s %22s\n", rows, times, "", "wall min", "cpu min", "peak MB", "this / ours, wall, cpu")
	for _, w := range all {
		over := ""
		if w.stopped {
			over = fmt.Sprintf("  stopped after %v: at least so much", most)
		}
		fmt.Printf("%-28s %8.2fs %8.2fs %9.0f %11.1f %9.1f%s\n", w.name, slices.Min(w.wall), slices.Min(w.cpu), w.peak, ratio(w.wall, all[0].wall), ratio(w.cpu, all[0].cpu), over)
	}
	if million := 1_000_000; rows < million {
		fmt.Printf("of a million rows, were time to grow as the rows do (not measured):")
		for _, w := range all {
			fmt.Printf(" %s %.0f s;", w.name, slices.Min(w.wall)*float64(million)/float64(rows))
		}
		fmt.Println()
	}
	return nil
}

// ratio is the median of what one took against the other, turn by turn.
func ratio(these, ours []float64) float64 {
	var of []float64
	for i := range these {
		of = append(of, these[i]/ours[i])
	}
	slices.Sort(of)
	return of[len(of)/2]
}

type writer struct {
	name    string
	command func(path string) *exec.Cmd
	wall    []float64
	cpu     []float64
	peak    float64 // megabytes
	stopped bool    // took longer than it may
}

func (w *writer) run(path string, most time.Duration) error {
	cmd := w.command(path)
	cmd.Stdout, cmd.Stderr = io.Discard, os.Stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	late := time.AfterFunc(most, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	if !late.Stop() {
		w.stopped = true
	} else if err != nil {
		return err
	}
	w.wall = append(w.wall, time.Since(start).Seconds())
	u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return nil
	}
	w.cpu = append(w.cpu, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
	w.peak = max(w.peak, float64(u.Maxrss)/1024)
	return nil
}
