package periods

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// Parse reads the periods of trade files: 202401, 2024, 01/2022,
// 2024-01, a date; then whatever a person types. «Январь–декабрь 2025» is the
// year, or it would stand beside other years and never be compared with them.
func Parse(s string) (briefing.Period, bool) {
	p, ok := parse(s)
	if p.Kind == briefing.RangePeriod && p == (briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: p.From.Year, Month: 1}, To: briefing.Date{Year: p.From.Year, Month: 12}}) &&
		!strings.Contains(s, "/P") && !strings.Contains(s, "..") { // as we write them ourselves
		p = briefing.Year(p.From.Year)
	}
	return p, ok
}

func parse(s string) (briefing.Period, bool) {
	if len(s) > 4 && strings.ContainsAny(s, "*¹²³⁾(") {
		s = bareYear(s)
	}
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
	case len(s) == 7 && s[4] == '-' && s[5] == 'S': // 2023-S1, a half of SDMX
		return stored(s[:4] + "-H" + s[6:])
	case strings.Contains(s, "/P"):
		return timeRange(s)
	}
	if i := strings.IndexByte(s, 'T'); i == 10 {
		s = s[:i] // a moment of a spreadsheet
	}
	p, err := lang.ParsePeriod(briefing.RU, s)
	if err != nil {
		if long := spelledPeriod(codes.Fold(s)); long != "" {
			p, err = lang.ParsePeriod(briefing.RU, long)
		}
	}
	return p, err == nil && p.Kind != briefing.NoPeriod
}

// bareYear is a year without the mark of a footnote, «2024*», and the part of it
// that stands behind in brackets: «2025 (10 мес.)». Any other text stays.
func bareYear(s string) string {
	bare := strings.TrimRight(s, "*¹²³⁴⁵⁶⁷⁸⁹⁾ ")
	if IsYear(bare) {
		return bare
	}
	year, behind, ok := strings.Cut(bare, "(")
	year, behind = strings.TrimSpace(year), strings.TrimSpace(strings.TrimSuffix(behind, ")"))
	if !ok || !IsYear(year) {
		return s
	}
	if p, ok := yearless(codes.Fold(behind)); ok {
		if part, ok := inAnyYear(p); ok {
			y, _ := strconv.Atoi(year)
			return InYear(part, y).String()
		}
	}
	return s
}

// timeRange reads a range as ISO 8601 and SDMX write it: the first day and how
// long it lasts in whole years, months or days, "2022-01-01/P10M".
func timeRange(s string) (briefing.Period, bool) {
	from, length, _ := strings.Cut(s, "/P")
	first, ok := stored(strings.TrimSuffix(from, "T00:00:00"))
	if !ok || first.Kind != briefing.DayPeriod || length == "" {
		return briefing.Period{}, false
	}
	n, err := strconv.Atoi(length[:len(length)-1])
	if err != nil || n < 1 || n > 40_000 {
		return briefing.Period{}, false
	}
	start, a := first.Start(), first.From
	form := "2006-01-02"
	end := start.AddDate(0, 0, n-1)
	switch length[len(length)-1] {
	case 'D':
	case 'M':
		form, end = "2006-01", start.AddDate(0, n-1, 0)
	case 'Y':
		form, end = "2006", start.AddDate(n-1, 0, 0)
	default:
		return briefing.Period{}, false
	}
	if form != "2006-01-02" && a.Day != 1 || form == "2006" && a.Month != 1 {
		return briefing.Period{}, false
	}
	p, err := briefing.ParsePeriod(start.Format(form) + ".." + end.Format(form))
	return p, err == nil
}

func stored(s string) (briefing.Period, bool) {
	p, err := briefing.ParsePeriod(s)
	return p, err == nil && p.From.Year >= 1900 && p.From.Year <= 2100
}
