// Package serial tells which numbers of a spreadsheet are dates, and writes
// its numbers as a person sees them: the one thing that workbooks old and new
// have in common.
package serial

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Shown is how much of a date a number format shows.
type Shown uint8

// How much of a date a format shows.
const (
	NotDate   Shown = iota
	ShowYear        // "yyyy"
	ShowMonth       // month and year: what Excel makes of a typed 01/2022
	ShowDay
	ShowMoment // day and clock
	ShowClock  // a clock or a duration without a day
)

// BuiltIn tells the formats that have a number and no text in the file.
func BuiltIn(id int) Shown {
	switch {
	case id == 17:
		return ShowMonth
	case id >= 14 && id <= 16, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return ShowDay
	case id == 22:
		return ShowMoment
	case id >= 18 && id <= 21, id >= 45 && id <= 47, id >= 32 && id <= 35, id == 55, id == 56:
		return ShowClock
	}
	return NotDate
}

// OfFormat reads a number format's text.
func OfFormat(code string) Shown {
	code, _, _ = strings.Cut(code, ";") // the section for positive numbers
	var year, month, day, clock bool
	low := strings.ToLower(code)
	for i := 0; i < len(low); i++ {
		switch c := low[i]; c {
		case '"':
			end := strings.IndexByte(low[i+1:], '"')
			if end < 0 {
				return verdict(year, month, day, clock)
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(low[i:], ']')
			if end < 0 {
				return NotDate
			}
			inside := low[i+1 : i+end]
			if strings.Trim(inside, "hms") == "" && inside != "" {
				clock = true // elapsed time
			}
			i += end
		case 'y', 'e':
			// "e" is a year in Chinese formats and an exponent elsewhere.
			year = year || c == 'y' || strings.ContainsAny(low, "年ymd")
		case 'd':
			day = true
		case 'h', 's':
			clock = true
		case 'm':
			month = true
		case '0', '#', '?', '%':
			if !clock { // fractions of seconds are "ss.000"
				return NotDate
			}
		}
	}
	if strings.HasPrefix(low, "general") {
		return NotDate
	}
	return verdict(year, month, day, clock)
}

func verdict(year, month, day, clock bool) Shown {
	switch {
	case day && clock:
		return ShowMoment
	case day:
		return ShowDay
	case clock:
		return ShowClock // "mm:ss": the month letter means minutes there
	case month:
		return ShowMonth
	case year:
		return ShowYear
	}
	return NotDate
}

// AppendDate adds a serial date as ISO 8601, as far as the format shows it;
// ok is false for a number that no date has.
func AppendDate(dst []byte, serial float64, s Shown, from1904 bool) (out []byte, ok bool) {
	const lastDay = 2958465 // 9999-12-31
	if math.IsNaN(serial) || serial < 0 || serial > lastDay+1 {
		return dst, false
	}
	if s == ShowClock {
		return appendClock(dst, serial), true
	}
	days := math.Floor(serial)
	seconds := math.Round((serial - days) * 86400)
	day := int(days)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case day < 60: // there was no 29 February 1900, but Excel counts it
		day++
	}
	t := epoch.AddDate(0, 0, day).Add(time.Duration(seconds) * time.Second)
	layout := "2006-01-02"
	switch {
	case s == ShowYear:
		layout = "2006"
	case s == ShowMonth:
		layout = "2006-01"
	case s == ShowMoment && seconds != 0:
		layout = "2006-01-02T15:04:05"
	}
	return t.AppendFormat(dst, layout), true
}

func appendClock(dst []byte, serial float64) []byte {
	seconds := int(math.Round((serial - math.Floor(serial)) * 86400))
	t := time.Date(2000, 1, 1, 0, 0, seconds, 0, time.UTC)
	layout := "15:04"
	if seconds%60 != 0 {
		layout = "15:04:05"
	}
	return t.AppendFormat(dst, layout)
}

// AppendPlain adds a number with at most fifteen digits that count.
func AppendPlain(dst []byte, v float64) []byte {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64)
	if err != nil {
		rounded = v
	}
	return strconv.AppendFloat(dst, rounded, 'f', -1, 64)
}
