package redline_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
)

// visit is a document with the programme of a visit and a table of agreements, as
// the pack makes them.
func visit(hour, storedHour string) *document.Document {
	event := briefing.Ref{Kind: briefing.KindEvent, ID: "E-1"}
	agreement := briefing.Ref{Kind: briefing.KindAgreement, ID: "A-1"}
	shows := func(r briefing.Ref, join string, list ...string) *document.Shown {
		s := &document.Shown{Ref: r, Join: join}
		for i := 0; i < len(list); i += 2 {
			s.Fields = append(s.Fields, document.ShownField{Field: list[i], Stored: list[i+1]})
		}
		return s
	}
	head := "Встреча с хокимом"
	if hour != "" {
		head = hour + document.HourJoin + head
	}
	signed := document.Txt("апрель 2019 г., день уточняется")
	signed.Shows = shows(agreement, "", "signed", "2019-04")
	signed.Shows.Tail = ", день уточняется"
	none := document.Txt("дата не назначена")
	none.Shows = shows(briefing.Ref{Kind: briefing.KindAgreement, ID: "A-2"}, "", "signed", "")
	none.Shows.Tail = "дата не назначена" // there is nothing before it
	state := document.Txt("готовится")
	state.Shows = shows(agreement, "", "status", "preparing")
	return &document.Document{
		Lang: briefing.RU, Form: "pack", Audience: briefing.Leader, Page: document.A4(false),
		Sections: []document.Section{{Key: "event", Level: 1, Title: "Событие", Blocks: []document.Block{
			document.Table{ID: "T01", Columns: []document.Column{{Title: "День"}, {Title: "Утро"}}, Rows: []document.Row{{Cells: []document.Cell{
				document.Txt("11 декабря"),
				{Runs: []document.Run{
					{Text: head, Bold: true, Shows: shows(event, document.HourJoin, "clock", storedHour, "title_ru", "Встреча с хокимом")},
					{Text: "\n"},
					{Text: "Самарканд", Shows: shows(event, "", "place_ru", "Самарканд")},
					{Text: "\nБобоев А. М."},
				}},
			}}}},
			document.Table{ID: "T02", Columns: []document.Column{{Title: "Дата"}, {Title: "Дата"}, {Title: "Состояние"}}, Rows: []document.Row{
				{Cells: []document.Cell{signed, none, state}},
			}},
		}}},
	}
}

func TestHoursPlacesDaysAndChoicesAreReadBack(t *testing.T) {
	for _, c := range []struct {
		name, hour, stored string
		pairs              []string
		want               string // "field: after", parted by "|"
	}{
		{"an hour", "09:30", "09:30", []string{"09:30", "10:00"}, "clock: 10:00"},
		{"an hour keeps its zone", "09:30", "09:30+05:00", []string{"09:30", "9.45"}, "clock: 09:45+05:00"},
		{"an hour with its zone", "09:30 UTC+5", "09:30+05:00", []string{"09:30 UTC+5", "10:00 МСК"}, "clock: 10:00+03:00"},
		{"an hour and a title", "09:30", "09:30", []string{"09:30\u00a0Встреча", "10:00 Беседа"}, "clock: 10:00|title_ru: Беседа с хокимом"},
		{"a title", "09:30", "09:30", []string{"Встреча с", "Деловая встреча с"}, "title_ru: Деловая встреча с хокимом"},
		{"an hour that was not known", "", "", []string{"Встреча с", "10:15 Встреча с"}, "clock: 10:15"},
		{"an hour taken out", "09:30", "09:30", []string{"09:30\u00a0", ""}, "clock: "},
		{"an hour with its end", "11:00–12:30", "11:00/12:30", []string{"11:00–12:30", "11:15–12:45"}, "clock: 11:15/12:45"},
		{"an hour with its end, blanks around the dash", "11:00–12:30", "11:00/12:30", []string{"11:00–12:30", "11:15 – 12:45"}, "clock: 11:15/12:45"},
		{"an end that was not known", "11:00", "11:00", []string{"11:00", "11:00–12:45"}, "clock: 11:00/12:45"},
		{"a beginning alone moves its end", "11:00–12:30", "11:00+05:00/12:30", []string{"11:00–12:30", "11:15"}, "clock: 11:15+05:00/12:45"},
		{"an end taken out", "11:00–12:30", "11:00/12:30", []string{"11:00–12:30", "11:00"}, "clock: 11:00"},
		{"a beginning past its end", "11:00–12:30", "11:00/12:30", []string{"11:00–12:30", "13:00–12:30"}, "clock! ends"},
		{"into the next day", "19:00–21:00", "19:00/21:00", []string{"19:00–21:00", "22:00–00:30"}, "clock: 22:00/00:30"},
		{"an end and its zone", "11:00–12:30 UTC+5", "11:00+05:00/12:30", []string{"11:00–12:30 UTC+5", "11:00–12:45 МСК"}, "clock: 11:00+03:00/12:45"},
		{"a place", "09:30", "09:30", []string{"Самарканд", "Самарканд, хокимият"}, "place_ru: Самарканд, хокимият"},
		{"a day for none", "", "", []string{"дата не назначена", "декабрь 2026 г."}, "signed: 2026-12"},
		{"a day for a month", "", "", []string{"апрель 2019 г.", "12 апреля 2019 г.", ", день уточняется", ""}, "signed: 2019-04-12"},
		{"a day that can't be read", "", "", []string{"дата не назначена", "скоро"}, "signed! value"},
		{"a choice", "", "", []string{"готовится", "Подписано"}, "status: signed"},
		{"a choice that is none", "", "", []string{"готовится", "почти готово"}, "status! value"},
		{"people are put together by the program", "", "", []string{"Бобоев А. М.", "Бобоев А. Х."}, "! program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := visit(c.hour, c.stored)
			res := compare(t, d, edited(t, d, c.pairs...))
			var got []string
			for _, x := range res.Differences {
				if x.Reason != "" {
					got = append(got, x.Field.Key+"! "+string(x.Reason))
					continue
				}
				got = append(got, x.Field.Key+": "+x.After)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %q, want %q: %+v", s, c.want, res.Differences)
			}
			if len(res.Missing) > 0 {
				t.Errorf("missing %+v", res.Missing)
			}
		})
	}
}

// What was not edited is no difference, however it is printed.
func TestAnUneditedProgrammeIsTheSame(t *testing.T) {
	for _, d := range []*document.Document{visit("09:30", "09:30"), visit("09:30 UTC+5", "09:30+05:00"), visit("", "")} {
		if res := compare(t, d, edited(t, d)); len(res.Differences) > 0 || len(res.Missing) > 0 {
			t.Errorf("%+v", res)
		}
	}
	d := visit("09:30", "09:30")
	pieces, err := docx.Pieces(d)
	if err != nil {
		t.Fatal(err)
	}
	fields := 0
	for _, p := range pieces {
		if p.Key.Kind == docx.FieldPiece {
			fields++
		}
	}
	if fields != 5 {
		t.Errorf("%d fields are read back: %+v", fields, pieces)
	}
}

// Whoever takes the edit sees the end that the item gets.
func TestAnEndThatMovesIsShown(t *testing.T) {
	d := visit("11:00–12:30", "11:00/12:30")
	list := compare(t, d, edited(t, d, "11:00–12:30", "11:15")).Differences
	if len(list) != 1 || list[0].Now != "11:15" || list[0].Taken != "11:15–12:45" {
		t.Errorf("%+v", list)
	}
}
