package importer

import (
	"context"
	"slices"
	"strings"
	"unicode"
)

// saidStyle is how the user says that numbers are written.
func (p *plan) saidStyle() NumberStyle {
	switch p.units.Decimal {
	case DecimalPoint:
		return NumberPoint
	case DecimalComma:
		return NumberComma
	}
	return NumberAuto
}

// eitherWay reports whether numbers of the table can be written in either way: in
// Russian the comma is the decimal sign and the point groups digits in older tables,
// and programs write the reverse. English and Chinese tables have the decimal point.
func (p *plan) eitherWay() bool {
	return p.profile.AskUnits || slices.ContainsFunc(append(slices.Clone(p.header), p.titles...), func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	})
}

// openNumbers finds out whether numbers can be read in two ways.
func (j *job) openNumbers(ctx context.Context) error {
	for _, p := range j.plans {
		if p.profile.Record == "" && p.profile.Numbers == NumberAuto && p.eitherWay() {
			if err := p.decideStyles(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}
