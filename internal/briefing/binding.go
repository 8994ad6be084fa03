package briefing

import "strings"

// Bindings lists the facts whose figures a text holds as {fact-id} or
// {fact-id:form} (form: value, number, change, period), in the
// order they stand and each once. A brace without its partner, or with a
// space inside, is plain text.
func Bindings(s string) []ID {
	var ids []ID
	seen := map[ID]bool{}
	for {
		_, rest, ok := strings.Cut(s, "{")
		if !ok {
			return ids
		}
		s = rest
		end := strings.IndexAny(s, "{} \t\n")
		if end <= 0 || s[end] != '}' {
			continue
		}
		name, _, _ := strings.Cut(s[:end], ":") // {fact-id:form}
		if id := ID(name); id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
		s = s[end+1:]
	}
}
