package importer

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// parsePeriod reads the periods of trade files: 202401, 2024, 01/2022,
// 2024-01, a date; then whatever a person types.
func parsePeriod(s string) (briefing.Period, bool) {
	digits := strings.Trim(s, "0123456789") == ""
	switch {
	case digits && len(s) == 4:
		return stored(s)
	case digits && len(s) == 6:
		if s[4:] == "52" || s[4:] == "00" { // "the whole year" of some portals
			return stored(s[:4])
		}
		return stored(s[:4] + "-" + s[4:])
	case digits && len(s) == 8:
		return stored(s[:4] + "-" + s[4:6] + "-" + s[6:])
	case digits:
		return briefing.Period{}, false
	case len(s) == 7 && (s[2] == '/' || s[2] == '.'):
		return stored(s[3:] + "-" + s[:2])
	case len(s) == 6 && (s[1] == '/' || s[1] == '.'):
		return stored(s[2:] + "-0" + s[:1])
	case len(s) == 8 && s[4] == '-' && s[5] == 'M': // 2023-M01
		return stored(s[:4] + "-" + s[6:])
	}
	if i := strings.IndexByte(s, 'T'); i == 10 {
		s = s[:i] // a moment of a spreadsheet
	}
	p, err := lang.ParsePeriod(briefing.RU, s)
	return p, err == nil && p.Kind != briefing.NoPeriod
}

func stored(s string) (briefing.Period, bool) {
	p, err := briefing.ParsePeriod(s)
	return p, err == nil && p.From.Year >= 1900 && p.From.Year <= 2100
}

var (
	yearMonthName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})[-_.]?(0[1-9]|1[0-2])(?:[^0-9]|$)`)
	})
	yearName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`) })
)

// periodOfName reads a month, or failing that the only year, from the name of
// a file.
func periodOfName(file string) (briefing.Period, bool) {
	base := baseName(file)
	if m := yearMonthName().FindStringSubmatch(base); m != nil {
		y, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		return briefing.Month(y, month), true
	}
	if all := yearName().FindAllStringSubmatch(base, -1); len(all) == 1 {
		y, _ := strconv.Atoi(all[0][1])
		return briefing.Year(y), true
	}
	return briefing.Period{}, false
}

func baseName(file string) string {
	return file[strings.LastIndexByte(file, '/')+1:]
}

// product is a commodity code as typed or exported.
type product struct {
	code   string
	level  uint8
	hidden bool
	total  bool
	padded bool
	reason string // why it is none
}

// parseCode reads a commodity code; see codes.ParseCommodity.
func parseCode(raw string, hs bool) product {
	c, why := codes.ParseCommodity(raw, hs)
	switch why {
	case "":
	case codes.SeveralCodes:
		return product{reason: RejectCodes}
	default:
		return product{reason: RejectCode}
	}
	switch {
	case c.Total:
		return product{code: figure.TotalCode, total: true}
	case c.Hidden:
		return product{code: figure.HiddenCode, hidden: true}
	}
	return product{code: c.Code, level: uint8(len(c.Code)), padded: c.Padded} // at most 12
}
