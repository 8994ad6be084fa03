package app

import (
	"context"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// Reasons to look at a row again before it is stored.
const (
	DoubtPrice = "price" // far from the usual price of the same goods in the file
	DoubtZero  = "zero"  // neither value nor weight above zero
)

// TradeDoubt is a row of a view that looks wrong.
type TradeDoubt struct {
	Row   TradeRow
	Why   string
	Usual briefing.MaybeNumber // the median price of the goods, for DoubtPrice
}

// Doubts looks for rows that are likely wrong, up to most of them, and counts
// them all. A price is far when it is above three times or under a third of
// the median of five or more rows of the same goods.
func (v *TradeView) Doubts(ctx context.Context, most int) (found []TradeDoubt, count int, err error) {
	type goods struct{ flow, reporter, code, currency string }
	prices := map[goods][]briefing.Number{}
	of := func(r TradeRow) goods { return goods{string(r.Flow), r.Reporter, r.Code, r.Currency} }
	for i := range v.Len() {
		if i%65536 == 0 && ctx.Err() != nil {
			return nil, 0, cancelled(ctx.Err())
		}
		r := v.At(i)
		if n, _ := r.Price(); n.Valid && r.Code != "" {
			prices[of(r)] = append(prices[of(r)], n.Decimal)
		}
	}
	medians := map[goods]briefing.MaybeNumber{}
	for g, ns := range prices {
		medians[g] = measure.UsualPrice(ns)
	}
	for i := range v.Len() {
		if i%65536 == 0 && ctx.Err() != nil {
			return nil, 0, cancelled(ctx.Err())
		}
		r := v.At(i)
		d := TradeDoubt{Row: r}
		switch n, _ := r.Price(); {
		case !positive(r.Value) && !positive(r.NetWeight) && !positive(r.Quantity):
			d.Why = DoubtZero
		case n.Valid && measure.FarPrice(n.Decimal, medians[of(r)]):
			d.Why, d.Usual = DoubtPrice, medians[of(r)]
		default:
			continue
		}
		if count++; len(found) < most {
			found = append(found, d)
		}
	}
	return found, count, nil
}

func positive(n briefing.MaybeNumber) bool { return n.Valid && n.Decimal.Sign() > 0 }
