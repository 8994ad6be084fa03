package pack

import (
	"slices"
	"strings"

	"briefing/internal/document"
)

// factsheetParts is what the factsheet is made of, before it is arranged.
type factsheetParts struct {
	head               []document.Block // banner and headline figures
	messages, partners []document.Block
	charts             []document.Block
	open               []document.Block
}

// factsheet is the visit on one page: headline figures, messages beside the
// partnership, two charts, what is to be clarified, the sources by name. Where
// that is more than a page, a chart goes under the messages, then charts and at
// last messages are left out; these are counted.
func (b *builder) factsheet() *document.Section {
	p := b.s.Pack
	var parts factsheetParts
	k, trade := b.besideFacts(b.keyFigures())
	if len(k.Items) > 0 {
		trade = append([]document.Block{k}, trade...)
	}
	for _, block := range trade {
		if k, ok := block.(document.KeyFigures); ok {
			k.After = " " // no section to point at
			block = k
		}
		parts.head = append(parts.head, block)
	}
	parts.messages, parts.charts = b.messageBlocks(), b.chartsFor(factsheetCharts)
	full := parts // with all of what is counted where there is no room
	full.partners, full.open = b.partnershipBlocks(len(b.s.Agreements), len(b.otherPeople())), b.openBlocks(len(b.openFacts()))
	parts.partners, parts.open = b.partnershipBlocks(factsheetRows, factsheetPeople), b.openBlocks(factsheetOpen)
	if len(parts.head)+len(parts.messages)+len(parts.partners)+len(parts.charts)+len(parts.open) == 0 {
		return nil
	}
	full.head = append([]document.Block{document.Banner{
		Filled: true, Kicker: b.t("section.factsheet"), Title: first(p.ShortTitle.In(b.l), b.in(p.Title)), Subtitle: b.in(p.Subtitle),
		Side: b.formSide(),
	}}, parts.head...)
	parts.head = full.head
	s := &document.Section{Bare: true, Title: b.t("section.factsheet"), Blocks: b.arrangedSheet(full, false)}
	full.open = parts.open
	s.Tighter = append(s.Tighter, b.arrangedSheet(full, false), b.arrangedSheet(parts, false))
	s.Tighter = append(s.Tighter, b.tighterSheets(parts)...)
	return s
}

// openBlocks are so many of the things to be clarified.
func (b *builder) openBlocks(most int) []document.Block {
	if n, ok := b.openNote(most); ok {
		return []document.Block{n}
	}
	return nil
}

// arrangedSheet sets the parts one under another, messages beside the
// partnership; the charts under the messages where they are to stand beside.
func (b *builder) arrangedSheet(p factsheetParts, beside bool) []document.Block {
	body := slices.Clone(p.head)
	left := p.messages
	if beside {
		left = slices.Concat(left, p.charts)
	}
	if len(left) > 0 && len(p.partners) > 0 {
		body = append(body, document.Columns{LeftWidth: 106, Left: left, Right: p.partners})
	} else {
		body = slices.Concat(body, left, p.partners)
	}
	switch {
	case beside:
	case len(p.charts) < 2:
		body = append(body, p.charts...)
	default:
		body = append(body, document.Columns{Left: p.charts[:1], Right: p.charts[1:2]})
	}
	body = append(body, p.open...)
	if names := b.citedNames(body); names != "" {
		body = append(body, document.Paragraph{Style: document.SourceLine, Runs: document.Plain(names)})
	}
	return body
}

// tighterSheets are the arrangements for a factsheet that is more than a page.
func (b *builder) tighterSheets(p factsheetParts) [][]document.Block {
	var out [][]document.Block
	for ; len(p.charts) > 0; p.charts = p.charts[:len(p.charts)-1] {
		if len(p.partners) > 0 {
			out = append(out, b.arrangedSheet(p, true))
		}
		if len(p.charts) > 1 { // one chart less, over the full width
			one := p
			one.charts = p.charts[:1]
			out = append(out, b.arrangedSheet(one, false))
		}
	}
	out = append(out, b.arrangedSheet(p, false))
	all := p.messages
	for n := len(all) - 2; n > 0; n-- { // of the first there is always something
		p.messages = append(slices.Clone(all[:n+1]), document.Paragraph{
			Style: document.Small, Runs: document.Plain(b.t("card.more", len(all)-1-n)),
		})
		out = append(out, b.arrangedSheet(p, false))
	}
	return out
}

// messageBlocks are the messages in small type, a paragraph each, under their
// heading.
func (b *builder) messageBlocks() []document.Block {
	var out []document.Block
	for _, p := range b.points3("key-message").Items {
		runs := []document.Run{{Text: b.closed(p.Title), Bold: true}}
		if len(p.Runs) > 0 {
			runs = append(append(runs, document.Run{Text: b.gap()}), p.Runs...)
		}
		out = append(out, document.Paragraph{Style: document.Small, Runs: runs, Origin: p.Origin})
	}
	if len(out) == 0 {
		return nil
	}
	return append([]document.Block{document.Heading{Text: b.t("summary.messages"), Level: 2}}, out...)
}

// citedNames lists the sources that the blocks cite by number and publisher.
func (b *builder) citedNames(blocks []document.Block) string {
	var text strings.Builder
	sayBlocks(&text, blocks)
	sayCited(&text, blocks)
	var parts []string
	for _, id := range b.order {
		src, ok := b.s.Source(id)
		label := "[" + b.labels[id] + "]"
		if !ok || len(b.cited[id]) == 0 || !strings.Contains(text.String(), label) {
			continue
		}
		parts = append(parts, join(strings.ReplaceAll(b.gap(), " ", "\u00a0"), label, b.commas(first(b.in(src.Publisher), b.in(src.Title)), b.publishedOn(src))))
	}
	if len(parts) == 0 {
		return ""
	}
	return b.colon(b.t("sources.title"), b.semis(parts...))
}

// sayCited adds the lines of sources of figures and charts.
func sayCited(text *strings.Builder, blocks []document.Block) {
	for _, block := range blocks {
		switch v := block.(type) {
		case document.KeyFigures:
			for _, k := range v.Items {
				say(text, k.Source, k.Number)
			}
		case document.Chart:
			say(text, v.Source)
		case document.Columns:
			sayCited(text, v.Left)
			sayCited(text, v.Right)
		}
	}
}
