package pdf

// chars is a set of characters of the basic plane, each with the number of its
// glyph once a font has been cut to them.
type chars struct{ pages [256]*[256]uint16 }

const (
	noChar = 0
	noted  = 0xFFFF // in the set, without a glyph
)

// add takes in the characters of a text; those beyond the basic plane have no
// place in a font that is embedded here.
func (c *chars) add(s string) {
	for _, r := range s {
		if r > 0xFFFF {
			continue
		}
		page := c.pages[r>>8]
		if page == nil {
			page = new([256]uint16)
			c.pages[r>>8] = page
		}
		page[r&255] = noted
	}
}

// all lists the characters in their order.
func (c *chars) all() (out []rune) {
	for i, page := range c.pages {
		if page == nil {
			continue
		}
		for j, n := range page {
			if n != noChar {
				out = append(out, rune(i<<8|j))
			}
		}
	}
	return out
}

// number gives characters of the set the glyphs from 1 on, in their order.
func (c *chars) number(runes []rune) {
	for i, r := range runes {
		c.pages[r>>8][r&255] = uint16(i + 1)
	}
}

// glyph is the number of a character's glyph, 0 for none.
func (c *chars) glyph(r rune) uint16 {
	if r > 0xFFFF || c.pages[r>>8] == nil {
		return 0
	}
	if n := c.pages[r>>8][r&255]; n != noted {
		return n
	}
	return 0
}
