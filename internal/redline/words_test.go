package redline_test

import (
	"strings"
	"testing"

	"briefing/internal/redline"
)

// marked writes the changed stretches in brackets.
func marked(list []redline.Stretch) string {
	var sb strings.Builder
	for _, s := range list {
		if s.Changed {
			sb.WriteString("[" + s.Text + "]")
			continue
		}
		sb.WriteString(s.Text)
	}
	return sb.String()
}

func plain(list []redline.Stretch) (s string) {
	for _, x := range list {
		s += x.Text
	}
	return s
}

func TestAnEditIsShownWordByWord(t *testing.T) {
	for name, c := range map[string]struct{ was, now, gone, come string }{
		"same":      {"Экспорт вырос.", "Экспорт вырос.", "Экспорт вырос.", "Экспорт вырос."},
		"one word":  {"Область отправила в Китай зерно.", "Область поставила в Китай зерно.", "Область [отправила] в Китай зерно.", "Область [поставила] в Китай зерно."},
		"a phrase":  {"вырос на треть за год", "сократился вдвое за год", "[вырос на треть] за год", "[сократился вдвое] за год"},
		"put in":    {"Экспорт вырос.", "Экспорт зерна вырос.", "Экспорт вырос.", "Экспорт [зерна ]вырос."},
		"cut":       {"Экспорт зерна, масла вырос.", "Экспорт масла вырос.", "Экспорт [зерна, ]масла вырос.", "Экспорт масла вырос."},
		"sign":      {"рост, но", "рост; но", "рост[,] но", "рост[;] но"},
		"Chinese":   {"对华出口增长。", "对华进口增长。", "对华[出]口增长。", "对华[进]口增长。"},
		"all":       {"", "Новый текст", "", "[Новый текст]"},
		"nothing":   {"", "", "", ""},
		"number":    {"около 90 тыс. т", "около 95 тыс. т", "около [90] тыс. т", "около [95] тыс. т"},
		"line feed": {"первая\nвторая", "первая\nтретья", "первая\n[вторая]", "первая\n[третья]"},
	} {
		gone, come := redline.Words(c.was, c.now)
		if marked(gone) != c.gone || marked(come) != c.come {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", name, marked(gone), marked(come), c.gone, c.come)
		}
	}
}

func TestALongEditIsShownAsAWhole(t *testing.T) {
	was, now := strings.Repeat("а б ", 9000), strings.Repeat("в б ", 9000)
	gone, come := redline.Words(was, now)
	if plain(gone) != was || plain(come) != now || !gone[0].Changed || len(gone) > 3 {
		t.Errorf("%d and %d stretches", len(gone), len(come))
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Область отправила", "Область поставила")
	f.Add("对华出口", "对华进口\n\t")
	f.Add("e\u0301 \xff", "\xff e")
	f.Fuzz(func(t *testing.T, was, now string) {
		if len(was)+len(now) > 4000 {
			return
		}
		gone, come := redline.Words(was, now)
		if plain(gone) != was || plain(come) != now {
			t.Fatalf("texts are not whole: %q %q", plain(gone), plain(come))
		}
		for _, list := range [][]redline.Stretch{gone, come} {
			for i, s := range list {
				if s.Text == "" || i > 0 && s.Changed == list[i-1].Changed || was == now && s.Changed {
					t.Fatalf("stretches %+v", list)
				}
			}
		}
	})
}
