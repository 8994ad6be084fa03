package redline_test

import (
	"bytes"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
	"briefing/internal/export/officetest"
	"briefing/internal/redline"
)

// stored is a text with two figures, the second printed twice in it: once bound
// and once as plain words.
const stored = "За 2022 год отгружено {F-1}, из них {F-2:value} мяса; план – 40 тыс. т."

func pack(text string, figures map[string]string) *document.Document {
	shown := &document.Shown{
		Ref:    briefing.Ref{Kind: briefing.KindMessage, ID: "M-1"},
		Fields: []document.ShownField{{Field: "body_ru", Stored: text}},
	}
	var runs []document.Run
	at := 0
	for _, b := range briefing.BindingsOf(text) {
		name := text[b.Start:b.End]
		runs = append(runs, document.Run{Text: text[at:b.Start], Shows: shown}, document.Run{Text: figures[name], Shows: shown, Bound: name})
		at = b.End
	}
	runs = append(runs, document.Run{Text: text[at:], Shows: shown}, document.Run{Text: "\u00a0"}, document.Run{Text: "[1]", Link: "#source-1"})
	return &document.Document{
		Lang: briefing.RU, Form: "pack", Audience: briefing.Leader, Page: document.A4(false),
		Sections: []document.Section{{Key: "points", Level: 1, Title: "Тезисы", Blocks: []document.Block{
			document.Paragraph{Runs: runs},
			document.Table{ID: "T01", Columns: []document.Column{{Title: "Товар"}, {Title: "т", Kind: document.NumberColumn, Decimals: 1}}, Rows: []document.Row{
				{Cells: []document.Cell{document.Txt("Мясо"), {Number: briefing.SomeNum("40.5")}}, Anchor: "source-1"},
			}},
		}}},
	}
}

func figures() map[string]string {
	return map[string]string{"{F-1}": "около 90\u00a0тыс.\u00a0т", "{F-2:value}": "40\u00a0тыс.\u00a0т"}
}

// edited writes the document and replaces texts in its main part, as somebody
// with a word processor does.
func edited(t *testing.T, d *document.Document, pairs ...string) *docx.Returned {
	t.Helper()
	var in bytes.Buffer
	if err := docx.Write(&in, d); err != nil {
		t.Fatal(err)
	}
	out := officetest.Edited(t, in.Bytes(), pairs...)
	back, err := docx.Read(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func compare(t *testing.T, now *document.Document, back *docx.Returned) redline.Result {
	t.Helper()
	pieces, err := docx.Pieces(now)
	if err != nil {
		t.Fatal(err)
	}
	return redline.Compare(pieces, back)
}

func TestEditsKeepTheirFiguresBoundOrAreRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		pairs  []string
		after  string
		reason redline.Reason
	}{
		{"words", []string{"отгружено", "поставлено"}, "За 2022 год поставлено {F-1}, из них {F-2:value} мяса; план – 40 тыс. т.", ""},
		{"words before and behind", []string{"За 2022", "Всего за 2022", " мяса;", " мяса птицы;"}, "Всего за 2022 год отгружено {F-1}, из них {F-2:value} мяса птицы; план – 40 тыс. т.", ""},
		{"plain words that print like a figure, told by what stands beside them", []string{"план – 40", "план – 45"}, "За 2022 год отгружено {F-1}, из них {F-2:value} мяса; план – 45 тыс. т.", ""},
		{"a number that is not bound", []string{"2022", "2021"}, "За 2021 год отгружено {F-1}, из них {F-2:value} мяса; план – 40 тыс. т.", ""},
		{"a plain blank in a figure", []string{"около 90\u00a0тыс.\u00a0т", "около 90 тыс. т", "отгружено", "поставлено"}, "За 2022 год поставлено {F-1}, из них {F-2:value} мяса; план – 40 тыс. т.", ""},
		{"a figure", []string{"около 90", "около 95"}, "", redline.Bound},
		{"the word of precision", []string{"около 90", "90"}, "", redline.Bound},
		{"a digit more", []string{"около 90", "около 190"}, "", redline.Bound},
		{"the figure that is also plain words", []string{">40\u00a0тыс.\u00a0т<", ">41\u00a0тыс.\u00a0т<"}, "", redline.Bound},
		{"a clause cut with its figure", []string{", из них ", "", ">40\u00a0тыс.\u00a0т<", "><", " мяса;", ";"}, "За 2022 год отгружено {F-1}; план – 40 тыс. т.", ""},
		{"braces typed", []string{"отгружено", "отгружено {F-3}"}, "", redline.Unclear},
		{"text recorded as an edit", []string{"отгружено", "отгружено</w:t></w:r><w:ins w:id=\"9\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> в порту </w:t></w:r></w:ins><w:del w:id=\"8\" w:author=\"A\"><w:r><w:delText>и</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\">"}, "За 2022 год отгружено в порту  {F-1}, из них {F-2:value} мяса; план – 40 тыс. т.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := pack(stored, figures())
			res := compare(t, d, edited(t, d, c.pairs...))
			if len(res.Differences) != 1 {
				t.Fatalf("%d differences: %+v", len(res.Differences), res.Differences)
			}
			got := res.Differences[0]
			if got.Reason != c.reason || got.Reason == "" && got.After != c.after {
				t.Errorf("got %q, reason %q; want %q, %q", got.After, got.Reason, c.after, c.reason)
			}
			if got.Reason == "" && (got.Before != stored || got.Field.Key != "body_ru" || got.Ref.ID != "M-1") {
				t.Errorf("it would change %+v", got)
			}
		})
	}
}

