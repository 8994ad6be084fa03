package decode_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

const (
	russian = "Период;Страна;Товар;Стоимость\n2022;Китай;Мясо и субпродукты домашней птицы;1250,5\n2022;Казахстан;Молоко и сливки;18,2\n"
	short   = "Год;Вес\n2022;7\n"
	capital = "НАПР;СТРАНА\nЭК;КАЗАХСТАН\nИМ;БЕЛАРУСЬ\n"
	chinese = "\"数据年月\",\"贸易伙伴名称\",\"商品名称\",\n\"202401\",\"巴西\",\"转基因黄大豆\",\n\"202401\",\"俄罗斯\",\"冻鸡爪\",\n"
	western = "reporter,partner,value\nCuraçao,Türkiye,1\nCôte d'Ivoire,Réunion,2\n"
	one     = "reporter,partner,value\nNetherlands,Türkiye,1\n"
)

func detect(t testing.TB, data []byte, words func(string) int) decode.Encoding {
	t.Helper()
	in := cells.Section("f", bytes.NewReader(data), int64(len(data)))
	e, err := decode.Detect(in, words)
	if err != nil {
		t.Fatal(err)
	}
	if p, sure, err := decode.Presume(in, words); err != nil || p != e || !sure && (p != decode.UTF8 || len(data) <= decode.Presumed) {
		t.Errorf("presumed %s, sure %v, error %v; it is %s", p, sure, err, e)
	}
	return e
}

func encode(t testing.TB, e decode.Encoding, s string) []byte {
	t.Helper()
	b, err := e.Codec().NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	tests := map[string]struct {
		text string
		as   decode.Encoding
	}{
		"Russian as UTF-8":                        {russian, decode.UTF8},
		"Russian as UTF-8 with a mark":            {russian, decode.UTF8BOM},
		"Russian as CP1251":                       {russian, decode.CP1251},
		"Russian as CP866":                        {russian, decode.CP866},
		"Russian as UTF-16":                       {russian, decode.UTF16LE},
		"Russian as UTF-16 of the other order":    {russian, decode.UTF16BE},
		"short Russian as CP1251":                 {short, decode.CP1251},
		"short Russian as CP866":                  {short, decode.CP866},
		"capitals as CP1251":                      {capital, decode.CP1251},
		"capitals as CP866":                       {capital, decode.CP866},
		"Chinese as GB18030":                      {chinese, decode.GB18030},
		"Chinese as UTF-8":                        {chinese, decode.UTF8},
		"a few accented letters as CP1252":        {western, decode.CP1252},
		"one accented letter as CP1252":           {one, decode.CP1252},
		"plain ASCII is UTF-8":                    {"a,b\n1,2\n", decode.UTF8},
		"the accented letter far behind the head": {strings.Repeat("a,b,1\n", 50_000) + "Curaçao,b,1\n", decode.CP1252},
		"the Russian letters far behind the head": {strings.Repeat("a,b,1\n", 50_000) + russian, decode.CP1251},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := detect(t, encode(t, tt.as, tt.text), nil); got != tt.as {
				t.Errorf("got %s, want %s", got, tt.as)
			}
		})
	}
}

// A header's word outweighs what letters suggest.
func TestKnownWordsDecide(t *testing.T) {
	data := encode(t, decode.CP866, "Вес\n")
	words := func(s string) int { return strings.Count(s, "Вес") }
	if got := detect(t, data, words); got != decode.CP866 {
		t.Errorf("got %s", got)
	}
}

// A spoilt byte in UTF-8 leaves it UTF-8, so that only its row is lost.
func TestSpoiltUTF8StaysUTF8(t *testing.T) {
	if got := detect(t, []byte(strings.Repeat(russian, 20)+"\xff\n"), nil); got != decode.UTF8 {
		t.Errorf("got %s", got)
	}
}

// What is written in any encoding is read back.
func TestReaderReadsBack(t *testing.T) {
	for _, e := range decode.Encodings() {
		text := russian
		switch e {
		case decode.CP1252:
			text = western
		case decode.GB18030:
			text = chinese
		}
		text = strings.Repeat(text, 3000)
		got, err := io.ReadAll(e.Reader(bytes.NewReader(encode(t, e, text))))
		if err != nil || string(got) != text {
			t.Errorf("%s: %d bytes of %d, %v", e, len(got), len(text), err)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for i, s := range []string{russian, chinese, western, "\xff\xfe\x00", "\xef\xbb\xbfa", "\x81\x30\x81\x30"} {
		importertest.Seed(f, []string{"russian", "chinese", "western", "half-a-letter", "mark", "four-bytes"}[i], []byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e := detect(t, data, nil)
		if _, err := io.ReadAll(e.Reader(bytes.NewReader(data))); err != nil {
			t.Errorf("%s: %v", e, err)
		}
	})
}
