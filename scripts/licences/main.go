// Command licences lists the modules that the programs link, with the licences
// found in their files, as a Markdown table. It fails on a module whose
// licence can't be told, so that none is shipped unseen.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// chosen names the licences of modules whose own file only offers a choice.
var chosen = map[string]string{
	"github.com/golang/freetype": "FTL (offered beside GPL-2.0-or-later)",
}

type module struct{ Path, Version, Dir string }

func main() {
	found := map[string]module{}
	for _, build := range [][]string{
		{"CGO_ENABLED=0", "GOOS=linux", "-tags=headless"},
		{"CGO_ENABLED=1", "GOOS=linux", "-tags="},
		{"CGO_ENABLED=1", "GOOS=windows", "-tags="},
		{"CGO_ENABLED=1", "GOOS=darwin", "-tags="},
	} {
		linked(found, build)
	}
	paths := make([]string, 0, len(found))
	for p := range found {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	fmt.Print("# Third-party modules in Briefing\n\nMade by `make licences` from the modules that the programs for Linux, Windows and macOS link; licences as google/licensecheck reads them in each module's files. Fonts: `assets/licences`.\n\n| module | version | licence |\n|---|---|---|\n")
	for _, p := range paths {
		m := found[p]
		names := licences(m.Dir)
		if one := chosen[p]; one != "" {
			names = []string{one}
		}
		if len(names) == 0 {
			fail(fmt.Errorf("no licence is found in %s", p))
		}
		fmt.Printf("| %s | %s | %s |\n", p, m.Version, strings.Join(names, ", "))
	}
}

// linked adds the modules whose packages the program links in a build.
func linked(into map[string]module, build []string) {
	list := exec.Command("go", "list", "-e", "-deps", build[2], "-f", `{{with .Module}}{{if not .Main}}{"Path":{{printf "%q" .Path}},"Version":{{printf "%q" .Version}},"Dir":{{printf "%q" .Dir}}}{{end}}{{end}}`, "./cmd/briefing") //nolint:gosec // the arguments stand above
	list.Env = append(os.Environ(), build[:2]...)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		fail(err)
	}
	for line := range strings.Lines(string(out)) {
		var m module
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			fail(err)
		}
		into[m.Path] = m
	}
}

// licences reads the files at a module's root that hold licences.
func licences(dir string) []string {
	var names []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		fail(err)
	}
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(upper, "LICEN") && !strings.HasPrefix(upper, "COPYING") && !strings.HasPrefix(upper, "UNLICENSE") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			fail(err)
		}
		for _, m := range licensecheck.Scan(text).Match {
			if !slices.Contains(names, m.ID) {
				names = append(names, m.ID)
			}
		}
	}
	return names
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
