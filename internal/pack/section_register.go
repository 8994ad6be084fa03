package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// sourcesSection is the register of sources: number, publisher, material, when
// published, and where the source is cited.
func (b *builder) sourcesSection() *document.Section {
	if len(b.order) == 0 {
		return nil
	}
	t := document.Table{
		Title: b.t("sources.title"), New: briefing.KindSource,
		Columns: []document.Column{
			{Key: "no", Title: b.t("col.no"), Weight: 0.25},
			{Key: "publisher", Title: b.t("col.publisher"), Weight: 1.2},
			{Key: "material", Title: b.t("col.material"), Weight: 2.2},
			{Key: "published", Title: b.t("col.published"), Weight: 0.9},
			{Key: "sections", Title: b.t("col.sections"), Weight: 0.7},
		},
	}
	for _, id := range b.order {
		own := b.o.Form == FormAnswers || b.o.Form == FormAddendum || b.s.Audience == briefing.Interpreter || b.s.Audience == briefing.Partner
		if own && len(b.cited[id]) == 0 {
			continue // a form of its own, and a pack with sections left out, has the sources that it cites
		}
		src, _ := b.s.Source(id)
		ref := src.Ref()
		material := []document.Run{{Text: b.in(src.Title)}}
		if src.Address != "" {
			material = append(material, document.Run{Text: " (" + src.Address + ")", Tone: document.Secondary, Link: webLink(src.Address)})
		}
		published := document.Cell{Runs: []document.Run{{Text: b.publishedOn(src)}}}
		if src.Published == "" {
			published.Runs[0].Bold, published.Runs[0].Tone = true, document.Warn
		}
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			document.Txt(b.labels[id]), b.shows(document.Txt(b.in(src.Publisher)), src, "publisher"),
			tailed(b.shows(document.Cell{Runs: material}, src, "title"), document.RunsText(material[1:])),
			tailed(b.shows(published, src, "published"), strings.TrimPrefix(published.Runs[0].Text, lang.Stamp(b.l, src.Published))),
			document.Txt(b.citedIn(id)),
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if b.o.Form == FormAnswers { // one section cites them all
		dropColumn(&t, len(t.Columns)-1)
	}
	dropEmptyColumns(&t)
	t.Source = b.sourceLine(nil, b.t("sources.note"))
	s := &document.Section{NewPage: b.o.Form == FormPack, Joins: true, Deck: b.sourcedDeck("sources.deck"), Blocks: []document.Block{b.table(t)}}
	return s
}

// sourcedDeck says that each number has its source; the partner is not told of
// all of them.
func (b *builder) sourcedDeck(key string) string {
	if b.s.Audience == briefing.Partner {
		return ""
	}
	return b.t(key)
}

func webLink(address string) string {
	if len(address) > 8 && (address[:8] == "https://" || address[:7] == "http://") {
		return address
	}
	return "https://" + address
}

// publishedOn says when the source appeared, and that the hour is not known
// where that matters: on the day of the moment.
func (b *builder) publishedOn(src *briefing.Source) string {
	s := lang.Stamp(b.l, src.Published)
	if src.Published != "" && !src.Published.HasHour() && !b.s.AsOf.IsZero() && src.Published.Against(b.s.AsOf) == briefing.Unknown {
		return b.t("sources.no_hour", s)
	}
	return s
}

func (b *builder) citedIn(id briefing.ID) string {
	var nums []string
	for _, key := range b.cited[id] {
		if n := b.numbers[key]; n != "" && !slices.Contains(nums, n) {
			nums = append(nums, n)
		}
	}
	return b.commas(nums...)
}

// glossary explains marks, abbreviations and units that the pack uses.
func (b *builder) glossary() *document.Section {
	t := document.Table{
		Title: b.t("glossary.marks"),
		Columns: []document.Column{
			{Key: "mark", Title: b.t("col.mark"), Weight: 0.4},
			{Key: "meaning", Title: b.t("col.meaning"), Weight: 2},
		},
	}
	add := func(mark, meaning string) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Runs: []document.Run{{Text: mark, Bold: true}}}, document.Txt(meaning),
		}})
	}
	if len(b.order) > 0 {
		add("[1]", b.t("mark.source"))
	}
	for _, s := range briefing.ObsStatuses() {
		if m := s.Mark(); m != "" && b.marks[m] {
			add("["+m+"]", b.t("mark."+m))
		}
	}
	if b.dashed {
		add("—", b.t("mark.dash"))
	}
	text := said(b.early)
	for _, k := range glossaryKeys() {
		if short := b.t("glossary.short." + k); stands(short, text) && !slices.ContainsFunc(t.Rows, func(r document.Row) bool { return r.Cells[0].Says() == short }) {
			add(short, b.t("glossary.long."+k))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}

// glossaryKeys are the abbreviations that a pack may use; in some languages two
// of them are one.
func glossaryKeys() []string {
	return []string{"t", "usd", "pp", "hs", "gs", "sitc", "fob", "cif", "teu", "ha"}
}

// signOff is the sheet of approval.
func (b *builder) signOff() *document.Section {
	p := b.s.Pack
	s := document.SignOff{}
	add := func(key string, t briefing.Text) {
		if post := b.in(t); post != "" {
			s.Lines = append(s.Lines, document.SignLine{Label: b.t("sign." + key), Post: post})
		}
	}
	add("prepared", p.PreparedBy)
	add("approved", p.ApprovedBy)
	if len(s.Lines) == 0 {
		return nil
	}
	out := &document.Section{Blocks: []document.Block{s}}
	if e := b.in(p.Executor); e != "" {
		out.Blocks = append(out.Blocks, document.Paragraph{Style: document.Small, Runs: document.Plain(b.t("sign.executor", e))})
	}
	if list, err := Copies(&p); err == nil && len(p.Addressees) > 0 {
		out.Blocks = append(out.Blocks, b.table(b.copyTable(list, false)))
	}
	if p.Copies > 0 {
		out.Blocks = append(out.Blocks, document.Paragraph{Style: document.Small, Runs: document.Plain(b.t("sign.copies", p.Copies))})
	}
	return out
}
