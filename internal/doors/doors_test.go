// Package doors holds the test that keeps the imports between our packages
// flowing one way (docs/architecture.md). The linter says the same of the
// libraries; this test needs no linter.
package doors_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed lists, for each package, which of our packages it may import
// directly. A package that is not listed fails the test: it has to be given a
// place in the picture first.
var allowed = map[string]string{
	"internal/briefing":       "",
	"internal/figure":         "briefing memory routine",
	"internal/classification": "briefing figure",
	"internal/document":       "briefing",
	"internal/project":        "briefing figure classification",
	"internal/lang":           "briefing",
	"internal/search":         "lang",
	"internal/measure":        "briefing figure project",
	"internal/insight":        "briefing figure project measure lang",
	"internal/question":       "briefing classification figure measure",
	"internal/pivot":          "briefing figure measure question",
	"internal/whence":         "briefing figure measure question lang",
	"internal/check":          "briefing figure project measure pivot document lang routine",
	"internal/bookkey":        "briefing figure",
	"internal/pack":           "briefing bookkey classification figure project measure insight question pivot whence check document picture lang",
	"internal/chart":          "briefing document lang assets",
	"internal/typeset":        "briefing document lang chart assets",
	"internal/sheets":         "briefing document typeset",
	"internal/redline":        "briefing document export lang",
	"internal/export":         "briefing bookkey figure document typeset chart lang safefile assets routine",
	"internal/importer":       "briefing bookkey figure classification lang memory routine",
	"internal/faults":         "",
	"internal/safefile":       "briefing faults",
	"internal/store":          "briefing figure project safefile faults memory routine",
	"internal/preview":        "briefing",
	"internal/desktop":        "briefing crash routine",
	"internal/crash":          "safefile",
	"internal/routine":        "",
	"internal/memory":         "",
	"internal/picture":        "",
	"internal/printing":       "briefing",
	"internal/settings":       "briefing safefile",
	"internal/demo":           "briefing figure project",
	"internal/app":            "redline briefing classification figure project lang measure insight question pivot whence check document picture pack sheets export importer store safefile demo preview settings crash routine typeset",
	"internal/cli":            "app redline lang briefing classification figure project check importer store assets crash memory routine printing",
	"internal/gui":            "app search redline briefing figure project check document lang chart assets settings desktop crash memory routine printing",
	"cmd/briefing":            "app cli gui assets lang briefing settings",
	"assets":                  "",
	"internal/doors":          "",
	"internal/walk":           "",
	"scripts":                 "",
}

// libraries that only one place may know.
var onlyIn = map[string][]string{
	"github.com/jung-kurt/gofpdf":   {"internal/export/pdf"},
	"github.com/xuri/excelize/v2":   {"internal/export/xlsx", "internal/importer/importertest"}, // referee of our reader
	"github.com/ncruces/go-sqlite3": {"internal/store"},
	"fyne.io/fyne/v2":               {"internal/gui", "cmd/briefing"},
}

func TestImportsFlowOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-tags", "headless,ci", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, "briefing/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		pkg = strings.TrimPrefix(pkg, "briefing/")
		room, ok := roomOf(pkg)
		if !ok {
			t.Errorf("%s has no place in the picture", pkg)
			continue
		}
		for imp := range strings.FieldsSeq(imports) {
			checkImport(t, pkg, room, imp)
		}
	}
}

func roomOf(pkg string) (string, bool) {
	for room := range allowed {
		if pkg == room || strings.HasPrefix(pkg, room+"/") {
			return room, true
		}
	}
	return "", false
}

func checkImport(t *testing.T, pkg, room, imp string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imp, "briefing/"); ok {
		to, known := roomOf(own)
		name := strings.TrimPrefix(to, "internal/")
		if known && to != room && !slices.Contains(strings.Fields(allowed[room]), name) {
			t.Errorf("%s must not import %s", pkg, own)
		}
		return
	}
	for library, places := range onlyIn {
		if imp != library && !strings.HasPrefix(imp, library+"/") {
			continue
		}
		if !slices.ContainsFunc(places, func(p string) bool { return pkg == p || strings.HasPrefix(pkg, p+"/") }) {
			t.Errorf("%s must not import %s", pkg, imp)
		}
	}
}

// A panic on a goroutine ends the program: goroutines are started where it is
// caught.
func TestGoroutinesAreStartedInOnePlace(t *testing.T) {
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "scripts" || d.Name() == "bench" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "internal/routine/routine.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine; routine.Go does", path)
			}
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "WaitGroup" && !strings.HasSuffix(path, "desk/runner.go") {
				t.Errorf("%s waits for goroutines of its own; routine.Group does", path) // the runner only counts its jobs
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
