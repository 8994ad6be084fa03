package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pivot"
)

// OwnKey is the key of a section written by hand: of the message that holds it.
func OwnKey(id briefing.ID) string { return ownPrefix + string(id) }

const ownPrefix = "text-"

// ownKind is the kind of message that is a section written by hand.
const ownKind = "section"

// withOwn puts the sections written by hand before the annex, in their order.
func (b *builder) withOwn(all []section) []section {
	var own []section
	for _, m := range b.messages(ownKind) {
		own = append(own, section{key: OwnKey(m.ID), level: 1, build: func(b *builder) *document.Section { return b.ownSection(m) }})
	}
	at := slices.IndexFunc(all, func(s section) bool { return s.key == "annex" })
	return slices.Insert(all, at, own...)
}

// ownSection is a section that somebody wrote: paragraphs apart by an empty
// line, «# » before a heading, «- » before an item, «![подпись](файл.png)» for an
// image attached to the record, what rich knows inside them;
// figures of facts as everywhere, each paragraph with the marks of their sources.
// Without a title or text there is none.
func (b *builder) ownSection(m *briefing.Message) *document.Section {
	title := b.boundText(m.Title)
	if title == "" {
		return nil
	}
	body, above := b.ownBody(m)
	s := &document.Section{NewPage: true, Joins: true, Title: title, Blocks: append(above, b.written(m.Ref(), body)...)}
	if len(s.Blocks) == 0 {
		return nil
	}
	rest := slices.DeleteFunc(b.ownSources(m), func(id briefing.ID) bool { return slices.Contains(b.textSources(body), id) })
	if p, ok := s.Blocks[len(s.Blocks)-1].(document.Paragraph); ok && p.Style != document.SourceLine {
		p.Runs = append(p.Runs, b.tail(rest)...)
		s.Blocks[len(s.Blocks)-1] = p
	}
	return s
}

// written are the blocks of a text of a section written by hand; see ownSection.
func (b *builder) written(ref briefing.Ref, text string) (out []document.Block) {
	var para []string
	flush := func() {
		text := strings.Join(para, " ")
		if runs, ok := b.rich(text); ok && len(runs) > 0 {
			out = append(out, document.Paragraph{Runs: append(runs, b.tail(b.textSources(text))...), Origin: &ref})
		}
		para = nil
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		head, isHead := strings.CutPrefix(line, "# ")
		item, isItem := strings.CutPrefix(line, "- ")
		caption, file, isPicture := pictureLine(line)
		made, isPivot := pivot.Alone(line)
		series, isSeries := briefing.ExhibitLine(line)
		switch {
		case line == "":
			flush()
		case isPicture:
			flush()
			out = append(out, b.picture(ref, caption, file))
		case isPivot:
			flush()
			out = append(out, b.pivotBlocks(ref, made, pivotWords{})...)
		case isSeries:
			flush()
			out = append(out, b.shownSeries(series)...)
		case isHead:
			flush()
			if runs, ok := b.rich(head); ok {
				out = append(out, document.Heading{Text: document.RunsText(runs), Level: 2})
			}
		case isItem:
			flush()
			if runs, ok := b.rich(item); ok {
				out = append(out, document.Paragraph{Style: document.Bullet, Runs: append(runs, b.tail(b.textSources(item))...), Origin: &ref})
			}
		default:
			para = append(para, line)
		}
	}
	flush()
	return out
}
