// Package store is the project's file, *.briefing: one SQLite database with
// a table for each kind of record, the trade observations as compressed
// column segments, and the journal of every change.
//
// It promises: a Commit that returned nil survives a crash, as a whole, with
// its entries in the journal; the user's file is at every moment a whole
// published version, old or new; what somebody else wrote is never
// overwritten; a file that is damaged, foreign, newer or hostile is refused by
// a code before anything in it is believed, and is left as it was.
//
// Edits go to a private working copy in the user's state folder and are
// published to his file by Publish and Close. Nothing outside this package
// knows which database it is.
package store
