package project

import "briefing/internal/briefing"

// Programme lists the items of an event's programme, and theirs, in the order
// of the records.
func (s *Snapshot) Programme(event briefing.ID) []*briefing.Event {
	in := map[briefing.ID]bool{event: true}
	for grown := true; grown; { // parents may stand behind their items
		grown = false
		for _, e := range s.Events {
			if e.Parent != "" && in[e.Parent] && !in[e.ID] {
				in[e.ID], grown = true, true
			}
		}
	}
	var out []*briefing.Event
	for _, e := range s.Events {
		if in[e.ID] && e.ID != event {
			out = append(out, e)
		}
	}
	return out
}
