// Command testcount reads the lines of "go test -json" and closes with one
// line of counts; with -report it prints what failed and what was skipped
// instead of the closing line.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
}

func main() {
	report := flag.Bool("report", false, "print failures and skips, no closing line")
	flag.Parse()
	count := map[string]int{}
	output := map[string][]string{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			output[key] = append(output[key], e.Output)
		case "pass", "fail", "skip":
			if e.Test != "" {
				count[e.Action]++
			} else if e.Action == "fail" {
				count["fail"]++ // a package that does not build, or panics
			}
			if *report && e.Action == "fail" {
				fmt.Printf("FAIL %s\n%s", key, strings.Join(output[key], ""))
			}
			if *report && e.Action == "skip" && e.Test != "" {
				fmt.Printf("skip %s\n", key)
			}
			delete(output, key)
		}
	}
	if *report {
		for key, out := range output { // what failed to build has no package event of its own
			if text := strings.Join(out, ""); strings.Contains(text, "build failed") || strings.Contains(text, ".go:") {
				fmt.Printf("%s\n%s", key, text)
			}
		}
		return
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", count["pass"], count["fail"], count["skip"])
}
