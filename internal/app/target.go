package app

import (
	"bytes"
	"io"
	"os"

	"briefing/internal/briefing"
)

// projectBegins is how a project's file begins: it is a database.
const projectBegins = "SQLite format 3\x00"

// mayTake refuses a target of an output that is a project, this one or
// another: an output takes the place of what has its name, and a project holds
// somebody's work. The error's code is CodeExists.
func mayTake(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return nil //nolint:nilerr // what can't be read is told of when it is written
	}
	defer f.Close() //nolint:errcheck // opened for reading only
	begin := make([]byte, len(projectBegins))
	if _, err := io.ReadFull(f, begin); err != nil || !bytes.Equal(begin, []byte(projectBegins)) {
		return nil //nolint:nilerr // too short for a project
	}
	return &briefing.Error{Code: briefing.CodeExists, Op: "write over a project", Path: path}
}
