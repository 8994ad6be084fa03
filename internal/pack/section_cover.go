package pack

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// eventTitle is the name of what the pack is about.
func (b *builder) eventTitle() string {
	if e, ok := b.s.Event(b.s.Pack.Event); ok {
		return b.in(e.Title)
	}
	return ""
}

// kicker says what kind of papers the pack is: those for a visit only where
// there is one, or where the template is one of a visit.
func (b *builder) kicker() string {
	kind := ""
	if e, ok := b.s.Event(b.s.Pack.Event); ok {
		kind = e.Kind
	}
	switch template := b.s.Pack.Template; {
	case kind == "visit" || kind == "arrival":
	case template == "bulletin" || template == "partner-profile":
		return b.t("cover.kicker." + template)
	case kind != "":
		return b.t("cover.kicker.event")
	}
	return b.t("cover.kicker.visit")
}

// cover is the title page with the contents.
func (b *builder) cover() *document.Section {
	p := b.s.Pack
	c := document.Cover{
		Kicker:   join(" · ", b.kicker(), b.reader()),
		Title:    first(b.in(p.Title), b.eventTitle(), b.t("cover.untitled")),
		Subtitle: b.in(p.Subtitle),
		Contents: true,
		City:     b.in(p.City),
	}
	if o := b.in(p.Organisation); o != "" {
		c.Organisation = []string{o}
	}
	if e, ok := b.s.Event(p.Event); ok {
		lines := []string{b.sentence(lang.Enum(b.l, "event", e.Kind))}
		if e.When.Kind != briefing.NoPeriod {
			lines = append(lines, lang.Period(b.l, e.When))
		}
		c.Facts = append(c.Facts, document.LabelValue{Label: b.t("cover.event"), Lines: lines})
		if place := first(b.in(p.Place), b.in(e.Place)); place != "" {
			c.Facts = append(c.Facts, document.LabelValue{Label: b.t("cover.place"), Lines: []string{place}})
		}
	}
	if !b.s.AsOf.IsZero() {
		asOf := document.LabelValue{Label: b.t("cover.as_of"), Lines: []string{lang.Moment(b.l, b.s.AsOf)}}
		if t, err := time.Parse(time.RFC3339, string(p.AddendumAsOf)); p.AddendumAsOf != "" && (err != nil || t.After(b.s.AsOf)) {
			asOf.Lines = append(asOf.Lines, b.t("cover.addendum", lang.Stamp(b.l, p.AddendumAsOf)))
		}
		c.Facts = append(c.Facts, asOf)
	}
	for _, v := range []struct {
		key  string
		text briefing.Text
	}{{"for_whom", p.ForWhom}, {"prepared", p.PreparedBy}, {"approved", p.ApprovedBy}} {
		if s := b.in(v.text); s != "" {
			c.Sign = append(c.Sign, document.LabelValue{Label: b.t("cover." + v.key), Lines: []string{s}})
		}
	}
	return &document.Section{Silent: true, Blocks: []document.Block{c}}
}
