package packs

import (
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/recordform"
)

// newForm is the form of the pack's settings.
func newForm(d desk.Desk) *recordform.Form {
	group := func(key string, labels ...string) recordform.Group {
		return recordform.Group{Title: desk.T(d, "pack.form."+key), Labels: labels}
	}
	f := recordform.New(d, briefing.KindPack, []recordform.Group{
		group("what", "title", "subtitle", "short_title", "event", "as_of", "addendum_as_of"),
		group("who", "for_whom", "organisation", "place", "city", "prepared_by", "approved_by", "executor"),
		group("decks", "summary_deck", "trade_deck", "hub_deck"),
		group("scope", "reporter", "partner", "province", "region_name", "region", "partner_name"),
		group("issue", "file_name", "version", "issue", "copies", "copy", "restricted", "long_kept", "addressees"),
	}, desk.T(d, "records.group.more"), nil)
	f.Set(d.Project().Pack())
	return f
}
