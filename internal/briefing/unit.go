package briefing

import "strings"

// Unit names what a number counts, as a scale and a base joined by a hyphen:
// "usd", "million-usd", "thousand-t", "kg", "percent", "pp" (percentage
// points), "hour", "day", "pcs", "item" (of what is counted and is no piece). Units of a flow in time end in "-per-year"
// ("thousand-t-per-year" for a capacity), so that storage, throughput and
// capacity never share a unit. The empty unit is a bare number.
type Unit string

var scales = []struct {
	prefix string
	power  int
}{
	{"thousand-", 3},
	{"million-", 6},
	{"billion-", 9},
	{"trillion-", 12},
	{"ten-thousand-", 4},
	{"hundred-million-", 8}, // 万 and 亿, in which Chinese tables count
}

// Base is the unit without its scale: "usd" of "million-usd".
func (u Unit) Base() Unit {
	for _, s := range scales {
		if rest, ok := strings.CutPrefix(string(u), s.prefix); ok {
			return Unit(rest)
		}
	}
	return u
}

// Power is the power of ten of the scale: 6 of "million-usd".
func (u Unit) Power() int {
	for _, s := range scales {
		if strings.HasPrefix(string(u), s.prefix) {
			return s.power
		}
	}
	return 0
}

// WithPower is the same base under another scale (0, 3, 4, 6, 8, 9 or 12).
func (u Unit) WithPower(power int) Unit {
	base := u.Base()
	for _, s := range scales {
		if s.power == power {
			return Unit(s.prefix) + base
		}
	}
	return base
}

// Mass reports whether the base is a mass (kg or t, not a rate of mass).
func (u Unit) Mass() bool { b := u.Base(); return b == "kg" || b == "t" }

// Times is the unit of a manifold change: 2.3 of it is «в 2,3 раза», and −2 a
// fall to a half.
const Times Unit = "times"

// Units lists the units offered in forms, in their order.
func Units() []Unit {
	return []Unit{
		"", "usd", "thousand-usd", "million-usd", "billion-usd",
		"rub", "thousand-rub", "million-rub", "billion-rub",
		"cny", "million-cny", "billion-cny", "eur", "million-eur", "billion-eur",
		"kg", "t", "thousand-t", "million-t", "thousand-t-per-year", "million-t-per-year",
		"percent", "pp", Times, "hour", "day", "pcs", "thousand-pcs", "item", "thousand-item", "person", "thousand-person", "million-person", "head", "thousand-head",
		"container", "teu", "thousand-teu", "ha", "thousand-ha", "m2", "thousand-m2", "million-m2", "m3", "thousand-m3", "million-m3", "billion-m3", "km", "usd-per-t",
	}
}
