package importer_test

import (
	"bytes"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

func guessPlace(t *testing.T, name string, data []byte, at importer.Place) *importer.Guessed {
	t.Helper()
	g, err := importer.GuessAt(t.Context(), name, bytes.NewReader(data), int64(len(data)), at, importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// The user points at the header; the table's beginning is shown as it stands.
func TestGuessAtThePlaceTheUserPointsAt(t *testing.T) {
	data := enterprise(t)
	found := guessPlace(t, "svod.xlsx", data, importer.Place{})
	if found.Line != 3 || found.Shape.HeaderRows != 2 || len(found.Rows) < 9 || found.Lines[0] != 1 || found.Rows[0][0] == "" || len(found.Tables) != 1 {
		t.Errorf("found by itself: %+v", found)
	}
	one := guessPlace(t, "svod.xlsx", data, importer.Place{Line: 4, HeaderRows: 1})
	if one.Line != 4 || one.Shape.HeaderRows != 1 || one.Shape.Columns[len(one.Shape.Columns)-1].Role != importer.RoleValue {
		t.Errorf("second row of the header alone: %+v", one)
	}
	two := guessPlace(t, "svod.xlsx", data, importer.Place{Sheet: found.Sheet, Line: 3})
	equal(t, "pointed at", guessed(two), guessed(found))
	if _, err := importer.GuessAt(t.Context(), "svod.xlsx", bytes.NewReader(data), int64(len(data)), importer.Place{Line: 999}, importer.Options{}); briefing.CodeOf(err) != briefing.CodeNoHeader {
		t.Errorf("a row that is not there: %v", err)
	}
}

// A table of which nothing is known can still be given roles by hand.
func TestGuessAtATableNothingIsKnownOf(t *testing.T) {
	data := plainFile("кто;что;сколько", "Китай;чай;5", "Индия;чай;7")
	g := guessPlace(t, "t.csv", data, importer.Place{})
	equal(t, "columns", guessed(g), []string{"1 partner: countries", "2 axis: unknown", "3 : unknown"})
	equal(t, "missing", g.Missing, []string{"flow", "period"})
	s := g.Shape
	s.Columns[1].Role, s.Columns[2].Role = importer.RoleProduct, importer.RoleValue
	s.Constants.Flow, s.Constants.Period, s.Constants.ValueUnit, s.Constants.Basis = "export", "2022", "thousand-usd", "FOB"
	p, err := importer.Preview(t.Context(), "t.csv", bytes.NewReader(data), int64(len(data)), importer.Options{Shape: &s})
	if err != nil || p.Stored != 2 || p.First[0].Figure.Value.Decimal.String() != "5000" || p.First[0].Figure.Basis != "FOB" {
		t.Errorf("%+v, %v", p, err)
	}
	if got := p.Fates[importer.RowPlace{Sheet: p.First[0].Sheet, Line: 2}]; got != importer.FateStored {
		t.Errorf("the first row is %q", got)
	}
}

// A long file is previewed by its first rows, and that is said.
func TestPreviewOfALongFileIsASample(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("Страна;Год;Экспорт, тыс. долл.\n")
	for range 30000 {
		b.WriteString("Китай;2021;5\n")
	}
	g := guessPlace(t, "t.csv", b.Bytes(), importer.Place{})
	p, err := importer.Preview(t.Context(), "t.csv", bytes.NewReader(b.Bytes()), int64(b.Len()), importer.Options{Shape: &g.Shape})
	if err != nil || !p.More || p.Rows != p.Stored || p.Rows > 20000 || p.Rows < 1000 {
		t.Errorf("%d rows, %d stored, more %v, %v", p.Rows, p.Stored, p.More, err)
	}
}

// Pointing at another header does not divide the columns in another way.
func TestGuessAtKeepsTheDelimiter(t *testing.T) {
	data := plainFile("Товар\tКод\tянв.22\tфев.22", "Соевые бобы\t1201\t1,2\t2,3", "Мороженое\t210500\t0,02\t0,05", "Рис\t1006\t7,1\t0,4")
	first, err := importer.GuessAt(t.Context(), "x.tsv", bytes.NewReader(data), int64(len(data)), importer.Place{}, importer.Options{})
	if err != nil || first.Delimiter != '\t' {
		t.Fatalf("%+v, %v", first, err)
	}
	g, err := importer.GuessAt(t.Context(), "x.tsv", bytes.NewReader(data), int64(len(data)), importer.Place{Line: 2, Delimiter: first.Delimiter}, importer.Options{})
	if err != nil || len(g.Rows) == 0 || len(g.Rows[0]) != 4 {
		t.Errorf("%+v, %v", g, err)
	}
}
