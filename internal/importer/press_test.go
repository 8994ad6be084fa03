package importer_test

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/importer"
)

// asIs is a press that leaves what it packs as it is, and counts it.
type asIs struct{ packed chan int }

func (p asIs) Pack(plain []byte) []byte {
	p.packed <- len(plain)
	return bytes.Clone(plain)
}

func (asIs) Unpack(packed []byte) ([]byte, error) { return packed, nil }

// A large file is packed while it is read, and comes to the same.
func TestPackingAFileWhileItIsReadChangesNothing(t *testing.T) {
	var text bytes.Buffer
	if err := figuretest.WriteFTS(&text, figure.BlockRows+20_000, 3); err != nil {
		t.Fatal(err)
	}
	o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	want := mustLoad(t, "a.csv", text.Bytes(), o)
	press := asIs{make(chan int, 16)}
	o.Press = press
	got := mustLoad(t, "a.csv", text.Bytes(), o)
	if a, b := account(got.Report), account(want.Report); a != b || got.Import != want.Import {
		t.Errorf("packed %.2000s\nnot    %.2000s", a, b)
	}
	if !reflect.DeepEqual(got.Prices, want.Prices) {
		t.Error("prices differ")
	}
	for i := range want.Figures.SegmentCount() {
		_, a := got.Figures.Segment(i)
		_, b := want.Figures.Segment(i)
		if !bytes.Equal(a, b) {
			t.Errorf("segment %d differs", i)
		}
	}
	if n := len(press.packed); n != 2 {
		t.Errorf("%d segments were packed, not 2", n)
	}
	// A row far behind that makes the file one of two levels has rows taken back:
	// what was packed and added up before no longer holds.
	text.WriteString("ЭК\t12/2022\tCN\t19\t\t1,5\t2\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t01-ЦФО\n")
	text.WriteString("ЭК\t12/2022\tCN\t1903337858\t\t1,5\t2\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t01-ЦФО\n")
	got, o.Press = mustLoad(t, "b.csv", text.Bytes(), o), nil
	want = mustLoad(t, "b.csv", text.Bytes(), o)
	if a, b := account(got.Report), account(want.Report); a != b || len(want.Report.SetAside) == 0 {
		t.Errorf("with a heading: packed %.2000s\nnot    %.2000s", a, b)
	}
	if !reflect.DeepEqual(got.Prices, want.Prices) {
		t.Error("prices differ with a heading")
	}
	if !slices.Equal(rowsOf(got.Figures), rowsOf(want.Figures)) {
		t.Error("with a heading: rows differ")
	}
}
