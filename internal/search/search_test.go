package search_test

import (
	"slices"
	"strings"
	"testing"
	"testing/quick"

	"briefing/internal/search"
)

var entries = []search.Entry{
	{Title: "Агрохаб «Селятино», план к 2024 году", Text: "283,5 тыс. т"},
	{Title: "Си Цзиньпин", Text: "Xi Jinping 习近平 Xí Jìnpíng Председатель КНР"},
	{Title: "Меморандум с провинцией Шаньдун", Text: "июнь 2022 г."},
	{Title: "Объём поставок отчётного года"},
	{Title: "Export of agricultural goods", Text: "hello"},
	{Title: "Грузооборот", Text: "Агрохаб"},
	{Title: "План мероприятий 12 сторон", Text: "до 2 мая"},
	{Title: "Рост на 12,25 %"},
	{Title: "Доля поставок", Text: "12,2 %"},
	{Title: "Код 112,2"},
	{Title: "Встреча 20.03.2023"},
}

func TestWhatIsMeantIsFound(t *testing.T) {
	x := search.New(entries)
	for _, c := range []struct {
		query string
		want  []int
		meant string
	}{
		{"агрохаб", []int{0, 5}, ""},                       // title before text
		{"fuhj[f,", []int{0, 5}, "агрохаб"},                // wrong layout
		{"FUHJ{F<", []int{0, 5}, "АГРОХАБ"},                // with capitals
		{"руддщ", []int{4}, "hello"},                       // the other way
		{"план агрохаб", []int{0}, ""},                     // all words, in any order
		{"283,5", []int{0}, ""},                            // a number as it is printed
		{"283.5", []int{0}, ""},                            // and as it is stored
		{"12,2", []int{8, 7}, ""},                          // one number, no part of another, the whole one first
		{"03.2023", []int{10}, ""},                         // a date in part
		{"习近", []int{1}, ""},                               // Chinese
		{"jinping", []int{1}, ""},                          // marks of tones don't count
		{"отчетного объем", []int{3}, ""},                  // е for ё
		{"shandong", []int{2}, ""},                         // pinyin of a name that stands in Russian
		{"меморандума", []int{2}, ""},                      // another case
		{"провинции", []int{2}, ""},                        //
		{"селятино 2030", nil, ""},                         // one word is not there
		{"", nil, ""},                                      //
		{"  ", nil, ""},                                    //
		{"«»", nil, ""},                                    //
		{strings.Repeat("агрохаб ", 900), []int{0, 5}, ""}, // pasted by mistake
	} {
		got := x.Find(c.query)
		var at []int
		for _, h := range got.Hits {
			at = append(at, h.At)
		}
		if !slices.Equal(at, c.want) || got.Meant != c.meant {
			t.Errorf("%.30q finds %v, meant %q; want %v, %q", c.query, at, got.Meant, c.want, c.meant)
		}
	}
}

func TestFoundLettersAreMarked(t *testing.T) {
	x := search.New(entries)
	for query, want := range map[string]string{
		"селят": "Селят", "2024 план": "план|2024", "объем": "Объём", "борот": "борот", "shandong": "Шаньдун",
	} {
		h := x.Find(query).Hits[0]
		title := []rune(entries[h.At].Title)
		var got []string
		for _, s := range h.Spans {
			got = append(got, string(title[s.From:s.To]))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q marks %q, want %q", query, got, want)
		}
	}
}

func TestTheOtherLayoutThereAndBack(t *testing.T) {
	for _, s := range []string{"агрохаб", "объём", "Xi Jinping", "Привет, мир"} {
		if got := search.OtherLayout(search.OtherLayout(strings.Map(letters, s))); got != strings.Map(letters, s) {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

func letters(r rune) rune {
	if strings.ContainsRune(" ,.", r) {
		return -1
	}
	return r
}

func TestAnyQueryIsAnswered(t *testing.T) {
	x := search.New(entries)
	ok := func(query string) bool {
		for _, h := range x.Find(query).Hits {
			n := len([]rune(entries[h.At].Title))
			for _, s := range h.Spans {
				if s.From < 0 || s.To > n || s.From >= s.To {
					return false
				}
			}
		}
		return true
	}
	if err := quick.Check(ok, nil); err != nil {
		t.Error(err)
	}
}
