package periods

import (
	"regexp"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

const quarterNumber = `(?:i{1,3}|iv|[1-4])`

// quarterList are quarters named together: «II и III кварталы», «I, II и III кварталы».
var quarterList = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL0-9])(` + quarterNumber + `(?:\s*,\s*` + quarterNumber + `)*\s*(?:и|and)\s*` + quarterNumber + `)\s*(?:-?[йгом]{1,3}\s*)?(?:квартал|кв(?:$|[^\pL])|quarter)`)
})

// Listed are the quarters or months that a text names together, as periods of
// AnyYear: «за II и III кварталы», «август и сентябрь». It is empty where the text
// names one or a stretch.
func Listed(text string) (out []briefing.Period) {
	f := plainMonths(codes.Fold(text))
	if len(f) > 600 {
		return nil
	}
	if m := quarterList().FindStringSubmatch(f); m != nil {
		for n := range strings.FieldsFuncSeq(strings.NewReplacer("and", " ", "и", " ").Replace(m[1]), func(r rune) bool { return r == ',' || r == ' ' }) {
			q := QuarterIn(n + " квартал")
			if q == 0 {
				return nil
			}
			out = append(out, InYear(briefing.Period{Kind: briefing.QuarterPeriod, From: briefing.Date{Year: AnyYear, Month: 3*q - 2}}, AnyYear))
		}
		return out
	}
	words := strings.Fields(strings.NewReplacer(",", " , ", "(", " ", ")", " ", ":", " ").Replace(f))
	joined := false
	for i, w := range words {
		month := 0
		if strings.Trim(w, "0123456789") != "" {
			month = MonthIn(w)
		}
		switch {
		case month > 0 && (len(out) == 0 || joined):
			out, joined = append(out, briefing.Month(AnyYear, month)), false
		case (w == "," || w == "и" || w == "and") && i > 0 && len(out) > 0:
			joined = true
		case len(out) == 1:
			out, joined = nil, false
		case len(out) > 1:
			return out
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
