package app

import (
	"context"
	"math/big"
	"slices"
	"strings"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Reasons why numbers of a selection are not added up or compared.
const (
	SumOfColumns = "columns" // amounts of different columns
	SumOfPrices  = "prices"  // the sum of unit values means nothing
	SumOfMixed   = "mixed"   // another currency, basis, reporter, classification or frequency
	SumOfLevels  = "levels"  // a code and its part, or all and some: counted twice
	SumOfSubs    = "subs"    // subtotals together with their rows
	SumTooLarge  = "overflow"
)

// TradeSum is what is told of selected cells.
type TradeSum struct {
	Cells    int                  // numbers among the cells
	Column   TradeColumn          // that they stand in
	Currency string               // of values and unit values, when it is one
	Sum      briefing.MaybeNumber // absent when they must not be added: see Why
	Mean     briefing.MaybeNumber
	Min, Max briefing.MaybeNumber // absent when they can't be compared
	Why      string
}

// sumWork gathers one selection.
type sumWork struct {
	sum       TradeSum
	total     exactSum
	split     figure.Split
	mixed     bool
	groups    bool
	rows      bool
	codes     map[string]bool
	world     bool
	countries bool
}

// Sum tells count, sum, mean, least and largest of the numbers in the lines
// from top to bottom, both included. It ends with the context.
func (v *TradeView) Sum(ctx context.Context, top, bottom int, columns ...TradeColumn) (TradeSum, error) {
	columns = slices.DeleteFunc(slices.Clone(columns), func(c TradeColumn) bool { return !c.Amount() })
	w := sumWork{codes: map[string]bool{}}
	if len(columns) == 1 {
		w.sum.Column = columns[0]
	}
	for i := max(top, 0); i <= bottom && i < v.Lines(); i++ {
		if i%65536 == 0 && ctx.Err() != nil {
			return TradeSum{}, cancelled(ctx.Err())
		}
		line := v.Line(i)
		for _, c := range columns {
			w.take(line, c)
		}
	}
	return w.close(len(columns)), nil
}

func (w *sumWork) take(line TradeLine, c TradeColumn) {
	var n briefing.MaybeNumber
	var split figure.Split
	switch g := line.Group; {
	case g != nil:
		n, split = g.Amount(c), g.Split
	default:
		n, split = line.Row.Amount(c), line.Row.Split()
	}
	if !n.Valid {
		return
	}
	if w.sum.Cells++; w.sum.Cells == 1 {
		w.split = split
	}
	w.mixed = w.mixed || split != w.split
	if line.Group != nil {
		w.groups = true
	} else {
		w.rows = true
		w.codes[line.Row.Code] = true
		w.world = w.world || line.Row.Partner == figure.World
		w.countries = w.countries || line.Row.Partner != figure.World
	}
	w.total.add(n.Decimal)
	if !w.sum.Min.Valid || n.Decimal.Cmp(w.sum.Min.Decimal) < 0 {
		w.sum.Min = n
	}
	if !w.sum.Max.Valid || n.Decimal.Cmp(w.sum.Max.Decimal) > 0 {
		w.sum.Max = n
	}
}

// close decides what may be told.
func (w *sumWork) close(columns int) TradeSum {
	s := &w.sum
	switch {
	case s.Cells == 0:
		return *s
	case columns > 1:
		s.Min, s.Max, s.Why = briefing.MaybeNumber{}, briefing.MaybeNumber{}, SumOfColumns
		return *s
	case w.mixed && s.Column != TradeWeight:
		s.Min, s.Max, s.Why = briefing.MaybeNumber{}, briefing.MaybeNumber{}, SumOfMixed
		return *s
	case s.Column != TradeWeight:
		s.Currency = w.split.Currency
	}
	switch {
	case w.mixed:
		s.Why = SumOfMixed
	case s.Column == TradePrice:
		s.Why = SumOfPrices
	case w.groups && w.rows:
		s.Why = SumOfSubs
	case w.world && w.countries || nested(w.codes):
		s.Why = SumOfLevels
	}
	if s.Why != "" {
		return *s
	}
	var ok bool
	if s.Sum, ok = w.total.number(); !ok {
		s.Why = SumTooLarge
		return *s
	}
	if n, err := decimal.New(int64(s.Cells), 0); err == nil {
		if mean, err := s.Sum.Decimal.Quo(n); err == nil {
			s.Mean = briefing.Some(mean)
		}
	}
	return *s
}

// nested reports whether one of the codes holds another.
func nested(codes map[string]bool) bool {
	all := make([]string, 0, len(codes))
	for c := range codes {
		if len(codes) > 1 && (c == figure.AnyCode || c == figure.TotalCode) {
			return true
		}
		all = append(all, c)
	}
	slices.Sort(all)
	for i := 1; i < len(all); i++ {
		if strings.HasPrefix(all[i], all[i-1]) {
			return true
		}
	}
	return false
}

// Amount is the number in a column.
func (r TradeRow) Amount(c TradeColumn) briefing.MaybeNumber {
	switch c {
	case TradeValue:
		return r.Value
	case TradeWeight:
		return r.NetWeight
	case TradePrice:
		n, _ := r.Price()
		return n
	}
	return briefing.MaybeNumber{}
}

// Amount is the number in a column.
func (g *TradeGroup) Amount(c TradeColumn) briefing.MaybeNumber {
	switch c {
	case TradeValue:
		return g.Value
	case TradeWeight:
		return g.Weight
	case TradePrice:
		n, _ := g.Price()
		return n
	}
	return briefing.MaybeNumber{}
}

// exactSum adds decimals without rounding.
type exactSum struct {
	whole [20]big.Int // by scale
}

func (s *exactSum) add(n briefing.Number) {
	var m big.Int
	m.SetUint64(n.Coef())
	if n.Sign() < 0 {
		m.Neg(&m)
	}
	at := &s.whole[n.Scale()]
	at.Add(at, &m)
}

// number is the sum; not ok when it needs more digits than a number has.
func (s *exactSum) number() (briefing.MaybeNumber, bool) {
	ten, all, scale := big.NewInt(10), new(big.Int), 0
	for i := range s.whole {
		if s.whole[i].Sign() == 0 {
			continue
		}
		for ; scale < i; scale++ {
			all.Mul(all, ten)
		}
		all.Add(all, &s.whole[i])
	}
	for scale > 0 {
		q, r := new(big.Int).QuoRem(all, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		all, scale = q, scale-1
	}
	if !all.IsInt64() {
		return briefing.MaybeNumber{}, false
	}
	n, err := decimal.New(all.Int64(), scale)
	return briefing.Some(n), err == nil
}
