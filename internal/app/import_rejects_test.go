package app_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
	"briefing/internal/project"
)

// mendCase is a file with cells that can't be read, and what they should be.
type mendCase struct {
	name    string
	file    func(t *testing.T, bad map[string]string) []byte // cells stand as bad has them
	bad     map[string]string                                // good → bad
	options app.ImportOptions
	guess   bool // the shape is guessed at from the good file
	ext     string
	files   int // written, 1 when not said
}

// spoiled gives rows with cells spoiled.
func spoiled(rows [][]string, bad map[string]string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, c := range row {
			if b, ok := bad[c]; ok {
				c = b
			}
			out[i] = append(out[i], c)
		}
	}
	return out
}

func usual(x importertest.Text, rows [][]string) func(*testing.T, map[string]string) []byte {
	return func(t *testing.T, bad map[string]string) []byte { return x.Write(t, spoiled(rows, bad)) }
}

// ftsRows have two rows of one key, a code that lacks its zero, a comma that
// decides how 12.345 is read.
func ftsRows(country string) [][]string {
	return [][]string{
		{"napr", "period", country, "tnved", "edizm", "Stoim", "Netto", "Kol", "Region", "Region_s"},
		{"ЭК", "01/2022", "CN", "0207120000", "", "1250,5", "610000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "01/2022", "CN", "0207120000", "", "12,345", "5000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "1"},
		{"ЭК", "01/2022", "CN", "0402100000", "", "7,5", "9000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "01/2022", "KZ", "207140000", "", "77,125", "12", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "02/2022", "CN", "1806310000", "", "99,5", "20000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
	}
}

var (
	ftsBad   = map[string]string{"12,345": "12.345", "KZ": "Лапутия", "02/2022": "13/2022"}
	ftsUnits = app.ImportOptions{}.Choose("thousand-usd", "kg", "", briefing.Period{})
)

var tradeMapRows = [][]string{
	{"Importers", "Exported value in 2022", "Exported value in 2023", "Exported value in 2024"},
	{"World", "60", "70", "80"},
	{"China", "10", "21", "32"},
	{"Türkiye", "13", "24", "0"},
	{"Kazakhstan", "16", "27", "38"},
}

func tradeMapPage(_ *testing.T, bad map[string]string) []byte {
	var b strings.Builder
	b.WriteString(`<table><tr><td colspan=6>List of importing markets for a product exported by Russian Federation</td></tr><tr><td>Product: 1512 Sunflower-seed oil</td></tr></table><table><tr><td>Unit : US Dollar thousand</td></tr></table><table id="grid">`)
	for _, row := range spoiled(tradeMapRows, bad) {
		b.WriteString("<tr>")
		for i, c := range row {
			color := ""
			if i == 3 && row[0] != "World" && row[0] != "Importers" {
				color = ` bgcolor="LightGreen"`
			}
			b.WriteString("<td" + color + ">" + c + "</td>")
		}
		b.WriteString("</tr>")
	}
	return []byte(b.String() + "</table>")
}

func mendCases() []mendCase {
	long := [][]string{
		{"Экспорт, тыс. долл.", "", "", ""},
		{"Страна", "Продукция", "2021 г.", "2022 г."},
		{"Китай", "Мука", "1,5", "2,25"},
		{"", "Масло", "3,5", "4,75"},
		{"Индия", "Мука", "5,5", "6,125"},
	}
	sheets := func(t *testing.T, bad map[string]string) []byte {
		rows := func(a, b string) [][]any {
			return importertest.Strings(spoiled([][]string{{"Страна", "Стоимость, тыс. долл.", "Вес, тонн"}, {"Китай", a, "7"}, {"Индия", b, "8"}}, bad))
		}
		return importertest.Workbook(t, importertest.Sheet{Name: "2021", Rows: rows("1,5", "2,75")}, importertest.Sheet{Name: "2022", Rows: rows("3,5", "4,125")})
	}
	numbers := func(t *testing.T, bad map[string]string) []byte {
		rows := importertest.Strings(spoiled(ftsRows("nastranapr"), bad))
		for _, r := range rows[1:] {
			r[6] = 1234.5 // numbers beside texts
		}
		return importertest.Workbook(t, importertest.Sheet{Name: "Данные", Rows: rows})
	}
	return []mendCase{
		{name: "text", file: usual(importertest.Text{Delimiter: '\t'}, ftsRows("nastranapr")), bad: ftsBad, options: ftsUnits, ext: ".csv"},
		{name: "text into a workbook", file: usual(importertest.Text{Delimiter: '\t'}, ftsRows("nastranapr")), bad: ftsBad, options: ftsUnits, ext: ".xlsx"},
		{name: "text in cp1251", file: usual(importertest.Text{Delimiter: ';', Encoding: decode.CP1251, QuoteAll: true}, ftsRows("nastranapr")), bad: ftsBad, options: ftsUnits, ext: ".csv"},
		{name: "workbook", file: numbers, bad: ftsBad, options: ftsUnits, ext: ".xlsx"},
		{name: "workbook into a text", file: numbers, bad: ftsBad, options: ftsUnits, ext: ".csv"},
		{name: "old workbook", file: func(_ *testing.T, bad map[string]string) []byte {
			return importertest.XLS(spoiled(ftsRows("nastranapr"), bad), 1000, nil, nil)
		}, bad: ftsBad, options: ftsUnits, ext: ".xlsx"},
		{name: "dBase", file: func(t *testing.T, bad map[string]string) []byte {
			return importertest.DBF{Encoding: decode.CP866, Driver: 0x65}.Write(t, spoiled(ftsRows("strana"), bad))
		}, bad: ftsBad, options: ftsUnits, ext: ".csv"},
		{name: "page", file: tradeMapPage, bad: map[string]string{"21": "2l", "24": "2A", "38": "З8"}, ext: ".csv"},
		{name: "page, a partner", file: tradeMapPage, bad: map[string]string{"Kazakhstan": "Лапутия"}, ext: ".csv"},
		{name: "wide table, filled down", file: usual(importertest.Text{Delimiter: ';'}, long), bad: map[string]string{"4,75": "4,7б", "5,5": "5;5"}, guess: true, ext: ".csv"},
		{name: "sheets", file: sheets, bad: map[string]string{"2,75": "2,7б", "3,5": "З,5"}, guess: true, ext: ".xlsx"},
		{name: "sheets into texts", file: sheets, bad: map[string]string{"2,75": "2,7б", "3,5": "З,5"}, guess: true, ext: ".csv", files: 2},
		{name: "archive", file: func(t *testing.T, bad map[string]string) []byte {
			x := importertest.Text{Delimiter: '\t'}
			second := spoiled(ftsRows("nastranapr"), map[string]string{"01/2022": "03/2022", "02/2022": "04/2022"})
			return importertest.Zip(t, importertest.Entry("a.csv", x.Write(t, spoiled(ftsRows("nastranapr"), bad))), importertest.Entry("b.csv", x.Write(t, spoiled(second, map[string]string{"7,5": "7,S"}))))
		}, bad: map[string]string{"12,345": "12.345"}, options: ftsUnits, ext: ".xlsx"},
	}
}

// held is what the project holds, without where it came from.
func held(t *testing.T, p *app.Project) string {
	t.Helper()
	v := view(t, p, app.TradeQuery{})
	var rows []string
	for i := range v.Len() {
		r := v.At(i)
		o := r.Observation
		rows = append(rows, strings.Join([]string{string(o.Flow), o.Reporter, o.Partner, o.Region, o.Code, o.Product, o.Period.String(), o.Value.Decimal.Trim(0).String(), o.Currency, o.NetWeight.Decimal.Trim(0).String(), string(o.Status)}, " "))
	}
	slices.Sort(rows)
	return strings.Join(rows, "\n")
}

func bring(t *testing.T, p *app.Project, path string, o app.ImportOptions) app.Imported {
	t.Helper()
	out, err := p.Import(context.Background(), path, o)
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	if r := out.Report; r.Read != r.Stored+r.AsideRows()+len(r.Rejected) {
		t.Errorf("%d read = %d + %d + %d", r.Read, r.Stored, r.AsideRows(), len(r.Rejected))
	}
	return out
}

// Rejected rows are saved, mended and read again: the project then holds what
// it would if the file had been sound, whatever the file is.
func TestRejectedRowsAreMendedAndReadAgain(t *testing.T) {
	for _, c := range mendCases() {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write := func(name string, bad map[string]string) string {
				path := filepath.Join(dir, name)
				data := c.file(t, bad)
				if c.name == "archive" && bad == nil {
					data = importertest.Zip(t, importertest.Entry("a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsRows("nastranapr"))),
						importertest.Entry("b.csv", importertest.Text{Delimiter: '\t'}.Write(t, spoiled(ftsRows("nastranapr"), map[string]string{"01/2022": "03/2022", "02/2022": "04/2022"}))))
				}
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				return path
			}
			sound, p := open(t), open(t)
			good := write("export-good.dat", nil)
			if c.guess {
				g, err := sound.GuessShape(context.Background(), good)
				if err != nil {
					t.Fatal(err)
				}
				g.Shape.Constants.Reporter = "RU"
				c.options.Shape = &g.Shape
			}
			bring(t, sound, good, c.options)
			want := held(t, sound)
			first := bring(t, p, write("export-bad.dat", c.bad), c.options)
			n := len(first.Report.Rejected)
			if n == 0 || held(t, p) == want {
				t.Fatalf("nothing was rejected: %+v", first.Report)
			}
			paths, err := p.SaveRejects(context.Background(), first, filepath.Join(dir, "mend"+c.ext), briefing.RU)
			if err != nil || len(paths) != max(1, c.files) {
				t.Fatalf("%v, %v", paths, err)
			}
			if lost := missing(p); lost == 0 {
				t.Error("nothing says that rows are missing")
			}
			fix := map[string]string{}
			for good, bad := range c.bad {
				fix[bad] = good
			}
			if c.name == "archive" {
				fix["7,S"] = "7,5"
			}
			stored := 0
			for _, path := range paths {
				mine := fix
				if len(paths) > 1 {
					mine = there(t, path, fix)
				}
				importertest.Mend(t, path, mine)
				again := bring(t, p, path, app.ImportOptions{})
				stored += again.Report.Stored
				if again.Import.Source != first.Import.Source || again.Import.Profile != first.Import.Profile || len(again.Report.Rejected) > 0 {
					t.Errorf("source %s, profile %s, rejected %+v", again.Import.Source, again.Import.Profile, again.Report.Rejected)
				}
			}
			if stored != n {
				t.Errorf("%d stored of %d rejected", stored, n)
			}
			if lost, by := missing(p), noted(p, first.Import.ID); lost > 0 || !strings.Contains(by, filepath.Base(paths[0])) {
				t.Errorf("%d notes say that rows are missing; %q", lost, by)
			}
			if got := held(t, p); got != want {
				t.Errorf("holds\n%s\nwant\n%s", got, want)
			}
			for _, path := range paths { // the same rows in another file
				if c.ext == ".csv" {
					importertest.Mend(t, path, map[string]string{"\r\n": "\n"})
				}
				if again := bring(t, p, path, app.ImportOptions{}); !again.Unchanged || held(t, p) != want {
					t.Errorf("again: %+v", again.Report)
				}
			}
		})
	}
}

