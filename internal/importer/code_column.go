package importer

import "strings"

// RejectStars is the reason of a code with stars behind it that may be a
// footnote's or stand for hidden digits: the column does not tell.
const RejectStars = "stars"

// codeColumn is what the cells of a column of commodity codes say together.
type codeColumn struct {
	widths uint16 // bit n: there is a whole code of n digits
}

// see takes a cell into account.
func (c *codeColumn) see(b []byte) {
	digits := 0
	for _, r := range b {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r != ' ' && r != '.':
			return
		}
	}
	if digits < 16 {
		c.widths |= 1 << (digits + digits%2) // a lost zero
	}
}

// starred decides what stars behind a code are, by the length of the others: a
// footnote's where codes are as long as this one without them, hidden digits
// where they are as long as it is with them.
func (c *codeColumn) starred(raw string, p product) product {
	if c == nil {
		return product{reason: RejectStars}
	}
	whole := 0
	for _, r := range raw {
		if r >= '0' && r <= '9' || r == '*' {
			whole++
		}
	}
	without, with := c.widths&(1<<p.level) != 0, c.widths&(1<<min(whole, 15)) != 0
	switch {
	case without == with:
		return product{reason: RejectStars}
	case with:
		return parseCode(strings.TrimRight(raw, "* ")+"XX", true)
	}
	p.open = false
	return p
}
