// Package measure computes what a briefing says of its figures: change,
// growth, share, rank, unit value, contribution, balance, year to date, plan
// and pace, as docs/measures.md defines them.
//
// It promises: exact decimals, never a float; every result keeps the inputs
// it was made of; precision words travel as intervals, so that a bound gives
// a bound, an approximation an approximation, and what can't be said is
// refused by name ("measure.why.…") instead of printed; the weakest
// observation status of the inputs is the result's. Functions are pure.
package measure