// missing counts what the notes of imports say of missing rows.
func missing(p *app.Project) (n int) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			n += strings.Count(i.Note.RU, "неполны")
		}
	})
	return n
}

// noted is what the note of an import says.
func noted(p *app.Project, id briefing.ID) (note string) {
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if i.ID == id {
				note = i.Note.RU
			}
		}
	})
	return note
}

// there are the texts of a file among those given.
func there(t *testing.T, path string, texts map[string]string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for k, v := range texts {
		if strings.Contains(string(b), k) {
			out[k] = v
		}
	}
	return out
}

// Rows that are still wrong are rejected again, with their places in the file
// at hand, and can be saved again; the line on top may be lost.
func TestRejectedRowsCanBeSavedTwice(t *testing.T) {
	p, dir := open(t), t.TempDir()
	path := filepath.Join(dir, "export.csv")
	rows := importertest.Text{Delimiter: '\t'}.Write(t, spoiled(ftsRows("nastranapr"), ftsBad))
	if err := os.WriteFile(path, rows, 0o600); err != nil {
		t.Fatal(err)
	}
	save := func(in app.Imported, name string) string {
		paths, err := p.SaveRejects(context.Background(), in, filepath.Join(dir, name), briefing.EN)
		if err != nil || len(paths) != 1 {
			t.Fatalf("%v, %v", paths, err)
		}
		return paths[0]
	}
	first := bring(t, p, path, ftsUnits)
	one := save(first, "one.csv")
	importertest.Mend(t, one, map[string]string{"Лапутия": "KZ"})
	second := bring(t, p, one, app.ImportOptions{})
	var places []string
	for _, r := range second.Report.Rejected {
		places = append(places, strings.Join([]string{r.File, r.Text, r.Reason}, " ")+" "+string(rune('0'+r.Line))+":"+string(rune('0'+r.Column)))
	}
	if got := strings.Join(places, ", "); got != "one.csv 12.345 number 3:9, one.csv 13/2022 period 5:5" || second.Report.Stored != 1 {
		t.Errorf("rejected again: %s", got)
	}
	two := save(second, "two.csv")
	importertest.Mend(t, two, map[string]string{"12.345": "12,345"})
	third := bring(t, p, two, app.ImportOptions{})
	three := save(third, "three.csv")
	b, err := os.ReadFile(three)
	if err != nil {
		t.Fatal(err)
	}
	_, bare, _ := strings.Cut(strings.ReplaceAll(string(b), "13/2022", "02/2022"), "\r\n")
	bare = strings.ReplaceAll(bare, "Reason for rejection;Line in the file;Column in the file;", "")
	lines := strings.Split(bare, "\r\n")
	for i := 1; i < len(lines); i++ {
		if at := strings.Index(lines[i], "ЭК"); at > 0 {
			lines[i] = lines[i][at:]
		}
	}
	if err := os.WriteFile(three, []byte(strings.Join(lines, "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	if bare := bring(t, p, three, ftsUnits); bare.Report.Stored != 1 || len(strings.Split(held(t, p), "\n")) != 5 {
		t.Errorf("without the line on top: %+v", bare.Report)
	}
}

func TestRejectedRowsOfAChangedFileAreNotSaved(t *testing.T) {
	p, dir := open(t), t.TempDir()
	path := filepath.Join(dir, "export.csv")
	write := func(bad map[string]string) {
		if err := os.WriteFile(path, importertest.Text{Delimiter: '\t'}.Write(t, spoiled(ftsRows("nastranapr"), bad)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(ftsBad)
	in := bring(t, p, path, ftsUnits)
	write(nil)
	if paths, err := p.SaveRejects(context.Background(), in, filepath.Join(dir, "r.csv"), briefing.RU); briefing.CodeOf(err) != briefing.CodeChangedSince || len(paths) > 0 {
		t.Errorf("%v, %v", paths, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "r.csv")); err == nil {
		t.Error("a file was written")
	}
	whole := bring(t, open(t), path, ftsUnits)
	if paths, err := p.SaveRejects(context.Background(), whole, filepath.Join(dir, "r.csv"), briefing.RU); err != nil || len(paths) > 0 {
		t.Errorf("nothing rejected: %v, %v", paths, err)
	}
}

// A row of our own workbook of records comes back as the record it is of.
func TestRejectedRecordsAreMendedAndReadAgain(t *testing.T) {
	p := example(t)
	first := ""
	path := sheetOf(t, p, briefing.KindEvent, func(id, key, value string) string {
		if first == "" {
			first = id
		}
		switch {
		case id == first && key == "title_ru":
			return "Переговоры о поставках"
		case id == first && key == "status":
			return "решается"
		}
		return value
	})
	in := bring(t, p, path, app.ImportOptions{})
	if len(in.Report.Rejected) != 1 || !in.Unchanged {
		t.Fatalf("%+v", in.Report)
	}
	paths, err := p.SaveRejects(context.Background(), in, filepath.Join(t.TempDir(), app.RejectsName(in)), briefing.RU)
	if err != nil || len(paths) != 1 || !strings.HasSuffix(paths[0], "book-rejected.xlsx") {
		t.Fatalf("%v, %v", paths, err)
	}
	importertest.Mend(t, paths[0], map[string]string{"решается": "planned"})
	again := bring(t, p, paths[0], app.ImportOptions{Decision: app.Replace})
	r, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: briefing.ID(first)})
	if e, ok := r.(*briefing.Event); err != nil || !ok || e.Title.RU != "Переговоры о поставках" || again.Report.Read != 1 || again.Report.Stored != 1 {
		t.Errorf("%+v, %v, %+v", r, err, again.Report)
	}
}

// A subheading that was mended does not count a second time what its heading,
// stored while it was missing, holds already.
func TestAMendedRowOfAnotherLevelIsNotCountedTwice(t *testing.T) {
	p := open(t)
	path := saved(t, "levels.csv", customs+customsRow("01/2022", "0207", "300")+customsRow("01/2022", "020712", "100")+customsRow("01/2022", "020714", "2OO")+customsRow("02/2022", "0402", "5O"))
	in := mustTake(t, p, path, "")
	if got := shown(t, p); got != "levels 2022-01 0207 300" || len(in.Report.Rejected) != 2 {
		t.Fatalf("%s, %+v", got, in.Report)
	}
	paths, err := p.SaveRejects(context.Background(), in, filepath.Join(t.TempDir(), "r.csv"), briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	importertest.Mend(t, paths[0], map[string]string{"2OO": "200", "5O": "50"})
	again := bring(t, p, paths[0], app.ImportOptions{})
	if got := shown(t, p); got != "levels 2022-01 0207 300, r 2022-02 0402 50" || again.Report.Stored != 1 || again.Report.AsideRows() != 1 {
		t.Errorf("%s, %+v", got, again.Report)
	}
}

// What is missing of a period is told of sums of its rows, with the file.
func TestMissingRowsAreToldOfFigures(t *testing.T) {
	p := open(t)
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, importertest.Text{Delimiter: '\t'}.Write(t, spoiled(ftsRows("nastranapr"), map[string]string{"99,5": "99,5O", "KZ": "Лапутия"})), 0o600); err != nil {
		t.Fatal(err)
	}
	bring(t, p, path, ftsUnits)
	for from, want := range map[string]string{"2022-01": "x.csv: Загружены не все строки файла (период — январь 2022\u00a0г.): суммы за него могут быть неполны.", "2022-02": ""} {
		of := briefing.Per(from)
		if got := strings.Join(p.MissingRows(figure.Filter{From: of.Start(), To: of.End()}, briefing.RU), "|"); got != want {
			t.Errorf("%s: %q", from, got)
		}
	}
}
