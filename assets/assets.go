// Package assets holds what the program carries inside itself: fonts, the
// application's icon, the icons of the window and the licences of others' work.
//
// It promises that every accessor works without the file system, that nothing
// it hands out as a copy is shared, and that no file is read or copied before
// somebody asks for it.
package assets

import (
	"embed"
	"slices"
	"strings"
)

//go:embed licences/*.txt fonts/OFL-*.txt
var licences embed.FS

//go:embed icon/icon-512.png
var iconPNG []byte

//go:embed icon/icon.svg
var iconSVG string

// Icon returns the application's icon as a PNG of 512 pixels. The bytes are the
// caller's.
func Icon() []byte { return slices.Clone(iconPNG) }

// IconSVG returns the application's icon as a drawing. It has its own colours.
// The bytes are the caller's.
func IconSVG() []byte { return []byte(iconSVG) }

// Licences returns the notices and licence texts of what others made and the
// program carries, for the window and the command line, each file under its
// name. The order is fixed: notices first, then the texts.
func Licences() string {
	var b strings.Builder
	for _, folder := range []string{"licences", "fonts"} {
		entries, err := licences.ReadDir(folder)
		if err != nil {
			continue
		}
		for _, e := range entries {
			text, err := licences.ReadFile(folder + "/" + e.Name())
			if err != nil {
				continue
			}
			if b.Len() > 0 {
				b.WriteString("\n")
			}
			b.WriteString("=== " + e.Name() + " ===\n\n")
			b.WriteString(strings.ReplaceAll(strings.TrimSpace(string(text)), "\r\n", "\n"))
			b.WriteString("\n")
		}
	}
	return b.String()
}
