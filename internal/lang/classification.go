package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Classification names a classification of goods with its edition, if the key
// has one: «ТН ВЭД», «ГС 2022», "SITC Rev. 4". A key that nobody knows shows as
// it is.
func Classification(l briefing.Lang, key string) string {
	if s, ok := lookup(l, "classification."+key); ok {
		return s
	}
	family := strings.TrimRight(key, "0123456789")
	if edition := key[len(family):]; edition != "" {
		if s, ok := lookup(l, "classification."+family+".edition"); ok {
			return strings.ReplaceAll(s, "%[1]s", edition)
		}
	}
	return key
}
