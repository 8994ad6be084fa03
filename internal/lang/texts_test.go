package lang

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"briefing/internal/briefing"
)

// ownAreas are the files of this package, which hold several areas of keys.
var ownAreas = []string{"core", "records", "errors", "countries", "typed"}

// entry is one text with the file it stands in.
type entry struct{ file, key, value string }

func entries(t *testing.T, l briefing.Lang) []entry {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("texts", string(l), "*.toml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no texts for %s: %v", l, err)
	}
	var out []entry
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		err = readTexts(string(b), func(k, v string) { out = append(out, entry{p, k, v}) })
		if err != nil {
			t.Errorf("%s: %v", p, err)
		}
	}
	return out
}

func TestEveryFileIsTOMLAndReadsAsAFullReaderReadsIt(t *testing.T) {
	for _, l := range briefing.Langs() {
		paths, _ := filepath.Glob(filepath.Join("texts", string(l), "*.toml"))
		for _, p := range paths {
			var tree map[string]any
			if _, err := toml.DecodeFile(p, &tree); err != nil {
				t.Errorf("%s: %v", p, err)
				continue
			}
			want := map[string]string{}
			flatten("", tree, want)
			b, _ := os.ReadFile(p)
			got := map[string]string{}
			_ = readTexts(string(b), func(k, v string) { got[k] = v })
			for k, v := range want {
				if got[k] != v {
					t.Errorf("%s: %s is %q, want %q", p, k, got[k], v)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s: %d texts, want %d", p, len(got), len(want))
			}
		}
	}
}

func flatten(prefix string, tree map[string]any, out map[string]string) {
	for k, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			flatten(prefix+k+".", v, out)
		case string:
			out[prefix+k] = v
		}
	}
}

func TestEveryKeyStandsOnceAndStartsWithItsArea(t *testing.T) {
	for _, l := range briefing.Langs() {
		seen := map[string]string{}
		for _, e := range entries(t, l) {
			if other, ok := seen[e.key]; ok {
				t.Errorf("%s: %s stands in %s too", e.file, e.key, other)
			}
			seen[e.key] = e.file
			area := strings.TrimSuffix(filepath.Base(e.file), ".toml")
			if !slices.Contains(ownAreas, area) && !strings.HasPrefix(e.key, area+".") {
				t.Errorf("%s: %s must start with %q", e.file, e.key, area+".")
			}
		}
	}
}

var forms = []string{".one", ".few", ".many", ".other"}

// stem is the key of a plural text without its form; ok tells whether it is one.
func stem(key string) (string, bool) {
	for _, f := range forms {
		if s, ok := strings.CutSuffix(key, f); ok {
			return s, true
		}
	}
	return key, false
}

// vocabulary are keys whose texts are lists of words, which differ by nature.
func vocabulary(key string) bool {
	return strings.HasPrefix(key, "typed.") || strings.HasPrefix(key, "scale.zh.") || strings.HasPrefix(key, "phrase.case.") || strings.HasPrefix(key, "phrase.again.")
}

func TestEveryTextExistsInThreeLanguages(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, e := range entries(t, l) {
			if vocabulary(e.key) {
				continue
			}
			for _, other := range briefing.Langs() {
				if _, ok := lookup(other, e.key); ok {
					continue
				}
				s, plural := stem(e.key)
				_, form := lookup(other, s+".other")
				_, plain := lookup(other, s)
				if !plural || !form && !plain {
					t.Errorf("%s: %s has no text in %q", e.file, e.key, other)
				}
			}
		}
	}
}

func TestPluralTextsHaveEveryFormOfTheirLanguage(t *testing.T) {
	want := map[briefing.Lang][]string{briefing.RU: {".one", ".few", ".many"}, briefing.EN: {".one", ".other"}, briefing.ZH: {".other"}}
	for _, l := range briefing.Langs() {
		for _, e := range entries(t, l) {
			s, plural := stem(e.key)
			if !plural || isLeaf(e.key) {
				continue
			}
			for _, f := range want[l] {
				if _, ok := lookup(l, s+f); !ok && (f != ".one" || countsOne(s)) {
					t.Errorf("%s: %s lacks the form %s", e.file, s, f)
				}
			}
		}
	}
}

// countsOne tells whether a count of one can be printed: not where a plain
// text stands beside the forms («в 3 раза»), which is for fractions.
func countsOne(s string) bool {
	_, plain := lookup(briefing.RU, s)
	return !plain
}

