// Package htmltable reads the tables of an HTML page, as portals save them
// under the name of a workbook.
//
// It promises every table of the page, nested ones too, in the order of the
// page; the text a person sees, with entities resolved and without scripts or
// what is hidden; cells in the columns that spans push them to; the background
// colour of a cell, since some sources mark estimates by nothing else; memory
// bounded by one row; and an error for a page that is cut off, never half a
// table taken for a whole one.
package htmltable
