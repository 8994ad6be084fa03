// Package typeset turns a document into pages of placed boxes: text runs at a
// point, rules, rectangles, plots, links, bookmarks. It breaks lines by total
// fit, finds the widths of table columns, paginates, and fills in the page
// numbers of the contents.
//
// It promises: every text of the document stands on some page, in order; no
// line is wider than its measure, however long a word is; no heading and no
// table head is left alone at the foot of a page; a character that no font
// has is reported and never printed as an empty box; the same document gives
// the same boxes. It knows nothing of PDF: widths come through Metrics, and
// lengths are points (1/72 inch) from the top left corner of the page.
package typeset
