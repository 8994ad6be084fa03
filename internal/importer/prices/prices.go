// Package prices sets the price of a tonne that a file implies beside what a
// tonne of such goods usually costs, chapter by chapter, so that dollars taken
// for thousand dollars or tonnes for kilograms are seen at a glance.
//
// It promises: no number of the file is changed or dropped by it; a file is
// called slipped only where most of its weight and most of its value, over
// enough rows, are out by the same power of a thousand and nearly all of its
// chapters would be usual without that; chapters of which the
// price tells nothing are shown and never judged.
package prices

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Scale is the scale of the sums: millionths.
const Scale = 6

// Sum is what the rows of one chapter in one currency come to, over the rows
// that have both a value and a weight.
type Sum struct {
	Currency string   // ISO 4217, of Value
	Chapter  string   // two digits of the Harmonized System
	Rows     int      // added up
	Value    *big.Int // millionths of a currency unit
	Weight   *big.Int // millionths of a kilogram
}

// Verdict is how a chapter's price stands to the usual one.
type Verdict string

// Verdicts ("importer.price.<verdict>" in the texts).
const (
	Usual    Verdict = "usual"
	Low      Verdict = "low"
	High     Verdict = "high"
	SlipLow  Verdict = "slip-low"  // a thousand or a million times as much would be usual
	SlipHigh Verdict = "slip-high" // a thousandth or a millionth would be usual
	Unjudged Verdict = "unjudged"  // of the goods nothing can be said, or of the currency
)

// Line is one chapter of a file.
type Line struct {
	Currency string
	Chapter  string
	Rows     int
	PerTonne briefing.Number // currency units, to two decimals
	Range    Range           // in the line's currency; zero when Unjudged
	Verdict  Verdict
	Power    int // of ten that the price would have to be multiplied by to be usual: ±3, ±6, else 0

	value, weight *big.Int
}

// Report is a file's prices under one choice of units.
type Report struct {
	Lines []Line // by currency and chapter
	Rows  int    // in all lines
	Judged,
	Fitting int // lines with a range, and those of them within it
	// Slip is the power of ten that most of the file seems to be out by: its
	// prices would be usual were they multiplied by it. 0 is no doubt.
	Slip int
}

// FewRows is how many judged rows a file needs before it is called slipped: a
// few parcels may cost anything.
const FewRows = 50

// Judge sets sums beside the usual prices.
func Judge(sums []Sum) Report {
	var r Report
	for _, s := range sums {
		if s.Rows == 0 || s.Value.Sign() <= 0 || s.Weight.Sign() <= 0 {
			continue
		}
		line, ok := judge(s)
		if !ok {
			continue
		}
		r.Rows += s.Rows
		if line.Verdict != Unjudged {
			r.Judged++
		}
		if line.Verdict == Usual {
			r.Fitting++
		}
		r.Lines = append(r.Lines, line)
	}
	slices.SortFunc(r.Lines, func(a, b Line) int {
		return cmp.Or(strings.Compare(a.Currency, b.Currency), strings.Compare(a.Chapter, b.Chapter))
	})
	r.Slip = slip(r.Lines)
	return r
}

func judge(s Sum) (Line, bool) {
	price := perTonne(s.Value, s.Weight)
	n, err := briefing.ParseNumber(price.FloatString(2))
	if err != nil { // more digits than a number holds: no price of this world
		return Line{}, false
	}
	l := Line{Currency: s.Currency, Chapter: s.Chapter, Rows: s.Rows, PerTonne: n, Verdict: Unjudged, value: s.Value, weight: s.Weight}
	usual, ok := Usually(s.Chapter, s.Currency)
	if !ok {
		return l, true
	}
	l.Range = usual
	side := usual.side(price)
	l.Verdict = map[int]Verdict{-1: Low, 0: Usual, 1: High}[side]
	for _, power := range []int{3, 6} {
		if side != 0 && usual.side(times(price, -side*power)) == 0 {
			l.Power, l.Verdict = -side*power, map[int]Verdict{-1: SlipLow, 1: SlipHigh}[side]
			break
		}
	}
	return l, true
}

// slip finds the power of ten that most of the judged weight and most of the
// judged value are out by: one absurd row of weight, or one dear chapter, is not
// a file in other units. Under it nearly all chapters have to be usual, or the
// file is odd in some way that other units don't mend.
func slip(lines []Line) int {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return l.Verdict == Unjudged })
	whole := shareOf(lines, func(*Line) bool { return true })
	if whole.rows < FewRows {
		return 0
	}
	for _, power := range []int{-6, -3, 3, 6} {
		out := shareOf(lines, func(l *Line) bool { return l.Power == power })
		mended := shareOf(lines, func(l *Line) bool { return l.Range.side(times(perTonne(l.value, l.weight), power)) == 0 })
		if most(out.value, whole.value) && most(out.weight, whole.weight) && 5*mended.lines >= 4*whole.lines {
			return power
		}
	}
	return 0
}

// share is what some of a file's chapters come to.
type share struct {
	lines, rows   int
	value, weight *big.Int
}

func shareOf(lines []Line, wanted func(*Line) bool) share {
	s := share{value: new(big.Int), weight: new(big.Int)}
	for i := range lines {
		l := &lines[i]
		if !wanted(l) {
			continue
		}
		s.lines++
		s.rows += l.Rows
		s.value.Add(s.value, l.value)
		s.weight.Add(s.weight, l.weight)
	}
	return s
}

// most reports whether a part is more than half of the whole.
func most(part, whole *big.Int) bool {
	return new(big.Int).Lsh(part, 1).Cmp(whole) > 0
}

// perTonne is currency units a tonne.
func perTonne(value, weight *big.Int) *big.Rat {
	return times(new(big.Rat).SetFrac(value, weight), 3)
}

func times(q *big.Rat, power int) *big.Rat {
	factor := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(power, -power))), nil))
	if power < 0 {
		return new(big.Rat).Quo(q, factor)
	}
	return new(big.Rat).Mul(q, factor)
}

// Chapter is the chapter of a commodity code whose price can tell something of
// units; ok is false for codes of no chapter and for goods that have no weight
// or a price like nothing else in their chapter.
func Chapter(code string) (chapter string, ok bool) {
	if len(code) < 2 || code[0] < '0' || code[0] > '9' || code[1] < '0' || code[1] > '9' || code[:2] == "00" {
		return "", false
	}
	if len(code) >= 4 && slices.Contains(apart, code[:4]) {
		return "", false
	}
	return code[:2], true
}

// apart are the headings left out: electrical energy, nuclear materials.
var apart = []string{"2716", "2844"}
