package redline_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
	"briefing/internal/redline"
)

// trade is a talking point as people write them: figures, a change and words.
const trade = "Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Готовы нарастить поставки муки до {F2}. Благодарим за приём."

func tradeFigures() map[string]string {
	return map[string]string{
		"{F1}": "около 78,6\u00a0млн долл.\u00a0США", "{F1:change}": "+15,1\u00a0%",
		"{F2}": "более 7,5\u00a0тыс.\u00a0т",
	}
}

// returned gives the text of the first paragraph another form, as somebody does
// who writes over it.
func returned(t *testing.T, d *document.Document, text string) *docx.Returned {
	t.Helper()
	back := edited(t, d)
	for i := range back.Parts {
		if back.Parts[i].Key.Kind == docx.FieldPiece {
			back.Parts[i].Text = text
			return back
		}
	}
	t.Fatal("the document has no text of a record")
	return nil
}

func TestWordsAreTakenAndAnOverwrittenFigureIsTold(t *testing.T) {
	for _, c := range []struct {
		name, now, after string
		figures          []redline.Figure
		kept             int
		reason           redline.Reason
	}{
		{
			"a number and a sentence",
			"Товарооборот за десять месяцев составил около 80,1 млн долл. США, рост +15,1 %. Готовы нарастить поставки муки до более 7,5 тыс. т. Предлагаем открыть торговый дом. Благодарим за приём.",
			"Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Готовы нарастить поставки муки до {F2}. Предлагаем открыть торговый дом. Благодарим за приём.",
			[]redline.Figure{{"{F1}", "около 78,6\u00a0млн долл.\u00a0США", "около 80,1 млн долл. США"}},
			0, "",
		},
		{
			"all numbers and the words around them",
			"Оборот торговли за десять месяцев достиг почти 80,1 млн долл. США, рост на 16 %. Готовы увеличить поставки муки и масла до 8 тыс. т в год. Благодарим за приём.",
			"Оборот торговли за десять месяцев достиг {F1}, рост на {F1:change}. Готовы увеличить поставки муки и масла до {F2} в год. Благодарим за приём.",
			[]redline.Figure{{"{F1}", "около 78,6\u00a0млн долл.\u00a0США", "почти 80,1 млн долл. США"}, {"{F1:change}", "+15,1\u00a0%", "16 %"}, {"{F2}", "более 7,5\u00a0тыс.\u00a0т", "8 тыс. т"}},
			0, "",
		},
		{
			"the word of precision and a word of the text",
			"Товарооборот за десять месяцев составил более 78,6 млн долл. США, прирост +15,1 %. Готовы нарастить поставки муки до более 7,5 тыс. т. Благодарим за приём.",
			"Товарооборот за десять месяцев составил {F1}, прирост {F1:change}. Готовы нарастить поставки муки до {F2}. Благодарим за приём.",
			[]redline.Figure{{"{F1}", "около 78,6\u00a0млн долл.\u00a0США", "более 78,6 млн долл. США"}},
			0, "",
		},
		{
			"nothing but a number",
			"Товарооборот за десять месяцев составил около 78,6 млн долл. США, рост +15,1 %. Готовы нарастить поставки муки до более 9 тыс. т. Благодарим за приём.",
			"",
			[]redline.Figure{{"{F2}", "более 7,5\u00a0тыс.\u00a0т", "более 9 тыс. т"}},
			0, redline.Bound,
		},
		{
			"a sentence cut with its figure, another number overwritten",
			"Товарооборот за десять месяцев составил около 80 млн долл. США, рост +15,1 %. Благодарим за приём.",
			"Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Благодарим за приём.",
			[]redline.Figure{{"{F1}", "около 78,6\u00a0млн долл.\u00a0США", "около 80 млн долл. США"}, {"{F2}", "более 7,5\u00a0тыс.\u00a0т", ""}},
			0, "",
		},
		{
			"words in place of a number",
			"Товарооборот за десять месяцев составил около 78,6 млн долл. США, заметный рост. Готовы нарастить поставки муки до более 7,5 тыс. т. Благодарим за приём.",
			"Товарооборот за десять месяцев составил {F1}, заметный рост. Готовы нарастить поставки муки до {F2}. Благодарим за приём.",
			[]redline.Figure{{"{F1:change}", "+15,1\u00a0%", ""}},
			0, "",
		},
		{
			"a number that came to stand elsewhere in its sentence: which it is can't be told, the other sentences are taken",
			"На 16 % больше составил товарооборот: около 78,6 млн долл. США. Готовы нарастить поставки муки до более 7,5 тыс. т. Благодарим за тёплый приём.",
			"Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Готовы нарастить поставки муки до {F2}. Благодарим за тёплый приём.",
			nil, 1, "",
		},
		{
			"the year of a plan beside a number",
			"Товарооборот за десять месяцев составил около 78,6 млн долл. США, рост +15,1 %. Готовы к 2028 году нарастить поставки муки до 9 тыс. т. Благодарим за приём.",
			"Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Готовы к 2028 году нарастить поставки муки до {F2}. Благодарим за приём.",
			[]redline.Figure{{"{F2}", "более 7,5\u00a0тыс.\u00a0т", "9 тыс. т"}},
			0, "",
		},
		{
			"one figure moved, another overwritten",
			"Готовы нарастить поставки муки до более 7,5 тыс. т. Товарооборот за десять месяцев составил около 80,1 млн долл. США, рост +15,1 %. Благодарим за приём.",
			"Готовы нарастить поставки муки до {F2}. Товарооборот за десять месяцев составил {F1}, рост {F1:change}. Благодарим за приём.",
			[]redline.Figure{{"{F1}", "около 78,6\u00a0млн долл.\u00a0США", "около 80,1 млн долл. США"}},
			0, "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := pack(trade, tradeFigures())
			res := compare(t, d, returned(t, d, c.now))
			if len(res.Differences) != 1 {
				t.Fatalf("%d differences: %+v", len(res.Differences), res.Differences)
			}
			got := res.Differences[0]
			if got.Reason != c.reason || got.After != c.after || !slices.Equal(got.Figures, c.figures) || len(got.Kept) != c.kept {
				t.Errorf("got  %q\nwant %q\nfigures %q, kept %q, reason %q", got.After, c.after, got.Figures, got.Kept, got.Reason)
			}
			if got.Reason == "" && docx.Print(print(got.After, tradeFigures())) != docx.Print(got.Taken) {
				t.Errorf("it says %q, and would print %q", got.Taken, print(got.After, tradeFigures()))
			}
		})
	}
}

