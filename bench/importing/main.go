// Command importing writes files of the customs' export of any length, to measure
// imports by.
package main

import (
	"flag"
	"log"
	"os"

	"briefing/internal/figure/figuretest"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "number of rows")
	write := flag.String("write", "", "write a file of so many rows and do nothing else")
	flag.Parse()
	f, err := os.Create(*write)
	if err != nil {
		log.Fatal(err)
	}
	if err := figuretest.WriteFTS(f, *rows, 1); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}
