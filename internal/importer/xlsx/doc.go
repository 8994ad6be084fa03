// Package xlsx reads the cells of an XLSX workbook, one row at a time.
//
// It promises memory bounded by the shared strings and one row, whatever row
// and column numbers a file claims; the values a person sees (rich text
// joined, phonetic hints left out, formulas by their last value, dates by the
// format of their cell in either date system); and an error for a part that
// is cut off or damaged, never half a sheet taken for a whole one. Transitional
// and strict files and any prefix of the namespaces are read alike.
package xlsx
