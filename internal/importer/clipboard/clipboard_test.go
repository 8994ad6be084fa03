package clipboard_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"briefing/internal/importer/clipboard"
	"briefing/internal/importer/importertest"
)

func dump(rows []clipboard.Row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%d", r.Line)
		for _, c := range r.Cells {
			fmt.Fprintf(&b, " [%s]", strings.ReplaceAll(c, "\n", "↵"))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"Excel's cells are parted by tabs":        {"a\tb\r\nc\td\r\n", "1 [a] [b]\n2 [c] [d]\n"},
		"trailing empty cells stay":               {"a\tb\t\t\r\nc\td\t\t\r\n", "1 [a] [b] [] []\n2 [c] [d] [] []\n"},
		"short rows are filled up":                {"Название\r\na\tb\r\n", "1 [Название] []\n2 [a] [b]\n"},
		"quoted cells hold line ends and quotes":  {"\"a\nb \"\"c\"\"\"\td\r\ne\tf\r\n", "1 [a↵b \"c\"] [d]\n3 [e] [f]\n"},
		"a quoted name keeps its marks":           {"\"Север\"\tx\r\n\"Юг\" и \"Север\"\ty\r\n", "1 [\"Север\"] [x]\n2 [\"Юг\" и \"Север\"] [y]\n"},
		"a quotation mark alone is text":          {"\"a\tb\nc\td", "1 [\"a] [b]\n2 [c] [d]\n"},
		"Word's line break is one inside a cell":  {"a\vb\tc\r\n", "1 [a↵b] [c]\n"},
		"Word's paragraphs in a cell are joined":  {"x\ty\tz\r\na\tb1\r\nb2\tc\r\n", "1 [x] [y] [z]\n2 [a] [b1↵b2] [c]\n"},
		"a title over a table is a row":           {"Таблица 1\r\na\tb\r\nc\td\r\n", "1 [Таблица 1] []\n2 [a] [b]\n3 [c] [d]\n"},
		"one column":                              {"Иванов\r\nПетров", "1 [Иванов]\n2 [Петров]\n"},
		"lines with equal semicolons are a table": {"Иванов; министр\nПетров; посол\n", "1 [Иванов] [министр]\n2 [Петров] [посол]\n"},
		"unequal semicolons are prose":            {"Обсуждены вино; мясо; зерно\nИтоги\n", "1 [Обсуждены вино; мясо; зерно]\n2 [Итоги]\n"},
		"one line with semicolons is a list":      {"Иванов; Петров; Сидоров;", "1 [Иванов]\n1 [Петров]\n1 [Сидоров]\n"},
		"one line with figures is a row":          {"Вывоз; 90 тыс. т; 2022", "1 [Вывоз] [90 тыс. т] [2022]\n"},
		"bars draw a table":                       {"| a | b |\n|---|---|\n| c | d |\n", "1 [a] [b]\n3 [c] [d]\n"},
		"quoted cells between semicolons":         {"\"a;b\";c\nd;e\n", "1 [a;b] [c]\n2 [d] [e]\n"},
		"nothing":                                 {"", ""},
		"no-break spaces stay":                    {"90\u00a0тыс.\u202fт\tx", "1 [90\u00a0тыс.\u202fт] [x]\n"},
	} {
		if got := dump(clipboard.Read(c.text)); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

// excel writes a table as Excel puts it on the clipboard.
func excel(table [][]string) string {
	var b strings.Builder
	for _, row := range table {
		for i, c := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(c, "\t\n\"") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func TestWhatExcelWritesComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	signs := []rune("aЖ中 \"\"\"\t\n;|,.–\u00a0\u202f9")
	for range 5000 {
		w, h := 1+r.IntN(5), 1+r.IntN(5)
		table := make([][]string, h)
		for i := range table {
			for range w {
				var cell []rune
				for range r.IntN(6) {
					cell = append(cell, signs[r.IntN(len(signs))])
				}
				table[i] = append(table[i], string(cell))
			}
		}
		text := excel(table)
		same(t, table, text, clipboard.Tabbed(text))
		if w > 1 { // a single column may be a list with separators
			same(t, table, text, clipboard.Read(text))
		}
	}
}

func same(t *testing.T, table [][]string, text string, rows []clipboard.Row) {
	t.Helper()
	var got [][]string
	line := 1
	for i, r := range rows {
		got = append(got, r.Cells)
		if r.Line != line {
			t.Fatalf("row %d of %q stands in line %d, want %d", i, text, r.Line, line)
		}
		line += 1 + strings.Count(strings.Join(r.Cells, ""), "\n")
	}
	if !reflect.DeepEqual(got, table) {
		t.Fatalf("%q gives %q, want %q", text, got, table)
	}
}

func FuzzRead(f *testing.F) {
	importertest.Seed(f, "quoted", "a\t\"b\nc\"\"\"\r\n\td")
	importertest.Seed(f, "drawn-with-bars", "| a | b |\n|---|---|\nc;d")
	importertest.Seed(f, "semicolons", "\"a;b\";c\n")
	importertest.Seed(f, "word-breaks", "a\vb\tc\r\nd1\r\nd2\te\r\n")
	importertest.Seed(f, "spaces", "90\u00a0тыс.\u202fт\tx\r\n\t\t\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows := clipboard.Read(text)
		kept := map[rune]int{}
		for _, r := range rows {
			if len(r.Cells) != len(rows[0].Cells) {
				t.Fatalf("%q: rows of different width", text)
			}
			for _, c := range r.Cells {
				for _, x := range c {
					kept[x]++
				}
			}
		}
		for _, x := range text { // letters and digits are never dropped
			if x >= '0' && x <= '9' || x >= 'a' && x <= 'z' || x >= 'А' && x <= 'я' {
				kept[x]--
				if kept[x] < 0 {
					t.Fatalf("%q: %q is lost", text, x)
				}
			}
		}
		table := make([][]string, 0, len(rows))
		for _, r := range rows {
			table = append(table, r.Cells)
		}
		if again := excel(table); len(table) > 0 {
			same(t, table, again, clipboard.Tabbed(again))
		}
	})
}
