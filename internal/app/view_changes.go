package app

import (
	"fmt"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/store"
)

// ChangeView is one action of the journal.
type ChangeView struct {
	Time  string // the hour today, the day before that
	Title string
	Note  string
	Ref   briefing.Ref
}

// How much of the journal the list of changes looks at and shows.
const (
	journalEntries = 600
	maxChanges     = 12
)

// changes tells the latest actions, newest first, one line each.
func (v *viewing) changes(entries []store.JournalEntry) []ChangeView {
	var out []ChangeView
	for i := 0; i < len(entries); {
		end := i
		records := map[briefing.Ref]bool{}
		var last briefing.Ref
		for end < len(entries) && entries[end].Action == entries[i].Action {
			e := entries[end]
			if e.Record != "" {
				last = briefing.Ref{Kind: e.Kind, ID: e.Record}
				records[last] = true
			}
			end++
		}
		out = append(out, v.change(entries[i], last, len(records)))
		if i = end; len(out) == maxChanges {
			break
		}
	}
	return out
}

func (v *viewing) change(e store.JournalEntry, ref briefing.Ref, records int) ChangeView {
	c := ChangeView{Time: v.when(e.At), Title: actionTitle(v.l, e.Name, e.Undoes != 0, e.Again), Ref: ref}
	switch {
	case records > 1:
		c.Note = lang.Plural(v.l, "gui.count.records", records)
	case ref.ID != "":
		c.Note = first(v.caption(ref), lang.KindName(v.l, ref.Kind, false))
	default:
		c.Note = e.By
	}
	return c
}

// actionTitle is an action in words; one that takes another back is told as that.
func actionTitle(l briefing.Lang, name string, back, again bool) string {
	title := lang.T(l, "gui.action."+actionKey(name))
	switch {
	case again:
		return lang.T(l, "gui.action.again", title)
	case back:
		return lang.T(l, "gui.action.back", title)
	}
	return title
}

// actionKey names an action that this version has words for.
func actionKey(name string) string {
	switch name {
	case "add", "edit", "remove", "duplicate", "import", "remove-import", "revert", "restore", "version", "typed", "attach", "detach", "salvage", "replace", "word", "mend", "accept", "take-back", "assign", "task-done", "drop-insight", "pivot", "fill", "arrange", "move-section", "tick-section", "issue":
		return name
	case "action.create":
		return "create"
	}
	return "other"
}

func (v *viewing) when(at briefing.Stamp) string {
	t, err := time.Parse(time.RFC3339, string(at))
	if err != nil {
		return ""
	}
	t = t.In(v.now.Location())
	if t.Format(time.DateOnly) == v.now.Format(time.DateOnly) {
		return t.Format("15:04")
	}
	return fmt.Sprintf("%02d.%02d", t.Day(), t.Month())
}
