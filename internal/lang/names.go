package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Enum is the name of an option of an enum group: Enum(RU, "status",
// "conflicting") is «расходится». The empty option has the empty name.
func Enum(l briefing.Lang, group, option string) string {
	if option == "" {
		return ""
	}
	return T(l, "enum."+group+"."+option)
}

// ObsStatusWord is the word of a status of an observation, without its mark.
func ObsStatusWord(l briefing.Lang, s briefing.ObsStatus) string {
	return strings.TrimSuffix(Enum(l, "obs_status", string(s)), " ["+s.Mark()+"]")
}

// Label is the label of a field or child list of a kind. A kind's own label
// goes before the one all kinds share.
func Label(l briefing.Lang, kind briefing.Kind, label string) string {
	if s, ok := lookup(l, "label."+string(kind)+"."+label); ok {
		return s
	}
	return T(l, "label."+label)
}

// ListLabel is the label of a field in the rows of a child list:
// ListLabel(RU, KindPerson, "posts", "title") is «Должность».
func ListLabel(l briefing.Lang, kind briefing.Kind, list, label string) string {
	if s, ok := lookup(l, "label."+string(kind)+"."+list+"."+label); ok {
		return s
	}
	return T(l, "label."+label)
}

// FieldLabel names one field among all of a kind, with the language of its text:
// «Название (en)»; list is the key of a child list, "" for the record itself.
func FieldLabel(l briefing.Lang, kind briefing.Kind, list string, f briefing.Field) string {
	label := Label(l, kind, f.Label)
	if list != "" {
		label = ListLabel(l, kind, list, f.Label)
	}
	if f.Lang != "" {
		label += " (" + string(f.Lang) + ")"
	}
	return label
}

// KindName names a kind of record, one or several: «Источник», «Источники».
func KindName(l briefing.Lang, kind briefing.Kind, plural bool) string {
	if plural {
		return T(l, "kind."+string(kind)+".plural")
	}
	return T(l, "kind."+string(kind))
}

// KindCount counts records of a kind: «3 источника».
func KindCount(l briefing.Lang, kind briefing.Kind, n int) string {
	return Plural(l, "count."+string(kind), n)
}