func TestWhatTheProgramPutsTogetherIsToldAndNotTaken(t *testing.T) {
	d := pack(stored, figures())
	res := compare(t, d, edited(t, d, "40,5", "41,5", "</w:body>", "<w:p><w:r><w:t>Добавлено</w:t></w:r></w:p></w:body>", "[1]", "[2]"))
	var got []string
	for _, x := range res.Differences {
		got = append(got, string(x.Reason)+": "+x.Was+" → "+x.Now)
	}
	want := "program: [1] → [2]|program: Мясо\t40,5 → Мясо\t41,5|new:  → Добавлено"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestATextChangedInTheProjectTooIsStale(t *testing.T) {
	sent := pack(stored, figures())
	back := edited(t, sent, "отгружено", "поставлено")
	res := compare(t, pack(strings.Replace(stored, "мяса", "рыбы", 1), figures()), back)
	if len(res.Differences) != 1 || res.Differences[0].Reason != redline.Stale {
		t.Errorf("%+v", res.Differences)
	}
	// what was not edited is no difference, whatever the project says now
	if res := compare(t, pack("Иначе.", nil), edited(t, sent)); len(res.Differences) != 0 {
		t.Errorf("%+v", res.Differences)
	}
}

// A figure that prints nothing, such as a change that is not known, stays in the
// text where it stood.
func TestAFigureThatPrintsNothingIsKept(t *testing.T) {
	const silent = "За 2022 год отгружено {F-1}{F-1:change}, больше всего мяса."
	shown := figures()
	shown["{F-1:change}"] = ""
	for _, c := range []struct {
		from, to, after string
		reason          redline.Reason
	}{
		{"отгружено", "поставлено", "За 2022 год поставлено {F-1}{F-1:change}, больше всего мяса.", ""},
		{"всего мяса", "всего рыбы", "За 2022 год отгружено {F-1}{F-1:change}, больше всего рыбы.", ""},
	} {
		d := pack(silent, shown)
		res := compare(t, d, edited(t, d, c.from, c.to))
		if len(res.Differences) != 1 || res.Differences[0].After != c.after || res.Differences[0].Reason != c.reason {
			t.Errorf("%s → %s: %+v", c.from, c.to, res.Differences)
		}
	}
	d := pack(silent, shown)
	res := compare(t, d, edited(t, d, "отгружено", "поставлено", "всего мяса", "всего рыбы"))
	if want := "За 2022 год поставлено {F-1}{F-1:change}, больше всего рыбы."; len(res.Differences) != 1 || res.Differences[0].After != want {
		t.Errorf("edited on both sides: %+v", res.Differences)
	}
}

// Taking one edit leaves the others their numbers.
func TestNumbersOfEditsStay(t *testing.T) {
	sent := pack(stored, figures())
	back := edited(t, sent, "отгружено", "поставлено", "</w:body>", "<w:p><w:r><w:t>Добавлено</w:t></w:r></w:p></w:body>")
	before := compare(t, sent, back)
	after := compare(t, pack(strings.Replace(stored, "отгружено", "поставлено", 1), figures()), back)
	if len(before.Differences) != 2 || before.Differences[1].Number != 2 {
		t.Fatalf("before: %+v", before.Differences)
	}
	if len(after.Differences) != 1 || after.Differences[0].Number != 2 {
		t.Errorf("after the first was taken: %+v", after.Differences)
	}
}

// A post is a row of its person, told by its number; what a source states of a
// figure has a name, and is changed in the program.
func TestAnEditedRowOfAListIsTakenOrItIsSaidWhyNot(t *testing.T) {
	for _, c := range []struct {
		ref         briefing.Ref
		field, item string
		reason      redline.Reason
	}{
		{briefing.Ref{Kind: briefing.KindPerson, ID: "p"}, "posts.title_ru", "0", ""},
		{briefing.Ref{Kind: briefing.KindFact, ID: "F-1"}, "claims.note_ru", "c1", redline.Row},
	} {
		shown := &document.Shown{Ref: c.ref, Fields: []document.ShownField{{Field: c.field, Item: c.item, Stored: "Губернатор"}}}
		d := pack(stored, figures())
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, document.Paragraph{Runs: []document.Run{{Text: "Губернатор", Shows: shown}}})
		res := compare(t, d, edited(t, d, "Губернатор", "Вице-губернатор"))
		if len(res.Differences) != 1 || res.Differences[0].Reason != c.reason {
			t.Fatalf("%s: %+v", c.field, res.Differences)
		}
		if x := res.Differences[0]; c.reason == "" && (x.List != "posts" || x.Row != 0 || x.Field.Key != "title_ru" || x.After != "Вице-губернатор") {
			t.Errorf("%+v", x)
		}
	}
}
