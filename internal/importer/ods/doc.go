// Package ods reads the cells of an OpenDocument spreadsheet, one row at a
// time.
//
// It promises memory bounded by one row, however often the file says that a
// row or a cell is repeated; the values a person sees (formulas by their last
// value, dates as far as their format shows them, comments left out); and an
// error for a file that is cut off, damaged or protected by a password.
package ods
