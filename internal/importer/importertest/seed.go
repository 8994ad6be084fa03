package importertest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// seedLimit is how large a file of a kept seed may be.
const seedLimit = 4096

// Seed keeps an input of a fuzz target: a file of this name in testdata/fuzz
// beside the test, which go runs the target on. With BRIEFING_SEEDS=1 in the
// environment the file is written from the arguments; a file that is missing
// fails the test. An input too long for a small file is added for this run.
func Seed(f *testing.F, name string, args ...any) {
	f.Helper()
	var b bytes.Buffer
	b.WriteString("go test fuzz v1\n")
	for _, a := range args {
		switch v := a.(type) {
		case []byte:
			fmt.Fprintf(&b, "[]byte(%q)\n", v)
		case byte:
			fmt.Fprintf(&b, "byte(%q)\n", v)
		default: // string and bool
			fmt.Fprintf(&b, "%T(%#v)\n", v, v)
		}
	}
	if b.Len() > seedLimit {
		f.Add(args...)
		return
	}
	path := filepath.Join("testdata", "fuzz", f.Name(), name)
	if os.Getenv("BRIEFING_SEEDS") != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			f.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	if _, err := os.Stat(path); err != nil {
		f.Fatalf("a seed is not kept (BRIEFING_SEEDS=1 writes it): %v", err)
	}
}
