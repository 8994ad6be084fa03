package cli_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/cli"
)

func helpOf(t *testing.T, l briefing.Lang, args ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	if code := cli.Main(cli.Env{Args: args, Out: &out, Err: &err, Lang: l}); code != cli.ExitDone || err.Len() > 0 {
		t.Fatalf("%s %v: %d %s", l, args, code, err.String())
	}
	return out.String()
}

// Every command, argument and parameter is explained in the user's language:
// no explanation is missing, none in another language.
func TestEveryCommandIsExplainedInThreeLanguages(t *testing.T) {
	names := regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(helpOf(t, briefing.EN, "--help"), -1)
	if len(names) < 16 {
		t.Fatalf("%d commands", len(names))
	}
	for _, l := range briefing.Langs() {
		for _, args := range append([][]string{{"--help"}}, pages(names)...) {
			out := helpOf(t, l, args...)
			if regexp.MustCompile(`help\.[a-z]`).MatchString(out) || strings.Contains(out, "⟨") || strings.Contains(out, "%!") {
				t.Errorf("%s %v lacks a text:\n%s", l, args, out)
			}
			for line := range strings.Lines(out) {
				if foreign(l, line) {
					t.Errorf("%s %v: %s", l, args, line)
				}
			}
		}
	}
}

func pages(names [][]string) (out [][]string) {
	for _, n := range names {
		out = append(out, []string{n[1], "--help"})
	}
	return append(out, []string{"apply", "--help"})
}

// foreign reports whether a line of help is in another language: words are told
// by their letters; names of options and what is typed are Latin everywhere.
func foreign(l briefing.Lang, line string) bool {
	has := func(r *unicode.RangeTable) bool {
		return strings.ContainsFunc(line, func(c rune) bool { return unicode.Is(r, c) })
	}
	sentence := regexp.MustCompile(`[A-Za-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}`).MatchString(line)
	switch l {
	case briefing.RU:
		return has(unicode.Han) || sentence
	case briefing.ZH:
		return has(unicode.Cyrillic) || sentence
	}
	return has(unicode.Cyrillic) || has(unicode.Han)
}

// Lines of help are for a terminal.
func TestLinesOfHelpEndInTime(t *testing.T) {
	for _, l := range briefing.Langs() {
		for line := range strings.Lines(helpOf(t, l, "figures", "--help")) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 110 {
				t.Errorf("%s: %d: %s", l, n, line)
			}
		}
	}
}

// What the parser of arguments finds wrong is told in the user's language too,
// in none of its own words.
func TestRefusalsAreInTheUsersLanguage(t *testing.T) {
	for _, args := range [][]string{
		{"list", "p.briefing", "facts", "--jsn"},
		{"asof", "p.briefing"},
		{"figures", "p.briefing", "--top", "many"},
		{"nonsense"},
		{"figures", "p.briefing", "--rows", "-1"},
		{"list", "p.briefing", "facts", "--json=perhaps"},
		{"list", "p.briefing", "facts", "more"},
		{"figures", "p.briefing", "--flow", "sideways"},
		{"whence", "p.briefing"},
		{"export", "p.briefing", "--lang", "de"},
	} {
		for _, l := range briefing.Langs() {
			var out, err bytes.Buffer
			code := cli.Main(cli.Env{Args: args, Out: &out, Err: &err, Lang: l})
			said := err.String()
			if code != cli.ExitUsage || out.Len() > 0 || strings.Contains(said, "⟨") || foreign(l, said) || strings.Contains(said, "expected") && l != briefing.EN {
				t.Errorf("%s %v: %d %s", l, args, code, said)
			}
		}
	}
}
