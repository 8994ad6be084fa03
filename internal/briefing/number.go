package briefing

import (
	"strings"

	"github.com/govalues/decimal"
)

// Number is an exact decimal of up to 19 significant digits. A figure never
// passes through a float on its way from file to page.
type Number = decimal.Decimal

// MaybeNumber is a Number that may be absent; absent is not zero.
type MaybeNumber = decimal.NullDecimal

// SameNumber reports whether both are absent or the same number, however many
// zeros are behind it.
func SameNumber(a, b MaybeNumber) bool {
	return a.Valid == b.Valid && (!a.Valid || a.Decimal.Cmp(b.Decimal) == 0)
}

// LargestFirst compares two numbers for a list that begins with the largest and
// ends with those that are not known.
func LargestFirst(a, b MaybeNumber) int {
	switch {
	case a.Valid && b.Valid:
		return b.Decimal.Cmp(a.Decimal)
	case a.Valid:
		return -1
	case b.Valid:
		return 1
	}
	return 0
}

// ParseNumber reads the stored form of a number: digits with a point as the
// decimal sign, an optional leading minus, no grouping, no exponent. It is
// stricter than strconv.ParseFloat on purpose (no NaN, Inf, hex, underscore).
func ParseNumber(s string) (Number, error) {
	if s == "" || strings.ContainsAny(s, "eExX_+ ") {
		return Number{}, &Error{Code: CodeBadNumber, Op: "parse number", Path: s}
	}
	n, err := decimal.Parse(s)
	if err != nil {
		return Number{}, &Error{Code: CodeBadNumber, Op: "parse number", Path: s, Err: err}
	}
	return n, nil
}

// Some makes a present number.
func Some(n Number) MaybeNumber { return MaybeNumber{Decimal: n, Valid: true} }

// Whole is the number n.
func Whole(n int) Number {
	d, err := decimal.New(int64(n), 0)
	if err != nil { // more digits than a Number has
		return Number{}
	}
	return d
}

// Tenths is the number n/10.
func Tenths(n int) Number {
	d, err := decimal.New(int64(n), 1)
	if err != nil {
		return Number{}
	}
	return d
}

// Num reads a literal in the stored form and panics on a bad one; it is for
// literals in tests and built-in data, never for input.
func Num(s string) Number {
	n, err := ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return n
}

// SomeNum is Some(Num(s)).
func SomeNum(s string) MaybeNumber { return Some(Num(s)) }
