// Package prose reads what people write in the texts of a pack: its sentences,
// its words and phrases in Russian with their cases, in English and in Chinese,
// what stands in quotation marks, the quantities and the days. It promises to
// pass over what it is not sure of: a word missed is a smaller harm than one
// that was never written.
package prose
