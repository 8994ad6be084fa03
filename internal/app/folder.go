package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tableFiles are the endings of files that may hold tables, and of our Word files.
func tableFiles() []string {
	return []string{".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".ods", ".html", ".htm", ".dbf", ".zip", ".docx"}
}

// FilesOf puts in the place of each folder the files in it that may be taken in, by
// their names; folders in it are left out. A folder without any stays, to be told.
func FilesOf(paths []string) []string {
	var out []string
	for _, path := range paths {
		found := filesIn(path)
		if len(found) == 0 {
			found = []string{path}
		}
		out = append(out, found...)
	}
	return out
}

func filesIn(folder string) (out []string) {
	entries, err := os.ReadDir(folder) // of a file an error: then it is taken as it is
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$") && slices.Contains(tableFiles(), strings.ToLower(filepath.Ext(name))) {
			out = append(out, filepath.Join(folder, name))
		}
	}
	return out
}
