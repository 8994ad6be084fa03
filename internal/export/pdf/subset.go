package pdf

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A TrueType font is cut to the characters given, without hints. The result
// has a glyph of its own for each character, in their order, so that its map
// is short.

// covered leaves those of the characters that the font has.
func (f *trueType) covered(chars []rune) []rune {
	return slices.DeleteFunc(chars, func(r rune) bool { return r == 0 || r == 0xFFFF || f.glyph(r) == 0 })
}

// trueType is a font file taken apart.
type trueType struct {
	tables   map[string][]byte
	cmap     []byte // its subtable of format 4
	longLoca bool
	metrics  int // entries of hmtx with a width
}

func openFont(file []byte) (*trueType, error) {
	if len(file) < 12 || u32(file, 0) != 0x00010000 {
		return nil, fmt.Errorf("not a TrueType font")
	}
	f := &trueType{tables: map[string][]byte{}}
	for i := range u16(file, 4) {
		rec := file[12+16*i:]
		at, n := u32(rec, 8), u32(rec, 12)
		f.tables[string(rec[:4])] = file[at : at+n : at+n]
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "post"} {
		if f.tables[name] == nil {
			return nil, fmt.Errorf("font without table %s", name)
		}
	}
	f.longLoca = u16(f.tables["head"], 50) == 1
	f.metrics = u16(f.tables["hhea"], 34)
	cmap := f.tables["cmap"]
	for i := range u16(cmap, 2) {
		sub := cmap[u32(cmap, 4+8*i+4):]
		if platform := u16(cmap, 4+8*i); (platform == 0 || platform == 3) && u16(sub, 0) == 4 {
			f.cmap = sub
			return f, nil
		}
	}
	return nil, fmt.Errorf("font without a map of Unicode")
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// glyph is the glyph of a character, 0 for none.
func (f *trueType) glyph(r rune) int {
	c := int(r)
	n := u16(f.cmap, 6) // twice the count of segments
	lo, hi := 0, n/2
	for lo < hi { // the first segment that ends at or after c
		if mid := (lo + hi) / 2; u16(f.cmap, 14+2*mid) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo >= n/2 {
		return 0
	}
	start := u16(f.cmap, 16+n+2*lo)
	if c < start {
		return 0
	}
	delta := u16(f.cmap, 16+2*n+2*lo)
	rangeAt := 16 + 3*n + 2*lo
	offset := u16(f.cmap, rangeAt)
	if offset == 0 {
		return (c + delta) & 0xFFFF
	}
	g := u16(f.cmap, rangeAt+offset+2*(c-start))
	if g == 0 {
		return 0
	}
	return (g + delta) & 0xFFFF
}

// outline is the description of a glyph, empty for a space.
func (f *trueType) outline(g int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if f.longLoca {
		return glyf[u32(loca, 4*g):u32(loca, 4*g+4)]
	}
	return glyf[2*u16(loca, 2*g) : 2*u16(loca, 2*g+2)]
}

// metric is width and left side bearing of a glyph.
func (f *trueType) metric(g int) (width, bearing int) {
	hmtx := f.tables["hmtx"]
	if g < f.metrics {
		return u16(hmtx, 4*g), u16(hmtx, 4*g+2)
	}
	return u16(hmtx, 4*f.metrics-4), u16(hmtx, 4*f.metrics+2*(g-f.metrics))
}

// Flags of a component of a composite glyph.
const (
	argsAreWords  = 1 << 0
	haveScale     = 1 << 3
	moreFollow    = 1 << 5
	haveXYScale   = 1 << 6
	haveMatrix    = 1 << 7
	haveInstructs = 1 << 8
)

// cut builds the small font: glyph 0, a glyph for each rune, then components.
// The widths are those of the first two.
func (f *trueType) cut(runes []rune) (file []byte, widths []int) {
	old := []int{0}
	for _, r := range runes {
		old = append(old, f.glyph(r))
	}
	place := map[int]int{}
	for i := len(old) - 1; i >= 0; i-- {
		place[old[i]] = i
	}
	var glyf, hmtx, loca []byte
	for i := 0; i < len(old); i++ { // old grows by components
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, f.unhinted(old[i], func(g int) int {
			if _, ok := place[g]; !ok {
				place[g] = len(old)
				old = append(old, g)
			}
			return place[g]
		})...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		w, b := f.metric(old[i])
		if i <= len(runes) {
			widths = append(widths, f.scaled(w))
		}
		hmtx = append(hmtx, byte(w>>8), byte(w), byte(b>>8), byte(b))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	put := func(table string, at, v int) []byte {
		t := slices.Clone(f.tables[table])
		binary.BigEndian.PutUint16(t[at:], uint16(v))
		return t
	}
	post := append([]byte{0, 3, 0, 0}, f.tables["post"][4:16]...)
	return assemble(map[string][]byte{
		"head": put("head", 50, 1), "hhea": put("hhea", 34, len(old)), "maxp": put("maxp", 4, len(old)),
		"hmtx": hmtx, "loca": loca, "glyf": glyf, "cmap": mapOf(runes), "OS/2": f.tables["OS/2"],
		"post": append(post, make([]byte, 16)...), "name": {0, 0, 0, 0, 0, 6},
	}), widths
}

// unhinted is a glyph without its instructions, its components renumbered.
func (f *trueType) unhinted(g int, renumber func(int) int) []byte {
	b := f.outline(g)
	if len(b) < 10 {
		return nil
	}
	contours := int(int16(u16(b, 0)))
	if contours >= 0 {
		at := 10 + 2*contours
		n := u16(b, at)
		out := append(slices.Clone(b[:at]), 0, 0)
		return append(out, b[at+2+n:]...)
	}
	out := slices.Clone(b)
	for at := 10; ; {
		flags := u16(out, at)
		binary.BigEndian.PutUint16(out[at:], uint16(flags&^haveInstructs))
		binary.BigEndian.PutUint16(out[at+2:], uint16(renumber(u16(out, at+2))))
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveMatrix != 0:
			at += 8
		}
		if flags&moreFollow == 0 {
			return out[:at]
		}
	}
}

// mapOf is a cmap of format 4 that maps the n-th rune to glyph n+1.
func mapOf(runes []rune) []byte {
	type segment struct{ from, to, delta int }
	var segs []segment
	for i, r := range runes {
		if n := len(segs); n > 0 && segs[n-1].to+1 == int(r) {
			segs[n-1].to++
			continue
		}
		segs = append(segs, segment{int(r), int(r), i + 1 - int(r)})
	}
	segs = append(segs, segment{0xFFFF, 0xFFFF, 1})
	n := len(segs)
	power, log := highest(n)
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	add := func(vs ...int) {
		for _, v := range vs {
			out = binary.BigEndian.AppendUint16(out, uint16(v))
		}
	}
	add(4, 16+8*n, 0, 2*n, 2*power, log, 2*(n-power))
	for _, s := range segs {
		add(s.to)
	}
	add(0)
	for _, s := range segs {
		add(s.from)
	}
	for _, s := range segs {
		add(s.delta)
	}
	for range segs {
		add(0)
	}
	return out
}

// assemble writes the tables as a font file, with their checksums.
func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	size := 12 + 16*len(tables)
	for name, t := range tables {
		names = append(names, name)
		size += len(t) + 3
	}
	slices.Sort(names)
	power, log := highest(len(names))
	out := make([]byte, 0, size)
	for _, v := range []int{1, 0, len(names), 16 * power, log, 16 * (len(names) - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	put := binary.BigEndian.PutUint32
	put(tables["head"][8:], 0) // counts as zero
	at, headAt := 12+16*len(names), 0
	for _, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(tables[name]))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		if name == "head" {
			headAt = at
		}
		at += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	put(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds a table up in words of four bytes, filled with zeros.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}

// highest is the highest power of two up to n, and its exponent.
func highest(n int) (power, log int) {
	power = 1
	for power*2 <= n {
		power, log = power*2, log+1
	}
	return power, log
}
