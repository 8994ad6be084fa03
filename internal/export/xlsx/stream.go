package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// stream is the library's stream of the rows of a sheet. Numbers go through it as
// table programs save them: of fifteen digits, rounded. The library itself cuts
// what goes on behind these.
type stream struct{ *excelize.StreamWriter }

func newStream(f *excelize.File, sheet string) (stream, error) {
	sw, err := f.NewStreamWriter(sheet)
	return stream{sw}, err
}

// SetRow writes a row from the cell on; numbers among the values become rounded.
func (s stream) SetRow(cell string, values []any, opts ...excelize.RowOpts) error {
	for i, v := range values {
		switch v := v.(type) {
		case float64:
			values[i] = saved(v)
		case excelize.Cell:
			if n, ok := v.Value.(float64); ok {
				v.Value = saved(n)
				values[i] = v
			}
		case *excelize.Cell:
			if n, ok := v.Value.(float64); ok {
				v.Value = saved(n)
			}
		}
	}
	return s.StreamWriter.SetRow(cell, values, opts...)
}

// saved is the number as table programs save it.
func saved(v float64) float64 {
	if n, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64); err == nil {
		return n
	}
	return v
}
