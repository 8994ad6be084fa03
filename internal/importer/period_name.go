package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

var (
	yearMonthName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})[-_.]?(0[1-9]|1[0-2])(?:[^0-9]|$)`)
	})
	yearName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`) })
	// dayName is a day in a name: of the download, as a rule, and no period.
	dayName = sync.OnceValue(func() *regexp.Regexp {
		const month, day = `(?:0[1-9]|1[0-2])`, `(?:0[1-9]|[12][0-9]|3[01])`
		return regexp.MustCompile(`(?:19|20)[0-9]{2}([-_.]?)` + month + `[-_.]?` + day + `(?:[^0-9]|$)|(?:^|[^0-9])` + day + `[-_.]` + month + `[-_.](?:19|20)[0-9]{2}`)
	})
	monthDigits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(0[1-9]|1[0-2])$`) })
)

// periodOfName reads a month, or failing that the only year, from the name of a
// file. In an archive the folders that it lies in tell it too: 2021/01.csv,
// «январь 2021/данные.csv».
func periodOfName(file string) (briefing.Period, bool) {
	names := strings.Split(file, "/")
	own := names[len(names)-1]
	p, ok := periodOfWord(own)
	if ok && p.Kind != briefing.YearPeriod {
		return p, true
	}
	above := names[:len(names)-1]
	if !ok && len(above) > 0 {
		if month, bare := monthOfName(own); bare {
			for _, folder := range slices.Backward(above) {
				if year, ok := yearOfName(folder); ok {
					return periods.InYear(month, year), true
				}
			}
		}
		if p, whole := wholePeriod(above[len(above)-1]); whole {
			return p, true
		}
	}
	return p, ok
}

// periodOfWord is what one name says by itself.
func periodOfWord(name string) (briefing.Period, bool) {
	name = dayName().ReplaceAllString(name, " ")
	if m := yearMonthName().FindStringSubmatch(name); m != nil {
		y, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		return briefing.Month(y, month), true
	}
	if p, ok := periods.In(spacedName(name)); ok && p.Period.Kind == briefing.MonthPeriod { // «январь 2021.csv»
		return p.Period, true
	}
	if y, ok := yearOfName(name); ok {
		return briefing.Year(y), true
	}
	return briefing.Period{}, false
}

// spacedName is the stem of a name as a text.
func spacedName(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	return codes.Fold(strings.ReplaceAll(stem, "_", " "))
}

// yearOfName is the only year in a name.
func yearOfName(name string) (int, bool) {
	all := yearName().FindAllStringSubmatch(dayName().ReplaceAllString(name, " "), -1)
	if len(all) != 1 {
		return 0, false
	}
	y, err := strconv.Atoi(all[0][1])
	return y, err == nil
}

// monthOfName is the month of a name that has no year, in words or as two digits
// alone: «январь», 01. The period is of no year in particular.
func monthOfName(name string) (briefing.Period, bool) {
	text := spacedName(name)
	if m := monthDigits().FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return briefing.Month(periods.AnyYear, n), true
	}
	return wordMonth(text)
}

// wordMonth is the month that a folded text without a year names in words.
func wordMonth(text string) (briefing.Period, bool) {
	if yearName().MatchString(text) {
		return briefing.Period{}, false
	}
	for _, of := range []string{text, strings.TrimLeft(text, "0123456789 -")} { // «01 январь»
		p, ok := periods.Parse(of + " " + strconv.Itoa(periods.AnyYear)) // “feb”
		if !ok {
			p, ok = periods.PartOfYear(of)
		}
		if ok && p.Kind == briefing.MonthPeriod {
			return p, true
		}
	}
	return briefing.Period{}, false
}

// wholePeriod reads the name of a folder that is nothing but a month of a year.
func wholePeriod(folder string) (briefing.Period, bool) {
	if m := yearMonthName().FindString(folder); m == folder && m != "" {
		return periodOfWord(folder)
	}
	p, ok := periods.In(spacedName(folder))
	return p.Period, ok && p.Period.Kind == briefing.MonthPeriod && strings.TrimSpace(p.Rest) == ""
}

// onePeriod refuses an answer that can't be right. Files of an archive that hold
// the same direction of trade are of different times, so that one period would put
// all of them into it; and an answer that no file needs must not contradict the
// names.
func (j *job) onePeriod() error {
	files := map[figure.Flow][]string{}
	answered := false
	for _, p := range j.plans {
		if p.answered && !slices.Contains(files[p.flow], p.part.file) {
			files[p.flow] = append(files[p.flow], p.part.file)
		}
		answered = answered || p.answered
	}
	for _, p := range j.plans {
		if same := files[p.flow]; len(same) > 1 {
			return &briefing.Error{Code: briefing.CodePeriodSpread, Op: "plan period", Path: strings.Join(same[:min(len(same), spreadShown)], ", ")}
		}
		if p.against && !answered {
			return p.conflict("period")
		}
	}
	return nil
}

// spreadShown is how many files that one answer can't be for are named.
const spreadShown = 4
