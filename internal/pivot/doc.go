// Package pivot sets trade observations out in rows and columns: one measure by
// partner and year, by goods and country, by month and region.
//
// It promises: a pivot is data, a line of text that names its rows, columns,
// measure and which observations it is of, so that it is computed anew wherever
// it is shown; every cell is a cell of an answer of package question, which
// computes it, and nothing is added up here; what can't be shown is refused by
// name, never shown empty.
package pivot
