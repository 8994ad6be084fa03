// Package importer turns files of trade statistics, and our own workbook of
// records, into observations and records that can be stored.
//
// It promises: what a file is follows from its bytes, what a table is from
// its header, and a doubt goes to the user, never to a guess. Units that a
// file does not state are asked for. Every row that is read has one fate,
// stored, set aside for a reason or rejected with its place, and the report
// adds up. Cost is bounded by Limits and ends with the context. A failure
// leaves nothing half-done: the result is returned whole or not at all.
//
// The stages are sub-packages and files of that name: sniff, decode, readers
// (delimited, xlsx), recognise, plan, row, stage, settle. A format is added as
// a profile, data in profile_*.go listed in all.go.
package importer
