package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// readTexts reads the part of TOML that text files use: comments, [table]
// heads, and "key = value" lines with a dotted key, bare or quoted, and a
// string in double or single quotes on the same line. It is a tenth of the
// cost of a full reader, which a start of the program would notice; a test
// holds it against one.
func readTexts(src string, put func(key, value string)) error {
	prefix := ""
	for n := 1; src != ""; n++ {
		line, rest, _ := strings.Cut(src, "\n")
		src = rest
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			name, tail, ok := strings.Cut(line[1:], "]")
			if !ok || !onlyComment(tail) {
				return fmt.Errorf("line %d: not a table head: %s", n, line)
			}
			prefix = unquoteKey(name) + "."
			continue
		}
		key, value, err := readLine(line)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		put(prefix+key, value)
	}
	return nil
}

func readLine(line string) (key, value string, err error) {
	key, rest, ok := strings.Cut(line, "=")
	rest = strings.TrimSpace(rest)
	if !ok || rest == "" {
		return "", "", fmt.Errorf("not key = \"text\": %s", line)
	}
	key = unquoteKey(key)
	quote := rest[0]
	if quote != '"' && quote != '\'' || strings.HasPrefix(rest, `"""`) || strings.HasPrefix(rest, "'''") {
		return "", "", fmt.Errorf("a text is one quoted line: %s", line)
	}
	end := closing(rest, quote)
	if end < 0 || !onlyComment(rest[end+1:]) {
		return "", "", fmt.Errorf("unclosed text: %s", line)
	}
	value = rest[1:end]
	if quote == '"' && strings.Contains(value, `\`) {
		if value, err = strconv.Unquote(rest[:end+1]); err != nil {
			return "", "", fmt.Errorf("bad escape: %s", line)
		}
	}
	return key, value, nil
}

// closing finds the quote that ends the text opened at s[0].
func closing(s string, quote byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote == '"':
			i++
		case s[i] == quote:
			return i
		}
	}
	return -1
}

func onlyComment(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || s[0] == '#'
}

func unquoteKey(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n > 1 && s[0] == '"' && strings.IndexByte(s[1:], '"') == n-2 {
		return s[1 : n-1]
	}
	if !strings.ContainsAny(s, `"' `) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"' `, r) {
			return -1
		}
		return r
	}, s)
}
