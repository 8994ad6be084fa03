package insight

import (
	"net/url"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Key names a subject among the observations: what is added up, and of which
// period. It is fixed: rows of a later period make another subject, and a text
// that is bound to this one goes on speaking of its period.
type Key struct {
	Flow                            figure.Flow
	Reporter                        string
	Partner                         string // "W00" rows of all countries; "" all rows, whatever their country
	Period                          briefing.Period
	Currency, Basis, Classification string
	Area                            string // as in figure.Split
}

// String is the key as a text holds it: «export/RU/CN/2022/USD/FOB/HS/region»,
// without empty parts at the end.
func (k Key) String() string {
	if k == (Key{}) {
		return ""
	}
	parts := []string{string(k.Flow), k.Reporter, k.Partner, k.Period.String(), k.Currency, k.Basis, k.Classification, k.Area}
	for i, s := range parts {
		parts[i] = escaped(s)
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "/")
}

// escaped keeps only signs that a binding may hold.
func escaped(s string) string {
	return strings.NewReplacer("+", "%20", "~", "%7E").Replace(url.QueryEscape(s))
}

// ParseKey reads String; ok is false for anything else.
func ParseKey(s string) (k Key, ok bool) {
	parts := strings.Split(s, "/")
	if len(parts) < 4 || len(parts) > 8 {
		return Key{}, false
	}
	for i, part := range parts {
		plain, err := url.PathUnescape(part)
		if err != nil {
			return Key{}, false
		}
		parts[i] = plain
	}
	parts = append(parts, "", "", "", "")
	period, err := briefing.ParsePeriod(parts[3])
	if err != nil || period.Kind == briefing.NoPeriod || parts[0] == "" {
		return Key{}, false
	}
	return Key{figure.Flow(parts[0]), parts[1], parts[2], period, parts[4], parts[5], parts[6], parts[7]}, true
}