// Numbers of sources that were written again with their paragraph are no part of
// its text; other ones than were printed are told.
func TestNumbersOfSourcesDoNotGetIntoTheText(t *testing.T) {
	for _, c := range []struct {
		name, text, around, want string
	}{
		{"written again", "За 2022 год поставлено около 90 тыс. т, из них 40 тыс. т мяса; план – 40 тыс. т. [1]", "", "body_ru"},
		{"before the full stop", "За 2022 год поставлено около 90 тыс. т, из них 40 тыс. т мяса; план – 40 тыс. т [1].", "", "body_ru"},
		{"beside the printed one", "За 2022 год поставлено около 90 тыс. т, из них 40 тыс. т мяса; план – 40 тыс. т. [1]", "[1]", "body_ru"},
		{"another source", "За 2022 год поставлено около 90 тыс. т, из них 40 тыс. т мяса; план – 40 тыс. т. [1], [4]", "", "! [1] → [1], [4]|body_ru"},
		{"nothing else", "За 2022 год отгружено около 90 тыс. т, из них 40 тыс. т мяса; план – 40 тыс. т. [1]", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := pack(stored, figures())
			back := edited(t, d)
			for i := range back.Parts {
				if back.Parts[i].Key.Kind == docx.FieldPiece {
					back.Parts[i].Text, back.Parts[i].Around = c.text, c.around
				}
			}
			var got []string
			for _, x := range compare(t, d, back).Differences {
				if x.Reason != "" {
					got = append(got, "! "+x.Was+" → "+x.Now)
					continue
				}
				got = append(got, x.Field.Key)
				if want := "За 2022 год поставлено {F-1}, из них {F-2:value} мяса; план – 40 тыс. т."; x.After != want {
					t.Errorf("%q", x.After)
				}
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

// print puts the figures into a stored text.
func print(stored string, figures map[string]string) string {
	list := briefing.BindingsOf(stored)
	slices.Reverse(list)
	for _, b := range list {
		stored = stored[:b.Start] + figures[stored[b.Start:b.End]] + stored[b.End:]
	}
	return stored
}

// When the words have been taken, the number alone is told on; when the fact has
// been mended, nothing is.
func TestAnOverwrittenFigureIsToldUntilItsFactSaysIt(t *testing.T) {
	sent := pack(trade, tradeFigures())
	back := returned(t, sent, strings.NewReplacer("около 78,6", "около 80,1", "Благодарим", "Сердечно благодарим").Replace(print(trade, tradeFigures())))
	first := compare(t, sent, back).Differences
	if len(first) != 1 || first[0].Reason != "" {
		t.Fatalf("%+v", first)
	}
	then := compare(t, pack(first[0].After, tradeFigures()), back).Differences
	if len(then) != 1 || then[0].Reason != redline.Bound || len(then[0].Figures) != 1 || then[0].Figures[0].Now != "около 80,1\u00a0млн долл.\u00a0США" {
		t.Errorf("after the words were taken: %+v", then)
	}
	mended := tradeFigures()
	mended["{F1}"] = strings.Replace(mended["{F1}"], "78,6", "80,1", 1)
	if left := compare(t, pack(first[0].After, mended), back).Differences; len(left) != 0 {
		t.Errorf("after the fact was mended: %+v", left)
	}
}

// Whatever comes back: a figure is never lost without being told, no number is
// bound to a figure that it was not before, and what is shown is what is stored.
func FuzzMergedEdits(f *testing.F) {
	for _, s := range []string{
		"", print(trade, tradeFigures()), "Товарооборот составил 5, рост 3 %.", "{F1} и {F2}", "более 7,5 тыс. т около 78,6 млн долл. США", "78,6 78,6 +15,1 % +15,1 %",
		"около 78,6 млн долл. США – рост, более 7,5 тыс. т", "Готовы нарастить поставки муки до 20.03.2026.",
	} {
		f.Add(s)
	}
	d := pack(trade, tradeFigures())
	pieces, err := docx.Pieces(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, now string) {
		if now = strings.TrimSpace(now); len(now) > 2000 || !utf8.ValidString(now) {
			return
		}
		key := pieces[0].Key
		for _, p := range pieces {
			if p.Key.Kind == docx.FieldPiece {
				key = p.Key
			}
		}
		res := redline.Compare(pieces, &docx.Returned{Parts: []docx.Part{{Key: key, Known: true, Text: now, Around: "[1]"}}})
		for _, x := range res.Differences {
			if x.Reason != "" || x.Field.Key == "" {
				continue
			}
			if got := print(x.After, tradeFigures()); docx.Print(got) != docx.Print(x.Taken) {
				t.Fatalf("%q would print %q, and is shown as %q", x.After, got, x.Taken)
			}
			have := map[string]int{}
			for _, b := range briefing.BindingsOf(x.After) {
				have[x.After[b.Start:b.End]]++
			}
			for _, g := range x.Figures {
				if g.Now == "" {
					have[g.Bound]++
				}
			}
			if len(have) != 3 || have["{F1}"] != 1 || have["{F1:change}"] != 1 || have["{F2}"] != 1 {
				t.Fatalf("%q → %q: figures %v", now, x.After, have)
			}
		}
	})
}
