// Package question answers questions over trade observations: by partner,
// province, region, commodity or product group, for a period, a year to date
// or the last twelve months, in the measures of package measure.
//
// It promises: sums are exact and never forced; what is confidential and what
// the source leaves unallocated stands in a line of its own and in no ranking;
// what can't be computed is refused by name in the place of the number; a
// period that is not whole is named by its months. It computes nothing itself:
// sums are figure's, measures are measure's.
package question
