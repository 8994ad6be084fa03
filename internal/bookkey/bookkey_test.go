package bookkey_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func columns() []bookkey.Column {
	return []bookkey.Column{{Key: "flow", Title: "Поток"}, {Key: "value", Title: "Стоимость"}, {Key: "weight", Title: "Вес"}, {Key: "code", Title: "Код"}, {Key: "status", Title: "Статус"}}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	h := bookkey.Head{Lang: briefing.RU, Book: "Визит «КНР»", Table: "T05", Tables: []string{"T01", "T05"}, Columns: columns(), New: briefing.KindSource, Rows: 2}
	h.Keys = []string{"fact:F-01", "fact:F-02"}
	cells, err := bookkey.HeadText(h)
	if err != nil || !bookkey.IsHead(cells[0]) {
		t.Fatalf("%v %q", err, cells[0])
	}
	got, ok := bookkey.ParseHead(cells[0])
	got.Keys = bookkey.KeysOf(strings.Join(cells[1:], " "))
	h.Version = bookkey.Version
	if !ok || !reflect.DeepEqual(got, h) {
		t.Errorf("got  %+v\nwant %+v", got, h)
	}
	row := bookkey.Row{Key: "fact:F-01", Cells: []bookkey.Cell{
		{Print: bookkey.Print("около 90"), Join: "\n", Tail: " (а)", Parts: []bookkey.Part{{Field: "claims.value", Item: "c1", Unit: "t", Stored: bookkey.Print("90")}}}, {Live: true},
	}}
	text, err := bookkey.RowText(row)
	if back, ok := bookkey.ParseRow(text); err != nil || !ok || !reflect.DeepEqual(back, row) {
		t.Errorf("got %+v, want %+v (%v)", back, row, err)
	}
	for _, s := range []string{"", "?", "{}", "d:x", "d:a b c"} {
		if _, ok := bookkey.ParseRow(s); ok {
			t.Errorf("%q is read as a row", s)
		}
	}
}

// A number saved by a spreadsheet, which keeps fifteen digits, is the one that
// was written, where its digits go on with a five too.
func TestASavedNumberIsTheSame(t *testing.T) {
	for _, v := range []float64{1.2660703104424996, 1.2660703104425004, 1.2660703104415, -7.45705124762470916, 0.1 + 0.2, 1e22 / 3, 44.9648, 0} {
		saved, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
		if err != nil {
			t.Fatal(err)
		}
		if bookkey.Number(saved) != bookkey.Number(v) {
			t.Errorf("%v is %s, saved %s", v, bookkey.Number(v), bookkey.Number(saved))
		}
	}
	if bookkey.Number(1.266070310442) == bookkey.Number(1.266070310443) {
		t.Error("thirteen digits are not told apart")
	}
}

// A cell holds so much and no more: what is too long is left out, not cut.
func TestMoreThanACellHolds(t *testing.T) {
	h := bookkey.Head{Table: "A01", Columns: columns(), Keys: make([]string, 20_000)}
	for i := range h.Keys {
		h.Keys[i] = "commodity:" + strings.Repeat("x", i%7)
	}
	cells, err := bookkey.HeadText(h)
	if err != nil || cells[0] == "" || cells[1] != "" {
		t.Errorf("%v; %d and %d signs", err, len(cells[0]), len(cells[1]))
	}
}

func TestRowsOfObservations(t *testing.T) {
	o := figure.Observation{Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: "02", Period: briefing.Year(2022), Value: briefing.SomeNum("5"), Import: "i-1", Line: 3}
	other := o
	other.Value, other.Import, other.Line = briefing.SomeNum("6"), "i-2", 9
	key := bookkey.Observation(o)
	if key != bookkey.Observation(other) {
		t.Error("another amount is another observation")
	}
	other.Code = "03"
	if key == bookkey.Observation(other) {
		t.Error("another code is the same observation")
	}
	was := []string{bookkey.Print("экспорт"), bookkey.Print("5"), "", bookkey.Print("02"), ""}
	r, ok := bookkey.ParseRow(bookkey.DataText(key, columns(), was))
	if !ok || r.Key != key || len(r.Cells) != 4 || r.Cells[0].Print != was[1] || r.Cells[1].Print != "" || r.Cells[2].Print != "" {
		t.Fatalf("%+v", r)
	}
	is := append([]string(nil), was...)
	is[3] = bookkey.Print("03")
	all, each := bookkey.DataRest(columns(), is)
	if all == r.Cells[3].Print || bookkey.RestColumn(columns(), r.Cells[3].Tail, each) != 3 {
		t.Errorf("the changed column is not found: %q %q", r.Cells[3].Tail, each)
	}
}

// Blanks of any kind and the last digits of a number are no change.
func TestPrintsAreOfWhatPeopleSee(t *testing.T) {
	if bookkey.Print("20\u00a0марта  2023\n") != bookkey.Print("20 марта 2023") || bookkey.Print(" ") != "" || bookkey.Print("а") == bookkey.Print("б") {
		t.Error("texts")
	}
	if bookkey.Number(67.4840425531914) != bookkey.Number(67.48404255319149) || bookkey.Number(0) != "0" || bookkey.Number(1) == bookkey.Number(2) {
		t.Error("numbers")
	}
}
