package app

import (
	"fmt"
	"os"
)

// freePath is base+extension, or the first base_2, base_3, … that is free.
func freePath(base, extension string) string {
	path := base + extension
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s_%d%s", base, n, extension)
	}
}
