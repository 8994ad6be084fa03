package serial

import (
	"bytes"
	"math"
	"strconv"
)

// Parse reads a number as workbooks write it; neither NaN and infinities nor
// numbers that no figure has (1e40 and above) are any.
func Parse(raw []byte) (v float64, ok bool) {
	if len(bytes.Trim(raw, "0123456789+-.eE")) > 0 {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	return v, err == nil && !math.IsInf(v, 0) && math.Abs(v) < 1e40
}

// AppendNumber adds a number as a plain decimal of the fifteen digits that a
// spreadsheet keeps; dst is unchanged when it is none, see Parse.
func AppendNumber(dst, raw []byte) (out []byte, ok bool) {
	if plain(raw) {
		return append(dst, raw...), true
	}
	v, ok := Parse(raw)
	if !ok {
		return dst, false
	}
	return AppendPlain(dst, v), true
}

// plain reports whether the number needs no rewriting.
func plain(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte("-"))
	digits, points := 0, 0
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && digits <= 15 && points <= 1 && b[0] != '.' && b[len(b)-1] != '.'
}
