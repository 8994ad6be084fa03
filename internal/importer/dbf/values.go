package dbf

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"briefing/internal/importer/cells"
)

// cell reads a value by its field's type.
func (s *rows) cell(f field, raw []byte, column int) cells.Cell {
	switch f.typ {
	case 'N', 'F':
		return number(bytes.Trim(raw, " \x00"))
	case 'D':
		return date(bytes.Trim(raw, " \x00"))
	case 'L':
		return logical(raw[0])
	case 'M', 'G', 'P':
		return memo(raw)
	case 'B':
		if !s.t.fox {
			return memo(raw)
		}
	}
	if b, ok := binaryValue(f.typ, raw); ok {
		return b
	}
	return cells.Cell{Text: s.decode(bytes.TrimRight(raw, " \x00"), column)}
}

// number is a number written out; a field too narrow for it holds asterisks.
func number(raw []byte) cells.Cell {
	c := cells.Cell{Text: raw}
	digits, points := 0, 0
	for _, b := range bytes.TrimLeft(raw, "-+") {
		switch {
		case b >= '0' && b <= '9':
			digits++
		case b == '.':
			points++
		default:
			if b == '*' {
				c.Kind = cells.Fault
			}
			return c // a comma, or an exponent: read as text is
		}
	}
	if digits > 0 && points <= 1 && raw[0] != '+' {
		c.Kind = cells.Number
	}
	return c
}

func date(raw []byte) cells.Cell {
	if len(bytes.Trim(raw, "0")) == 0 {
		return cells.Cell{}
	}
	t, err := time.Parse("20060102", string(raw))
	if err != nil {
		return cells.Cell{Text: raw, Kind: cells.Fault}
	}
	return cells.Cell{Text: t.AppendFormat(nil, time.DateOnly), Kind: cells.Date}
}

func logical(b byte) cells.Cell {
	switch b {
	case 'T', 't', 'Y', 'y':
		return cells.Cell{Text: []byte("1"), Kind: cells.Bool}
	case 'F', 'f', 'N', 'n':
		return cells.Cell{Text: []byte("0"), Kind: cells.Bool}
	}
	return cells.Cell{} // blank or "?": not known
}

// memo is a place in the memo file, which is not at hand.
func memo(raw []byte) cells.Cell {
	if len(bytes.Trim(raw, " 0\x00")) == 0 {
		return cells.Cell{}
	}
	return cells.Cell{Kind: cells.Fault}
}

// binary reads the types that are no text.
func binaryValue(typ byte, raw []byte) (cells.Cell, bool) {
	switch {
	case typ == 'I' && len(raw) == 4:
		return cells.Cell{Text: strconv.AppendInt(nil, int64(int32(binary.LittleEndian.Uint32(raw))), 10), Kind: cells.Number}, true
	case typ == '+' && len(raw) == 4:
		return cells.Cell{Text: strconv.AppendInt(nil, int64(int32(binary.BigEndian.Uint32(raw)^1<<31)), 10), Kind: cells.Number}, true
	case typ == 'Y' && len(raw) == 8:
		return cells.Cell{Text: tenThousandths(int64(binary.LittleEndian.Uint64(raw))), Kind: cells.Number}, true
	case (typ == 'B' || typ == 'O') && len(raw) == 8:
		v := math.Float64frombits(binary.LittleEndian.Uint64(raw))
		if math.IsNaN(v) || math.Abs(v) >= 1e40 {
			return cells.Cell{Kind: cells.Fault}, true
		}
		return cells.Cell{Text: strconv.AppendFloat(nil, v, 'f', -1, 64), Kind: cells.Number}, true
	case (typ == 'T' || typ == '@') && len(raw) == 8:
		return moment(binary.LittleEndian.Uint32(raw), binary.LittleEndian.Uint32(raw[4:])), true
	}
	return cells.Cell{}, false
}

// tenThousandths writes a sum of money as FoxPro keeps it.
func tenThousandths(n int64) []byte {
	out := []byte{}
	u := uint64(n)
	if n < 0 {
		out, u = append(out, '-'), -u
	}
	out = strconv.AppendUint(out, u/10_000, 10)
	if rest := u % 10_000; rest > 0 {
		out = append(out, '.')
		out = append(out, strconv.Itoa(int(10_000 + rest))[1:]...)
	}
	return out
}

// moment is a day by the Julian count and milliseconds of it.
func moment(day, ms uint32) cells.Cell {
	if day == 0 {
		return cells.Cell{}
	}
	const unixDay, last = 2_440_588, 5_373_484 // 1970-01-01, 9999-12-31
	if day > last || ms > 86_400_000 {
		return cells.Cell{Kind: cells.Fault}
	}
	t := time.Unix(0, 0).UTC().AddDate(0, 0, int(day)-unixDay).Add(time.Duration(ms) * time.Millisecond)
	layout := time.DateOnly
	if ms >= 1000 {
		layout = "2006-01-02T15:04:05"
	}
	return cells.Cell{Text: t.AppendFormat(nil, layout), Kind: cells.Date}
}
