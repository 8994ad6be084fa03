// Package safefile is the only way by which bytes reach a path of the user.
//
// It promises: a file is replaced as a whole or not at all, whatever fails or
// is killed on the way; the new content is on the disk before the old one
// goes; nothing half-written keeps the target's name; what failed is told by
// a code that has a sentence for the user. It also knows who holds a file
// (Lock), which names are safe everywhere (SafeName), and how to find and
// remove what a killed process left (Sweep).
package safefile
