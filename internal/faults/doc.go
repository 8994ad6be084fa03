// Package faults is a point that every call which changes the disk passes:
// create, write, sync, truncate, rename, remove, of files and of the
// database. A program built with the tag "faults" can be told to die there or
// to get an error in place of the call, and thus be tried at each of them.
//
// It promises: a program built without the tag has nothing of this, neither
// the variable that is read nor the cost of a call.
//
// With the tag, BRIEFING_FAULT is one of
//
//	kill:N          the process kills itself at the N-th call, in the middle of it when it writes
//	error:N:ENOSPC  the N-th call fails, half done when it writes; also EIO, EDQUOT, EROFS
//	error:N+:EIO    it and all that follow fail
//	list:FILE       a line for each call is added to the file: what is done, to which name
//
// and BRIEFING_UNSAFE=1 switches off what makes changes safe, so that a
// harness can show that it sees the damage.
package faults
