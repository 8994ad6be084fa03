// Package whence answers «откуда это?»: the derivation of a number as a tree,
// from the measure with its formula over its parents to the claims of sources
// and the imported rows.
//
// It promises: a tree is made of what the number was computed of and nothing
// else; what was left out stands in it with the reason; what is refused is told
// as such; no number is computed here that was not computed already.
package whence
