package lang

import (
	"context"
	"errors"
	"strings"

	"briefing/internal/briefing"
)

// Error is what the user is told about an error: a sentence that names what
// is wrong and where, and a hint that says what to do. Both follow from the
// code; an error without one is an internal error, whose details are for the
// log only.
func Error(l briefing.Lang, err error) (sentence, hint string) {
	if err == nil {
		return "", ""
	}
	code, path := briefing.CodeOf(err), pathOf(err)
	if code == briefing.CodeInternal && errors.Is(err, context.Canceled) {
		code = briefing.CodeCancelled
	}
	key := "error." + string(code)
	if _, ok := lookup(l, key); !ok {
		key = "error." + string(briefing.CodeInternal)
	}
	switch code {
	case briefing.CodeRequired, briefing.CodeBadValue:
		path = fieldName(l, path)
	}
	hint = T(l, key+".hint", path)
	if path == "" {
		return T(l, key+".bare"), hint
	}
	return T(l, key, path), hint
}

// pathOf is the outermost path in the chain that is not empty.
func pathOf(err error) string {
	for e := (*briefing.Error)(nil); errors.As(err, &e); err = e.Err {
		if e.Path != "" {
			return e.Path
		}
	}
	return ""
}

// fieldName turns the place of a field, "claims[1].value", into its label.
func fieldName(l briefing.Lang, path string) string {
	list, field, nested := strings.Cut(path, "].")
	if !nested {
		return labelOf(l, path)
	}
	list, row, _ := strings.Cut(list, "[")
	return T(l, "label.row", labelOf(l, list), row, labelOf(l, field))
}

func labelOf(l briefing.Lang, key string) string {
	for _, k := range []string{key, strings.TrimRight(key, "enruzh")} {
		if s, ok := lookup(l, "label."+strings.TrimSuffix(k, "_")); ok {
			return s
		}
	}
	return key
}
