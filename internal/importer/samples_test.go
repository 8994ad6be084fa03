package importer_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
)

// sample gives the path of a real file beside the repository. Their contents
// belong to others and are never copied into it.
func sample(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "samples", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("sample %s is not there", name)
	}
	return path
}

func read(t *testing.T, path string, o importer.Options) *importer.Result {
	t.Helper()
	res, err := importer.ReadFile(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// sums gives value and weight by the dimensions, "key/key value weight".
func sums(t *testing.T, s *figure.Set, f figure.Filter, by ...figure.Dimension) []string {
	t.Helper()
	groups, err := s.Aggregate(f, by)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range groups {
		line := ""
		for _, k := range g.Keys {
			line += k + " "
		}
		line += g.Value.Decimal.String()
		if g.Weight.Valid {
			line += " " + g.Weight.Decimal.String()
		}
		out = append(out, line)
	}
	return out
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

// The expected numbers come from a few lines of Python over its csv module.
func TestSampleComtradeLegacy(t *testing.T) {
	res := read(t, sample(t, "comtrade_legacy_2015_2018.csv"), importer.Options{})
	if r := res.Report; r.Read != 2519 || r.Stored != 2519 || len(r.SetAside) != 0 || len(r.Rejected) != 0 {
		t.Errorf("report: %+v", r)
	}
	equal(t, "imports of China from Russia", sums(t, res.Figures, figure.Filter{Partner: "RU", Flow: figure.Import, Reporter: "CN"}, "year"),
		[]string{"2015 33258662857", "2016 32260147552", "2017 41390293056", "2018 58886549221"})
	equal(t, "exports of China to Russia", sums(t, res.Figures, figure.Filter{Partner: "RU", Flow: figure.Export, Reporter: "CN"}, "year"),
		[]string{"2015 34756877250", "2016 37339600736", "2017 42830599817", "2018 48005202953"})
	equal(t, "all", sums(t, res.Figures, figure.Filter{}), []string{"1843330709906"})
	if o := res.Figures.At(0); o.Classification != "SITC4" || o.Level != 2 || o.Code != "00" || o.Currency != "USD" || o.NetWeight.Valid || o.Quantity.Valid {
		t.Errorf("first row: %+v", o)
	}
	equal(t, "notes", res.Report.Notes, []string{importer.NoteOtherClass, importer.NoteZeroWeight})
	if res.Import.Profile != "comtrade-legacy" || res.Import.Dimensions != "SITC4" || res.Preview.Score != 100 {
		t.Errorf("import %+v, score %d", res.Import, res.Preview.Score)
	}
	if _, err := res.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"hs2"}); briefing.CodeOf(err) != briefing.CodeMixed {
		t.Errorf("hs2 over SITC: %v", err)
	}
}

func TestSampleChineseCustoms(t *testing.T) {
	in := read(t, sample(t, "gacc_2024_import.csv"), importer.Options{})
	if r := in.Report; r.Read != 36 || r.Stored != 36 {
		t.Errorf("report: %+v", r)
	}
	equal(t, "imports", sums(t, in.Figures, figure.Filter{Flow: figure.Import, Currency: "CNY", Basis: "CIF", Reporter: "CN"}), []string{"359701179444 100883410028"})
	equal(t, "partners", sums(t, in.Figures, figure.Filter{}, "partner"),
		[]string{"AR 14830734215 4101931074", "BR 259240199873 74647328876", "US 85630245356 22134150078"})
	if o := in.Figures.At(0); o.Classification != "CN-HS" || o.Level != 8 || o.Period != briefing.Month(2024, 1) || o.Quantity.Valid || o.Line != 2 {
		t.Errorf("first row: %+v", o)
	}
	equal(t, "notes", in.Report.Notes, []string{importer.NoteBasis, importer.NoteFlow})
	if p := in.Preview; p.Encoding != "gb18030" || p.Delimiter != "," || p.HeaderRow != 1 {
		t.Errorf("preview: %+v", p)
	}
	out := read(t, sample(t, "gacc_2025_export.csv"), importer.Options{})
	if r := out.Report; r.Read != 23 || r.Stored != 23 {
		t.Errorf("report: %+v", r)
	}
	equal(t, "exports", sums(t, out.Figures, figure.Filter{Flow: figure.Export, Basis: "FOB"}, "partner"),
		[]string{"BR 89 11", "US 5477157 511354"})
}

// A file that was imported before stores nothing and says so.
func TestSampleTwiceChangesNothing(t *testing.T) {
	path := sample(t, "gacc_2024_import.csv")
	first := read(t, path, importer.Options{})
	again := read(t, path, importer.Options{Known: func(hash string) bool { return hash == first.Import.Hash }})
	if r := again.Report; r.Read != 36 || r.Stored != 0 || again.Figures.Len() != 0 || r.AsideRows() != 36 || r.SetAside[0].Reason != importer.AsideUnchanged {
		t.Errorf("second time: %+v", r)
	}
}

// Files that are no tables of trade are refused by name, not guessed at.
func TestSamplesThatAreNoTrade(t *testing.T) {
	tests := map[string]briefing.Code{
		"press_note_2023-03-20.txt": briefing.CodeNoHeader,
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := importer.ReadFile(context.Background(), sample(t, name), importer.Options{})
			if briefing.CodeOf(err) != want {
				t.Errorf("got %v, want code %s", err, want)
			}
		})
	}
}
