package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Title is what the file calls all its tables, empty where it gives them names that
// differ, one of them none, or a name with a period that the figures reach beyond:
// each is then the name of a part only.
func (r *Result) Title(figures *figure.Set) string {
	title := r.Preview.Title
	for _, t := range r.Tables {
		if t.Title != title {
			return ""
		}
	}
	of := figures.Range()
	p, told := periods.In(codes.Fold(title))
	if told && p.Period.Kind != briefing.DayPeriod && of.Kind != briefing.NoPeriod &&
		(of.Start().Before(p.Period.Start()) || of.End().After(p.Period.End())) {
		return ""
	}
	return title
}

// sourceLine is a line that names the source: «Источник: …», "Source: …", 资料来源：….
var sourceLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[\s*¹²³⁴⁵⁶⁷⁸⁹(]*(?:источник(?:\s+(?:данных|информации|сведений))?|(?:data\s+)?source(?:\s+of\s+data)?|(?:数据|资料)?来源)\s*[:：—–]\s*(.+)$`)
})

// sentenceEnd ends a sentence, and not a word cut short: «респ. Татарстан».
var sentenceEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}]{5}(\.)\s+\p{Lu}|(。)`)
})

// notABody are words by which a line on the source names no body: a document, a
// computation, another place of the text, or several of them.
func notABody() []string {
	return []string{
		"данны", "расчет", "расчёт", "на основ", "оценк", "отчет", "отчёт", "записк", "письм", "сведени", "форма ", "таблиц", "сборник", "бюллетен",
		"см.", "там же", "тот же", "собственн", "внутренн",
		"data", "calculat", "based on", "estimat", "report", "letter", "memo", "table", "see ", "ibid", "internal",
		"数据", "计算", "根据", "测算", "估算", "报告", "同上", "表",
	}
}

// PublisherSaid is the body that a text above or below a table names as the source of
// its figures, as it is written there.
func PublisherSaid(text string) (name string, ok bool) {
	m := sourceLine().FindStringSubmatch(strings.Join(strings.Fields(text), " "))
	if m == nil {
		return "", false
	}
	name = webAddress().ReplaceAllString(m[1], "")
	if at := sentenceEnd().FindStringSubmatchIndex(name); at != nil {
		name = name[:max(at[2], at[4])]
	}
	if who, when, cut := strings.Cut(name, ","); cut && strings.ContainsFunc(when, unicode.IsDigit) {
		name = who // when it was published, or looked at
	}
	name = strings.TrimRight(name, " ,.。;；(")
	if strings.HasSuffix(name, ")") && !strings.Contains(name, "(") {
		name = strings.TrimSuffix(name, ")")
	}
	const least, most = 2, 120 // letters
	f, n := codes.Fold(name), len([]rune(name))
	switch {
	case n < least || n > most, !strings.ContainsFunc(name, unicode.IsLetter), strings.ContainsAny(name, ";；…"):
		return "", false
	case slices.ContainsFunc(notABody(), func(w string) bool { return strings.Contains(f, w) }), provisional(name):
		return "", false
	}
	return name, true
}

// computes is how a text says that its figures were computed or estimated by who
// made the table, and not how a measure is reckoned: «в расчёте на душу населения».
var computes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:расч[её]т(?:ы|ам|ов|ах|ные|ных|но)?|рассчитан[оаы]?|исчислен[оаы]?|оценк[аие]|оценками?|calculat(?:ed|ions?)|computed|computations?|estimat(?:ed|es?|ions?))(?:[^\p{L}]|$)|计算|测算|推算|估算`)
})

// OwnComputation reports whether a text above or below a table says that its
// figures are somebody's computation, whatever body's figures it was made of:
// «Источник: ФТС России, расчёты отдела». Only a line on the source or one that
// names a body of statistics tells that of the figures as a whole, or one that
// begins with it.
func OwnComputation(text string) bool {
	line := strings.Join(strings.Fields(text), " ")
	at := computes().FindStringIndex(line)
	if at == nil {
		return false
	}
	const near = 12 // bytes: «* По », "Our "
	return at[0] <= near || sourceLine().MatchString(line) || OfStatistics(line)
}

// BodyOfStatistics reports whether the name of a publisher is one of the customs or
// of a statistical office; a firm that has such a word in its name is none.
func BodyOfStatistics(name string) bool {
	f := codes.Fold(name)
	words := strings.FieldsFunc(f, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",()", r) })
	if strings.ContainsAny(name, `«"“„`) || slices.ContainsFunc([]string{"ооо", "ао", "пао", "зао", "ип", "llc", "ltd", "ltd.", "inc", "inc."}, func(w string) bool { return slices.Contains(words, w) }) {
		return false
	}
	if slices.Contains(words, "таможня") || slices.Contains(words, "фтс") || slices.Contains(words, "росстат") {
		return true
	}
	return OfStatistics(name) || slices.ContainsFunc([]string{
		"таможенная служб", "таможенное управлен", "таможенный комитет", "служба государственной статистик", "служба статистик",
		"статистический комитет", "статистическое управлен", "комитет по статистик", "комитет статистик", "комитет государственной статистик", "агентство по статистик", "бюро национальной статистик", "статистическое бюро",
		"customs administration", "administration of customs", "customs office", "customs authority", "customs committee",
		"bureau of statistics", "office of statistics", "statistics office", "state statistics service", "statistics committee", "committee on statistics",
		"海关", "统计局", "统计委员会",
	}, func(w string) bool { return strings.Contains(f, w) })
}
