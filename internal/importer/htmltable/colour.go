package htmltable

import (
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"briefing/internal/importer/cells"
)

// colourOf reads a colour as pages write it: "#9e9", "#90ee90", "90ee90",
// "rgb(144, 238, 144)", "LightGreen".
func colourOf(v string) (cells.Colour, bool) {
	v = strings.ToLower(strings.TrimSpace(v))
	if c, ok := colornames.Map[v]; ok {
		return cells.Colour{Given: true, R: c.R, G: c.G, B: c.B}, true
	}
	if inside, ok := strings.CutPrefix(v, "rgb"); ok {
		return fromParts(strings.TrimPrefix(inside, "a"))
	}
	hex := strings.TrimPrefix(v, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 24)
	if err != nil || len(hex) != 6 {
		return cells.Colour{}, false
	}
	return cells.Colour{Given: true, R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, true
}

// fromParts reads "(144, 238, 144)"; a colour that lets everything through is
// none.
func fromParts(v string) (cells.Colour, bool) {
	v = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(v), "("), ")")
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(parts) < 3 || len(parts) > 3 && strings.Trim(parts[3], "0.%") == "" {
		return cells.Colour{}, false
	}
	c := cells.Colour{Given: true}
	for i, to := range []*uint8{&c.R, &c.G, &c.B} {
		n, err := strconv.ParseUint(parts[i], 10, 8)
		if err != nil {
			return cells.Colour{}, false
		}
		*to = uint8(n)
	}
	return c, true
}

// styled reads declarations: the background they give, and whether they hide
// the element.
func styled(declarations string) (fill cells.Colour, hidden bool) {
	for d := range strings.SplitSeq(declarations, ";") {
		name, value, _ := strings.Cut(d, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.ToLower(value)), "!important"))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "background-color":
			fill, _ = colourOf(value)
		case "background":
			if c, ok := background(value); ok {
				fill = c
			}
		case "display":
			hidden = value == "none"
		case "mso-hide":
			hidden = hidden || value == "all"
		}
	}
	return fill, hidden
}

// background finds the colour among the parts of the short form.
func background(value string) (cells.Colour, bool) {
	if i := strings.Index(value, "rgb"); i >= 0 {
		if end := strings.IndexByte(value[i:], ')'); end >= 0 {
			return colourOf(value[i : i+end+1])
		}
	}
	for part := range strings.FieldsSeq(value) {
		if c, ok := colourOf(part); ok {
			return c, true
		}
	}
	return cells.Colour{}, false
}

// rules are the backgrounds that style blocks give, by "tag", ".class" or
// "#id"; a later rule replaces an earlier one.
type rules map[string]cells.Colour

const rulesLimit = 4096

// add takes the rules of a style block. Of a selector only the last simple
// part counts, which is right for the flat pages met here.
func (r rules) add(block string) {
	for part := range strings.SplitSeq(dropComments(block), "}") {
		selectors, declarations, ok := strings.Cut(part, "{")
		fill, _ := styled(declarations)
		if !ok || !fill.Given {
			continue
		}
		for sel := range strings.SplitSeq(selectors, ",") {
			fields := strings.FieldsFunc(strings.ToLower(sel), func(r rune) bool {
				return r == ' ' || r == '>' || r == '+' || r == '~' || r == '\n' || r == '\r' || r == '\t'
			})
			if len(fields) == 0 || len(r) >= rulesLimit {
				continue
			}
			last := fields[len(fields)-1]
			if i := strings.IndexAny(last, ".#"); i > 0 {
				last = last[i:]
			}
			if !strings.Contains(last, ":") { // a state such as "hover"
				r[last] = fill
			}
		}
	}
}

func dropComments(block string) string {
	block = strings.NewReplacer("<!--", "", "-->", "").Replace(block)
	for {
		before, rest, ok := strings.Cut(block, "/*")
		if !ok {
			return block
		}
		_, after, _ := strings.Cut(rest, "*/")
		block = before + " " + after
	}
}

// of finds the background of an element: by its id, its classes, its name.
func (r rules) of(tag, id, class string) cells.Colour {
	if len(r) == 0 {
		return cells.Colour{}
	}
	if c, ok := r["#"+strings.ToLower(id)]; ok && id != "" {
		return c
	}
	for name := range strings.FieldsSeq(strings.ToLower(class)) {
		if c, ok := r["."+name]; ok {
			return c
		}
	}
	return r[tag]
}