// isLeaf tells options that happen to be called as a plural form is:
// "enum.event.other". A plural has more than one form somewhere.
func isLeaf(key string) bool {
	s, _ := stem(key)
	_, one := lookup(briefing.EN, s+".one")
	_, few := lookup(briefing.RU, s+".few")
	return !one && !few
}

var verb = regexp.MustCompile(`%\[(\d+)\]([+\-# 0.\d]*)([a-zA-Z])|%%|%`)

// verbs maps the index of each argument to its verb.
func verbs(s string) (m map[string]string, bare bool) {
	m = map[string]string{}
	for _, f := range verb.FindAllStringSubmatch(s, -1) {
		switch {
		case f[1] != "":
			m[f[1]] = f[3]
		case f[0] == "%":
			bare = true
		}
	}
	return m, bare
}

func TestArgumentsAgreeBetweenLanguages(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, e := range entries(t, l) {
			got, bare := verbs(e.value)
			if len(got) > 0 && bare {
				t.Errorf("%s: %s: write a per cent sign as %%%% beside arguments, and arguments by index: %q", e.file, e.key, e.value)
			}
			if len(got) == 0 && strings.Contains(e.value, "%%") {
				t.Errorf("%s: %s: a text without arguments writes a plain per cent sign: %q", e.file, e.key, e.value)
			}
			s, plural := stem(e.key)
			ru, ok := lookup(briefing.RU, e.key)
			if !ok {
				if ru, ok = lookup(briefing.RU, s+".many"); !ok {
					continue
				}
			}
			want, _ := verbs(ru)
			if plural && !isLeaf(e.key) {
				delete(want, "1") // «одна строка» may leave out the count
				delete(got, "1")
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%s: %s: argument %s is %q, in Russian %q", e.file, e.key, i, got[i], want[i])
				}
			}
			for i := range got {
				if _, ok := want[i]; !ok {
					t.Errorf("%s: %s: argument %s is not in the Russian text", e.file, e.key, i)
				}
			}
		}
	}
}

func TestTextsAreInTheirOwnLanguage(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, e := range entries(t, l) {
			if strings.TrimSpace(e.value) == "" && !strings.HasSuffix(e.key, "_gap") {
				t.Errorf("%s: %s is empty", e.file, e.key)
			}
			if l != briefing.RU && holds(e.value, unicode.Cyrillic) && !quotes(e.key) {
				t.Errorf("%s: %s holds Russian: %q", e.file, e.key, e.value)
			}
			if l != briefing.ZH && holds(e.value, unicode.Han) && !quotes(e.key) {
				t.Errorf("%s: %s holds Chinese: %q", e.file, e.key, e.value)
			}
			if en, ok := lookup(briefing.EN, e.key); l == briefing.ZH && ok && en == e.value && sentence.MatchString(verb.ReplaceAllString(en, "")) {
				t.Errorf("%s: %s is the English text: %q", e.file, e.key, e.value)
			}
		}
	}
}

var sentence = regexp.MustCompile(`[a-z]{3,} [a-z]{2,}`)

// quotes names the texts that hold words of another language on purpose:
// languages named in themselves, words explained to the interpreter.
func quotes(key string) bool {
	return strings.HasSuffix(key, ".own_name") || strings.Contains(key, ".lang.") || strings.HasPrefix(key, "pack.points.figures_")
}

func holds(s string, table *unicode.RangeTable) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(table, r) }) >= 0
}

func TestReaderRefusesWhatItDoesNotRead(t *testing.T) {
	for name, src := range map[string]string{
		"no text":          "key",
		"no quotes":        "key = 12",
		"unclosed text":    `key = "text`,
		"text after text":  `key = "text" more`,
		"several lines":    "key = \"\"\"text\ntext\"\"\"",
		"bad escape":       `key = "\q"`,
		"unclosed head":    "[table",
		"text behind head": "[table] key",
	} {
		if err := readTexts(src, func(string, string) {}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzReadTexts(f *testing.F) {
	f.Add("# c\n[a]\nb.c = \"x\\u00a0y\" # z\n'd' = 'e'\n")
	f.Add("\"a.b\" = \"\\\"\"")
	f.Fuzz(func(t *testing.T, src string) {
		_ = readTexts(src, func(k, v string) {
			if strings.Contains(k, "\n") || strings.Count(v, "\n") > strings.Count(src, `\n`)+strings.Count(src, "\\") {
				t.Errorf("%q gives %q = %q", src, k, v)
			}
		})
	})
}

func BenchmarkLoad(b *testing.B) {
	for _, l := range briefing.Langs() {
		b.Run(string(l), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				load(l)
			}
		})
	}
}
