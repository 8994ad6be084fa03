// Package insight writes sentences from figures: the opening of a paragraph,
// what drove a change, price or volume, records, places, new and vanished
// products, concentration, plan and pace, in Russian, English and Chinese.
//
// It promises that a sentence never says more than the measures it stands on
// (package measure): a bound is written as a bound and rounded away from what
// it would overstate, an approximation keeps «около», a measure that is refused
// is not written or is named as «не вычисляется», a zero is no growth. Every
// sentence carries the results behind its numbers, so that a page can show
// where they come from. Sentences are offers: nothing here changes a project.
package insight
