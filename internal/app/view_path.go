package app

import (
	"fmt"
	"os"
)

// FreePath is base with the extension, or the first of base_2, base_3, … that
// nothing stands at.
func FreePath(base, extension string) string {
	path := base + extension
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s_%d%s", base, n, extension)
	}
}
