package cli

import (
	"log/slog"
	"os"
	"regexp"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// usage is an error of the command line: what is wrong, and what may stand
// there instead where that is a short list.
func usage(l briefing.Lang, op, what string, choices ...string) error {
	if len(choices) > 0 {
		what = lang.T(l, "cli.choose", what, strings.Join(choices, ", "))
	}
	return &briefing.Error{Code: briefing.CodeUsage, Op: op, Path: what}
}

// misread finds what the parser of arguments could only tell in its own
// words: a command that is none.
func (e Env) misread(known func(string) bool) error {
	if len(e.Args) == 0 {
		return nil
	}
	first := e.Args[0]
	if known(first) {
		return nil
	}
	if strings.HasPrefix(first, "-") || strings.ContainsAny(first, `./\`) {
		return nil // an option, or a file for the window
	}
	if _, err := os.Stat(first); err == nil {
		return nil
	}
	return usage(e.Lang, "parse", lang.T(e.Lang, "cli.no_command", first))
}

// parserSays are the parser's sentences, each with the words of ours for it.
func parserSays() []parserSaid {
	return []parserSaid{
		{regexp.MustCompile(`^unknown flag ([^,]+), did you mean (?:one of )?(.+)\?$`), "cli.parse.flag_like"},
		{regexp.MustCompile(`^unknown flag ([^,]+)`), "cli.parse.flag"},
		{regexp.MustCompile(`^unexpected argument ([^,]+)`), "cli.parse.argument"},
		{regexp.MustCompile(`^(?:expected|missing flags:) (.*)$`), "cli.parse.expected"},
		{regexp.MustCompile(`^(--[a-z-]+): expected .* value but got "(-[0-9]+)" \(`), "cli.parse.minus"},
		{regexp.MustCompile(`^(--[a-z-]+): expected .* value but got`), "cli.parse.value"},
		{regexp.MustCompile(`^(--[a-z-]+): expected a(?:n| valid \d+ bit) int but got "([^"]*)"`), "cli.parse.whole"},
		{regexp.MustCompile(`^(--[a-z-]+): .*\bbool\b`), "cli.parse.bool"},
	}
}

type parserSaid struct {
	pattern *regexp.Regexp
	key     string
}

// parsed says in the user's language what the parser found wrong. A sentence
// that is not known here is not shown: it is in another language.
func (e Env) parsed(err error) error {
	said := err.Error()
	what := lang.T(e.Lang, "cli.parse.other")
	for _, p := range parserSays() {
		m := p.pattern.FindStringSubmatch(said)
		if m == nil {
			continue
		}
		var words []any
		for _, w := range m[1:] {
			words = append(words, strings.ReplaceAll(w, `"`, ""))
		}
		what = lang.T(e.Lang, p.key, words...)
		break
	}
	slog.Debug("parse", "error", err)
	return usage(e.Lang, "parse", what)
}
