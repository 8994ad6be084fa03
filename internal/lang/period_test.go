package lang_test

import (
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// periods are periods of every kind with their printed forms: full and short,
// in Russian, English and Chinese.
var periods = []struct {
	stored      string
	full, short [3]string
}{
	{"", [3]string{}, [3]string{}},
	{
		"2023-03-20",
		[3]string{"20 марта 2023 г.", "20 March 2023", "2023年3月20日"},
		[3]string{"20.03.2023", "20 Mar 2023", "2023年3月20日"},
	},
	{
		"2022-06",
		[3]string{"июнь 2022 г.", "June 2022", "2022年6月"},
		[3]string{"июнь 2022", "Jun 2022", "2022年6月"},
	},
	{
		"2022-Q3",
		[3]string{"III квартал 2022 г.", "Q3 2022", "2022年第三季度"},
		[3]string{"III кв. 2022", "Q3 2022", "2022年三季度"},
	},
	{
		"2022-H2",
		[3]string{"II полугодие 2022 г.", "H2 2022", "2022年下半年"},
		[3]string{"II пол. 2022", "H2 2022", "2022年下半年"},
	},
	{
		"2022",
		[3]string{"2022 год", "2022", "2022年"},
		[3]string{"2022", "2022", "2022年"},
	},
	{
		"2022-01..2022-10",
		[3]string{"январь–октябрь 2022 г.", "January–October 2022", "2022年1—10月"},
		[3]string{"янв.–окт. 2022", "Jan–Oct 2022", "2022年1—10月"},
	},
	{
		"2022-11..2023-03",
		[3]string{"ноябрь 2022 г. – март 2023 г.", "November 2022 – March 2023", "2022年11月至2023年3月"},
		[3]string{"нояб. 2022 – март 2023", "Nov 2022 – Mar 2023", "2022年11月至2023年3月"},
	},
	{
		"2023-03-20..2023-03-22",
		[3]string{"20–22 марта 2023 г.", "20–22 March 2023", "2023年3月20—22日"},
		[3]string{"20–22.03.2023", "20–22 Mar 2023", "2023年3月20—22日"},
	},
	{
		"2023-02-28..2023-03-02",
		[3]string{"28 февраля – 2 марта 2023 г.", "28 February – 2 March 2023", "2023年2月28日至3月2日"},
		[3]string{"28.02–02.03.2023", "28 Feb – 2 Mar 2023", "2023年2月28日至3月2日"},
	},
	{
		"2022-12-28..2023-01-02",
		[3]string{"28 декабря 2022 г. – 2 января 2023 г.", "28 December 2022 – 2 January 2023", "2022年12月28日至2023年1月2日"},
		[3]string{"28.12.2022 – 02.01.2023", "28 Dec 2022 – 2 Jan 2023", "2022年12月28日至2023年1月2日"},
	},
	{
		"2018..2022",
		[3]string{"2018–2022 годы", "2018–2022", "2018—2022年"},
		[3]string{"2018–2022", "2018–2022", "2018—2022年"},
	},
	{
		"2022-11..",
		[3]string{"с ноября 2022 г.", "from November 2022", "2022年11月起"},
		[3]string{"с ноября 2022", "from Nov 2022", "2022年11月起"},
	},
	{
		"2022..",
		[3]string{"с 2022 года", "from 2022", "2022年起"},
		[3]string{"с 2022", "from 2022", "2022年起"},
	},
	{
		"..2023-03-20",
		[3]string{"по 20 марта 2023 г.", "until 20 March 2023", "截至2023年3月20日"},
		[3]string{"по 20.03.2023", "until 20 Mar 2023", "截至2023年3月20日"},
	},
	{
		"2022-06..2022-11-15",
		[3]string{"июнь 2022 г. – 15 ноября 2022 г.", "June 2022 – 15 November 2022", "2022年6月至2022年11月15日"},
		[3]string{"июнь 2022 – 15.11.2022", "Jun 2022 – 15 Nov 2022", "2022年6月至2022年11月15日"},
	},
	{
		"by-2024",
		[3]string{"к 2024 году", "by 2024", "到2024年"},
		[3]string{"к 2024", "by 2024", "到2024年"},
	},
}

func TestPeriodsInPrint(t *testing.T) {
	for _, c := range periods {
		for i, l := range briefing.Langs() {
			p := briefing.Per(c.stored)
			if got := plain(lang.Period(l, p)); got != c.full[i] {
				t.Errorf("%s in %s: %q, want %q", c.stored, l, got, c.full[i])
			}
			if got := plain(lang.PeriodShort(l, p)); got != c.short[i] {
				t.Errorf("%s in %s, short: %q, want %q", c.stored, l, got, c.short[i])
			}
		}
	}
}

func TestPrintedPeriodsReadBack(t *testing.T) {
	for _, c := range periods {
		for i, l := range briefing.Langs() {
			for _, s := range []string{c.stored, c.full[i], c.short[i], lang.Period(l, briefing.Per(c.stored))} {
				p, err := lang.ParsePeriod(briefing.RU, s)
				if err != nil || p != briefing.Per(c.stored) {
					t.Errorf("%q: %v %v, want %s", s, p, err, c.stored)
				}
			}
		}
	}
}

func TestTypedPeriods(t *testing.T) {
	for typed, want := range map[string]string{
		"20.03.2023": "2023-03-20", "20.3.2023": "2023-03-20", "20.03.23": "2023-03-20", "20/03/2023": "2023-03-20", "2023/03/20": "2023-03-20", "2023.03.20": "2023-03-20",
		"20 марта 2023": "2023-03-20", "20 мар 2023 г": "2023-03-20", "20 МАРТА 2023 ГОДА": "2023-03-20", "March 20, 2023": "2023-03-20", "20th of March 2023": "2023-03-20",
		"20 March 2023": "2023-03-20", "2023年3月20号": "2023-03-20", "2023 年 3 月 20 日": "2023-03-20", "２０２３年３月２０日": "2023-03-20",
		"июнь 2022": "2022-06", "июня 2022 года": "2022-06", "06.2022": "2022-06", "за июнь 2022": "2022-06", "sept 2022": "2022-09", "2022/06": "2022-06",
		"III кв. 2022": "2022-Q3", "3 кв 2022": "2022-Q3", "третий квартал 2022 года": "2022-Q3", "2022 q3": "2022-Q3", "third quarter of 2022": "2022-Q3", "2022年第3季度": "2022-Q3",
		"1 полугодие 2022": "2022-H1", "первое полугодие 2022 г.": "2022-H1", "first half of 2022": "2022-H1", "2022年上半年": "2022-H1",
		"2022 г.": "2022", "2022 год": "2022", "в 2022 году": "2022", "2022年": "2022",
		"янв–окт 2022": "2022-01..2022-10", "янв-окт 2022": "2022-01..2022-10", "янв. - окт. 2022 г.": "2022-01..2022-10", "с января по октябрь 2022": "2022-01..2022-10",
		"10 месяцев 2022 года": "2022-01..2022-10", "9 мес. 2022": "2022-01..2022-09", "9 months of 2022": "2022-01..2022-09", "2022年前10个月": "2022-01..2022-10",
		"01.2022–10.2022": "2022-01..2022-10", "с 01.2022 по 10.2022": "2022-01..2022-10", "2022年1-10月": "2022-01..2022-10", "I–III кварталы 2022": "2022-01..2022-09", "1-3 кв. 2022": "2022-01..2022-09",
		"20-22 марта 2023": "2023-03-20..2023-03-22", "с 20 по 22 марта 2023 года": "2023-03-20..2023-03-22", "March 20–22, 2023": "2023-03-20..2023-03-22", "from 20 to 22 March 2023": "2023-03-20..2023-03-22",
		"20.03.2023 - 22.03.2023": "2023-03-20..2023-03-22", "20.03.2023-22.03.2023": "2023-03-20..2023-03-22", "20.03.2023 .. 22.03.2023": "2023-03-20..2023-03-22",
		"2018-2022": "2018..2022", "2018—2022 гг.": "2018..2022", "с 2018 по 2022 год": "2018..2022", "2018年到2022年": "2018..2022", "2018年至2022年": "2018..2022",
		"с 2022": "2022..", "since June 2022": "2022-06..", "自2022年11月起": "2022-11..", "до 20.03.2023": "..2023-03-20", "up to 20 March 2023": "..2023-03-20",
		"к 2024 г.": "by-2024", "к 2024": "by-2024", "by 2024": "by-2024", "到2024年": "by-2024", " 2022 ": "2022",
	} {
		for _, l := range briefing.Langs() {
			p, err := lang.ParsePeriod(l, typed)
			if err != nil || p.String() != want {
				t.Errorf("%q in %s: %s %v, want %s", typed, l, p, err, want)
			}
		}
	}
}

func TestPeriodsThatAreNotOnesAreRefused(t *testing.T) {
	for _, typed := range []string{
		"июнь", "20 марта", "20.03", "31.04.2023", "29.02.2023", "32.01.2023", "13.2022", "5 кв. 2022", "3 полугодие 2022", "13 месяцев 2022", "2022 2023",
		"март 2023 – ноябрь 2022", "22–20 марта 2023", "к июню 2024", "20.03.2023 21.03.2023", "прошлый год", "недавно", "скоро 2023", "2023-13", "год", "с", "по", "–", "..", "q", "кв",
		"12345", "2023-03-20 23:00", "20 22 марта 2023", "март апрель 2023", "0000", "III–I кв. 2022", "янв–окт", "20.3.1", "2018–22",
	} {
		if p, err := lang.ParsePeriod(briefing.RU, typed); err == nil {
			t.Errorf("%q was read as %s", typed, p)
		} else if briefing.CodeOf(err) != briefing.CodeBadPeriod {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, c := range periods {
		for i := range 3 {
			f.Add(c.full[i])
			f.Add(c.short[i])
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := lang.ParsePeriod(briefing.RU, s)
		if err != nil {
			return
		}
		if q, err := briefing.ParsePeriod(p.String()); err != nil || q != p {
			t.Fatalf("%q gives %v, which is not stored as itself: %v %v", s, p, q, err)
		}
		for _, l := range briefing.Langs() {
			for _, print := range []func(briefing.Lang, briefing.Period) string{lang.Period, lang.PeriodShort} {
				printed := print(l, p)
				q, err := lang.ParsePeriod(l, printed)
				if err != nil || print(l, q) != printed {
					t.Errorf("%q is %s, printed %q in %s, read back %s %v", s, p, printed, l, q, err)
				}
			}
		}
	})
}

func TestMomentsAndStamps(t *testing.T) {
	for stamp, want := range map[briefing.Stamp][3]string{
		"":                          {"дата не указана", "date not stated", "日期未注明"},
		"2023":                      {"2023 год", "2023", "2023年"},
		"2023-03":                   {"март 2023 г.", "March 2023", "2023年3月"},
		"2023-03-20":                {"20.03.2023", "20 March 2023", "2023年3月20日"},
		"2023-03-20T23:00:00+03:00": {"20.03.2023 23:00 МСК", "20 March 2023, 23:00 Moscow time", "莫斯科时间2023年3月20日23:00"},
		"2023-03-20T21:05:00+08:00": {"20.03.2023 21:05 UTC+8", "20 March 2023, 21:05 UTC+8", "2023年3月20日21:05（UTC+8）"},
		"2023-03-20T09:05:00-03:30": {"20.03.2023 09:05 UTC−3:30", "20 March 2023, 09:05 UTC−3:30", "2023年3月20日09:05（UTC−3:30）"},
		"2023-03-20T09:05:00Z":      {"20.03.2023 09:05 UTC", "20 March 2023, 09:05 UTC", "2023年3月20日09:05（UTC）"},
		"not a stamp":               {"not a stamp", "not a stamp", "not a stamp"},
	} {
		for i, l := range briefing.Langs() {
			if got := plain(lang.Stamp(l, stamp)); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", stamp, l, got, want[i])
			}
		}
	}
	if got := lang.Weekday(briefing.RU, time.Monday) + lang.Weekday(briefing.ZH, time.Sunday) + lang.Month(briefing.RU, 10, true); got != "понедельник星期日окт." {
		t.Error(got)
	}
}

func TestTypedMoments(t *testing.T) {
	moscow := time.FixedZone("", 3*3600)
	for typed, want := range map[string]briefing.Stamp{
		"": "", "дата не указана": "", "20.03.2023": "2023-03-20", "март 2023": "2023-03", "2023": "2023", "20 March 2023": "2023-03-20",
		"20.03.2023 23:00": "2023-03-20T23:00:00+03:00", "20.03.2023, 9:05": "2023-03-20T09:05:00+03:00", "20.03.2023 23:00 МСК": "2023-03-20T23:00:00+03:00",
		"2023-03-20 23:00": "2023-03-20T23:00:00+03:00", "2023-03-20T21:00:00+08:00": "2023-03-20T21:00:00+08:00", "2023-03-20T21:00": "2023-03-20T21:00:00+03:00",
		"20.03.2023 23:00 мск": "2023-03-20T23:00:00+03:00", "20 March 2023, 23:00 Moscow time": "2023-03-20T23:00:00+03:00", "莫斯科时间2023年3月20日23:00": "2023-03-20T23:00:00+03:00",
		"20.03.2023 21:05 UTC+8": "2023-03-20T21:05:00+08:00", "20.03.2023 09:05 UTC−3:30": "2023-03-20T09:05:00-03:30", "2023年3月20日21:05（UTC+8）": "2023-03-20T21:05:00+08:00",
		"20.03.2023 09:05 UTC": "2023-03-20T09:05:00+00:00", "2023-03-20 09:05 +03:00": "2023-03-20T09:05:00+03:00", "2023-03-20 09:05Z": "2023-03-20T09:05:00+00:00",
		"date not stated": "", "日期未注明": "",
	} {
		got, err := lang.ParseStamp(briefing.RU, typed, moscow)
		if err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", typed, got, err, want)
		}
	}
	for _, typed := range []string{"вчера", "20.03.2023 25:00", "20.03.2023 23:61", "20.03.2023 23:00 Пекин", "март 2023 10:00", "20.03.2023 23:0", ":", "20.03.2023 23:00 UTC+15", "20.03.2023 23:00 UTC+3:75", "20.03.2023 23:00 +", "20.03.2023 МСК", "III кв. 2022", "20–22.03.2023"} {
		if got, err := lang.ParseStamp(briefing.RU, typed, moscow); err == nil {
			t.Errorf("%q was read as %q", typed, got)
		} else if briefing.CodeOf(err) != briefing.CodeBadMoment {
			t.Errorf("%q: %v", typed, err)
		}
	}
	// What is printed in one language can be typed in any, wherever the machine is.
	for _, want := range []briefing.Stamp{"", "2023", "2023-03", "2023-03-20", "2023-03-20T23:00:00+03:00", "2023-03-20T21:05:00+08:00", "2023-03-20T09:05:00-03:30", "2023-03-20T09:05:00Z"} {
		for _, printed := range briefing.Langs() {
			for _, typed := range briefing.Langs() {
				for _, in := range []*time.Location{moscow, time.UTC, time.FixedZone("", 8*3600)} {
					s := lang.Stamp(printed, want)
					if got, err := lang.ParseStamp(typed, s, in); err != nil || !got.Same(want) {
						t.Errorf("%q in %s reads as %q %v, want %q", s, typed, got, err, want)
					}
				}
			}
		}
	}
}

func FuzzParseStamp(f *testing.F) {
	for _, s := range []string{"20.03.2023 23:00", "2023-03-20T21:00:00+08:00", "март 2023", "莫斯科时间2023年3月20日23:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := lang.ParseStamp(briefing.RU, s, time.UTC)
		if err != nil {
			return
		}
		if _, err := briefing.ParseStamp(string(got)); err != nil {
			t.Errorf("%q gives %q: %v", s, got, err)
		}
	})
}
