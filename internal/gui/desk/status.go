package desk

import (
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
)

// Status is the mark of a fact's status by its key: none of none, and one that
// is not known is unchecked.
func Status(key string) kit.Status {
	switch key {
	case briefing.Confirmed:
		return kit.Confirmed
	case briefing.Caveat:
		return kit.Reserved
	case briefing.Conflicting:
		return kit.Disputed
	case briefing.Rejected:
		return kit.Rejected
	case "":
		return kit.NoStatus
	}
	return kit.Unchecked
}
