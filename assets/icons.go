package assets

import (
	"embed"
	"strings"
	"sync"
)

// Icons of the window are outlines in a box of 24 units, round caps and joins,
// no fills, drawn in one ink and one width so that a program can put its own
// in their place by replacing text.
const (
	SVGInk         = `stroke="#000000"`
	SVGStrokeWidth = `stroke-width="1.75"`
	// OutlineInk is the ink of the shapes that Outline returns.
	OutlineInk = `fill="#000000"`
)

//go:embed icons/*.svg
var icons embed.FS

// Made from icons/*.svg by scripts/icons/outline.py: name, weight and path a line.
//
//go:embed icons/outlines.txt
var outlineText string

// SVGNames returns the names of all icons in alphabetical order.
func SVGNames() []string {
	entries, err := icons.ReadDir("icons")
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".svg"))
	}
	return names
}

// SVG returns the icon as it is drawn, in strokes, and whether there is one of
// that name. The bytes are the caller's. Renderers that scale strokes can use
// it; the toolkit does not (see Outline).
func SVG(name string) ([]byte, bool) {
	data, err := icons.ReadFile("icons/" + name + ".svg")
	return data, err == nil
}

// Outline returns the icon as one filled shape, and whether there is one of
// that name. The toolkit takes the width of strokes for pixels whatever the
// icon's size, and recolours fills only; a shape comes out right at any size.
// Bold is the weight for icons of 14 units: strokes of 2.1 instead of 1.75.
// The bytes are the caller's.
func Outline(name string, bold bool) ([]byte, bool) {
	path, ok := outlines()[outlineKey{name, bold}]
	if !ok {
		return nil, false
	}
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 960 960" ` +
		OutlineInk + `><path d="` + path + `"/></svg>`), true
}

type outlineKey struct {
	name string
	bold bool
}

var outlines = sync.OnceValue(func() map[outlineKey]string {
	all := map[outlineKey]string{}
	for line := range strings.Lines(outlineText) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) == 3 {
			all[outlineKey{cells[0], cells[1] == "bold"}] = cells[2]
		}
	}
	return all
})
