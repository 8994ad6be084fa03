package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// unescape undoes "_x000D_" and its like in place.
func unescape(b []byte) []byte {
	at := bytes.Index(b, []byte("_x"))
	if at < 0 {
		return b
	}
	out := b[:at]
	for i := at; i < len(b); {
		if i+7 <= len(b) && b[i] == '_' && b[i+1] == 'x' && b[i+6] == '_' {
			if n, err := strconv.ParseUint(string(b[i+2:i+6]), 16, 16); err == nil {
				// A letter never takes more bytes than its escape.
				out = utf8.AppendRune(out, rune(n)) // 16 bits
				i += 7
				continue
			}
		}
		out = append(out, b[i])
		i++
	}
	return out
}
