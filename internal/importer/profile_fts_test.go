package importer_test

import (
	"bytes"
	"slices"
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// What a table is, its content tells and not the kind of file it was saved as: the
// export as dBase, opened in a table program and saved, is what it was.
func TestFTSVariantBInOtherFiles(t *testing.T) {
	rows := ftsRows()
	rows[0] = slices.Clone(rows[0])
	rows[0][2] = "STRANA"
	want := "12 = 7 + duplicate 1 + total 1 + 8:2 period «13/2022» + 9:3 partner «QQ» + 10:6 number «12.345»"
	for name, data := range map[string][]byte{
		"DATTSVT.xlsx": importertest.Workbook(t, importertest.Sheet{Name: "DATTSVT", Rows: importertest.Strings(rows)}),
		"DATTSVT.xls":  importertest.XLS(rows, 5, nil, nil),
		"DATTSVT.ods":  importertest.ODS(t, rows),
		"DATTSVT.html": importertest.Page(rows),
		"DATTSVT.csv":  importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, replace(replace(rows, "«", "\""), "»", "\"")),
	} {
		res := mustLoad(t, name, data, thousandUSD)
		if got := account(res.Report); got != want || res.Preview.Profile != "fts-b" {
			t.Errorf("%s: got  %s\nwant %s (%s)", name, got, want, res.Preview.Profile)
		}
	}
}

// The archive of months has the same headers and years for periods: whatever it was
// saved as, the month is in the file's name, or is asked for.
func TestFTSVariantCInOtherFiles(t *testing.T) {
	rows := [][]string{
		{"NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL", "REGION", "REGION_S"},
		{"ЭК", "2021", "KZ", "9504500002", "796", "38333.71", "235.313", "495", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ"},
	}
	for name, data := range map[string][]byte{
		"2021-05.xlsx": importertest.Workbook(t, importertest.Sheet{Name: "1", Rows: importertest.Strings(rows)}),
		"2021-05.csv":  importertest.Text{Delimiter: ','}.Write(t, rows),
	} {
		res := mustLoad(t, name, data, thousandUSD)
		if o := res.Figures.At(0); res.Preview.Profile != "fts-c" || o.Period.String() != "2021-05" {
			t.Errorf("%s: %s, %v", name, res.Preview.Profile, o.Period)
		}
		rec, err := importer.Recognise(t.Context(), "archive"+name[7:], bytes.NewReader(data), int64(len(data)), thousandUSD)
		if err != nil || !slices.Equal(rec.Needs, []string{"period"}) {
			t.Errorf("archive%s: %v %v", name[7:], err, rec)
		}
	}
}
