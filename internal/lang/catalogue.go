package lang

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"briefing/internal/briefing"
)

//go:embed texts
var files embed.FS

// A catalogue is read once per language, when the language is first asked
// for, and never changes afterwards.
var (
	russian = sync.OnceValue(func() map[string]string { return load(briefing.RU) })
	english = sync.OnceValue(func() map[string]string { return load(briefing.EN) })
	chinese = sync.OnceValue(func() map[string]string { return load(briefing.ZH) })
)

// Ready reads the texts of all languages. Nobody needs to call it: it lets a
// program that is about to ask for them read them while it waits for a disk.
func Ready() {
	for _, l := range briefing.Langs() {
		catalogue(l)
	}
}

func catalogue(l briefing.Lang) map[string]string {
	switch l {
	case briefing.EN:
		return english()
	case briefing.ZH:
		return chinese()
	}
	return russian()
}

// load reads every area of a language. What cannot be read is left out here,
// so that a program with one bad line still speaks; the tests of this package
// fail on it.
func load(l briefing.Lang) map[string]string {
	texts := make(map[string]string, 6144)
	dir := path.Join("texts", string(l))
	entries, err := files.ReadDir(dir)
	if err != nil {
		return texts
	}
	for _, e := range entries {
		b, err := files.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			continue
		}
		_ = readTexts(string(b), func(key, value string) { texts[key] = value })
	}
	return texts
}

func lookup(l briefing.Lang, key string) (string, bool) {
	s, ok := catalogue(l)[key]
	return s, ok
}

// has is the text of a key, empty when there is none.
func has(l briefing.Lang, key string) string { return catalogue(l)[key] }

// Has gives the text of a key that need not exist.
func Has(l briefing.Lang, key string) (string, bool) { return lookup(l, key) }

// T is the text of the key in the language with its arguments set in; a
// missing text shows as ⟨key⟩.
func T(l briefing.Lang, key string, args ...any) string {
	s, ok := lookup(l, key)
	if !ok {
		return missing(key)
	}
	return set(s, args)
}

// set formats only texts that take arguments, so that "100 %" needs no escape.
func set(s string, args []any) string {
	if !strings.Contains(s, "%[") {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// missing is what shows for a key without a text.
func missing(key string) string { return "⟨" + key + "⟩" }
