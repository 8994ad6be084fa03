package records

import (
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/recordform"
)

// groups is the order of a kind's form: what is needed first, what is seldom
// needed last. Fields that are not named here follow in a group of their own.
func groups(d desk.Desk, k briefing.Kind) []recordform.Group {
	t := func(key string) string { return desk.T(d, "records.group."+key) }
	switch k {
	case briefing.KindFact:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"statement", "claims.value*", "claims.unit*", "claims.precision", "claims.period*", "claims.source*", "claims="}},
			{Title: t("standing"), Labels: []string{"status", "nature", "use", "place", "headline", "sample"}},
			{Title: t("scope"), Labels: []string{"measure", "product", "flow", "reporter", "region", "partner", "facility", "series", "part_of", "of_which"}, Folded: true},
			{Title: t("claims"), Labels: []string{"chosen", "reason", "claims"}, Folded: true},
		}
	case briefing.KindEvent:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"title", "kind", "status", "when", "clock", "day_part", "place", "parent"}},
			{Title: t("course"), Labels: []string{"format", "outcome", "use"}},
			{Title: t("people"), Labels: []string{"participants"}},
			{Title: t("basis"), Labels: []string{"sources", "facts"}},
		}
	case briefing.KindPerson:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"photo=", "name", "name=", "address", "rank", "country"}},
			{Title: t("posts"), Labels: []string{"posts"}},
			{Title: t("pronounced"), Labels: []string{"short_name", "stress"}},
			{Title: t("basis"), Labels: []string{"sources"}},
		}
	case briefing.KindAgreement:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"title", "kind", "status", "signed", "parties", "signatories"}},
			{Title: t("content"), Labels: []string{"subject", "progress", "use"}},
			{Title: t("milestones"), Labels: []string{"milestones"}},
			{Title: t("basis"), Labels: []string{"sources", "facts"}},
		}
	case briefing.KindMessage:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"kind", "title", "body", "answer", "use", "order"}},
			{Title: t("quote"), Labels: []string{"quoted", "speaker", "published", "original", "original_lang"}},
			{Title: t("basis"), Labels: []string{"sources", "facts"}},
		}
	case briefing.KindSource:
		return []recordform.Group{
			{Title: t("main"), Labels: []string{"title", "publisher", "kind", "address", "published", "retrieved"}},
		}
	case briefing.KindFacility:
		return []recordform.Group{{Title: t("main"), Labels: []string{"name", "kind", "place", "operator", "about", "use"}}}
	case briefing.KindOrganisation:
		return []recordform.Group{{Title: t("main"), Labels: []string{"name", "kind", "country", "address"}}}
	case briefing.KindSeries:
		return []recordform.Group{{Title: t("main"), Labels: []string{"title", "message", "caption", "section", "form", "facts=", "body", "caveat", "order"}}}
	}
	return nil
}

// fresh is a new record with what goes without saying.
func fresh(d desk.Desk, desc briefing.Description) briefing.Record {
	r := desc.New()
	switch x := r.(type) {
	case *briefing.Fact:
		x.Status, x.Nature, x.Place = briefing.Unverified, briefing.NatureFact, briefing.PlacePack
		x.Claims = []briefing.Claim{{Source: d.Project().DefaultSource()}}
		x.NameClaims()
	case *briefing.Event:
		x.Parent = d.Project().Pack().Event
	case *briefing.Message:
		x.Kind = briefing.MessageKinds()[0]
	}
	return r
}
