// Package briefing holds the words of the domain: figures with their
// precision, periods of which only a part may be known, texts in three
// languages, sources, facts with claims, events, people, organisations,
// agreements, facilities, messages and the pack made of them.
//
// It promises: exact decimals from the source to the page, no value invented
// for a part that is unknown, and no knowledge of file, window or page. Each
// record kind is described once (Kind, Field); form, list, store, journal,
// search and registers follow from that description.
package briefing
