package importer_test

import (
	"bytes"
	"testing"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/dbf"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/delimited"
	"briefing/internal/importer/htmltable"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/ods"
	"briefing/internal/importer/xls"
	"briefing/internal/importer/xlsx"
)

// Every reader passes the suite, text in every encoding that has the letters.
func TestReadersConform(t *testing.T) {
	for _, e := range []decode.Encoding{decode.UTF8, decode.UTF8BOM, decode.UTF16LE, decode.UTF16BE, decode.GB18030} {
		for _, d := range delimited.Delimiters() {
			t.Run(string(e)+" delimited by "+string(rune(d)), func(t *testing.T) {
				w := importertest.Text{Delimiter: d, Encoding: e}
				importertest.Conform(t, importertest.Format{
					Write: func(rows [][]string) []byte { return w.Write(t, rows) },
					Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
						in := cells.Section("f", bytes.NewReader(data), int64(len(data)))
						return []cells.Table{delimited.Table{Input: in, Encoding: e, Delimiter: d, Limits: l}}, nil
					},
				})
			})
		}
	}
	t.Run("html", func(t *testing.T) {
		importertest.Conform(t, importertest.Format{
			Whole: true,
			Write: importertest.Page,
			Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
				p, err := htmltable.Open(t.Context(), cells.Section("f", bytes.NewReader(data), int64(len(data))), l, nil)
				if err != nil {
					return nil, err
				}
				return p.Tables(), nil
			},
		})
	})
	t.Run("dbf", func(t *testing.T) {
		importertest.Conform(t, importertest.Format{
			Whole: true, Fixed: true,
			Write: func(rows [][]string) []byte { return importertest.DBF{}.Write(t, rows) },
			Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
				table, err := dbf.Open(cells.Section("f", bytes.NewReader(data), int64(len(data))), l, nil)
				if err != nil {
					return nil, err
				}
				return []cells.Table{table}, nil
			},
		})
	})
	t.Run("xls", func(t *testing.T) {
		importertest.Conform(t, importertest.Format{
			Write: func(rows [][]string) []byte { return importertest.XLS(rows, 50, nil, nil) },
			Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
				b, err := xls.Open("f", bytes.NewReader(data), int64(len(data)), l)
				if err != nil {
					return nil, err
				}
				return b.Tables(), nil
			},
		})
	})
	t.Run("ods", func(t *testing.T) {
		importertest.Conform(t, importertest.Format{
			Whole: true,
			Write: func(rows [][]string) []byte { return importertest.ODS(t, rows) },
			Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
				b, err := ods.Open("f", bytes.NewReader(data), int64(len(data)), l)
				if err != nil {
					return nil, err
				}
				return b.Tables(), nil
			},
		})
	})
	t.Run("xlsx", func(t *testing.T) {
		importertest.Conform(t, importertest.Format{
			Whole: true,
			Write: func(rows [][]string) []byte {
				return importertest.Workbook(t, importertest.Sheet{Name: "s", Rows: importertest.Strings(rows)})
			},
			Open: func(data []byte, l cells.Limits) ([]cells.Table, error) {
				b, err := xlsx.Open("f", bytes.NewReader(data), int64(len(data)), l)
				if err != nil {
					return nil, err
				}
				return b.Tables(), nil
			},
		})
	})
}
