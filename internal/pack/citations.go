package pack

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// How sources are numbered and cited.

// numberSources gives numbers to the sources that something in the pack cites,
// in the order of the register; sources that only the compiler's facts cite
// get numbers of their own («К1»), so that those of the pack stay the same.
func (b *builder) numberSources() {
	inPack, other := map[briefing.ID]bool{}, map[briefing.ID]bool{}
	for _, d := range briefing.Descriptions() {
		for _, r := range b.s.Records(d.Kind) {
			if f, ok := r.(*briefing.Fact); ok {
				b.factNumbers(f, inPack, other)
				continue
			}
			collect(d.Fields, r, inPack)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					collect(l.Fields, l.At(r, i), inPack)
				}
			}
		}
	}
	for _, id := range b.importSources() {
		inPack[id] = true
	}
	for _, h := range b.s.Held {
		if f, ok := h.Record.(*briefing.Fact); ok {
			b.factNumbers(f, other, other)
		}
	}
	n, k := 0, 0
	for _, src := range b.s.Sources {
		switch {
		case inPack[src.ID]:
			n++
			b.labels[src.ID] = fmt.Sprint(n)
		case other[src.ID] && b.s.Audience == briefing.Compiler:
			k++
			b.labels[src.ID] = b.t("word.compiler_source", k)
		default:
			continue
		}
		b.order = append(b.order, src.ID)
	}
}

// importSources are the sources of imported rows that the pack shows; the
// interpreter's has no tables of them, only what a text says.
func (b *builder) importSources() (ids []briefing.ID) {
	if b.s.Audience == briefing.Interpreter {
		for _, m := range b.s.Messages {
			ids = append(ids, b.dataSources(m.Body.In(b.l))...)
			ids = append(ids, b.dataSources(m.Answer.In(b.l))...)
		}
		return ids
	}
	for _, imp := range b.s.Imports { // the other side does not see the field
		ids = append(ids, b.s.SourcesOf(imp.Ref())...)
	}
	return ids
}

// factNumbers counts the sources that the printed claim stands on as the
// pack's, those of other claims and of facts outside the pack as the compiler's.
func (b *builder) factNumbers(f *briefing.Fact, inPack, other map[briefing.ID]bool) {
	if b.inPack(f) {
		for _, id := range b.sourcesOf(f) {
			inPack[id] = true
		}
	}
	for _, c := range f.Claims {
		other[c.Source] = true
	}
}

func collect(fields []briefing.Field, row any, into map[briefing.ID]bool) {
	for _, f := range fields {
		if f.Target == briefing.KindSource {
			for _, id := range briefing.SplitIDs(f.Get(row)) {
				into[id] = true
			}
		}
	}
}

// citable reports whether the claim was published by the moment.
func (b *builder) citable(c briefing.Claim) bool {
	src, ok := b.s.Source(c.Source)
	return !ok || src.Published.Against(b.s.AsOf) != briefing.After
}

// inOrder are the sources as the register has them, each once.
func (b *builder) inOrder(ids []briefing.ID) []briefing.ID {
	out := with[briefing.ID](nil, ids...)
	slices.SortStableFunc(out, func(x, y briefing.ID) int { return slices.Index(b.order, x) - slices.Index(b.order, y) })
	return out
}

// refs is the citation « [1], [11]» of sources, each a link; empty when none
// of them has a number.
func (b *builder) refs(ids ...briefing.ID) []document.Run {
	var nums []document.Run
	for _, id := range b.inOrder(ids) {
		label, ok := b.labels[id]
		if !ok {
			continue
		}
		if !slices.Contains(b.cited[id], b.current) {
			b.cited[id] = append(b.cited[id], b.current)
		}
		if len(nums) > 0 {
			nums = append(nums, document.Run{Text: ", "})
		}
		b.citations++
		nums = append(nums, document.Run{Text: "[" + label + "]", Link: "#source-" + label})
	}
	return nums
}

func (b *builder) refText(ids ...briefing.ID) string { return document.RunsText(b.refs(ids...)) }

// sourcesOf lists the citable sources of a fact: the chosen claim's, or all
// claims' when none is chosen. Where the reader may not be told of the
// chosen one's source, those of other claims don't take its place: they say
// something else. A fact without any has those of the facts that it was computed
// from; facts that name each other so have none.
func (b *builder) sourcesOf(f *briefing.Fact) []briefing.ID {
	return b.sourcesWithin(f, map[briefing.ID]bool{})
}

func (b *builder) sourcesWithin(f *briefing.Fact, seen map[briefing.ID]bool) []briefing.ID {
	if seen[f.ID] {
		return nil
	}
	seen[f.ID] = true
	var ids []briefing.ID
	for _, c := range f.Printed() {
		if c.Source != "" {
			ids = append(ids, c.Source)
		}
	}
	if len(ids) == 0 {
		for _, p := range f.Parents {
			if pf, ok := b.s.Fact(p); ok {
				ids = append(ids, b.sourcesWithin(pf, seen)...)
			}
		}
	}
	return ids
}

func (b *builder) factSources(facts ...*briefing.Fact) []briefing.ID {
	var ids []briefing.ID
	for _, f := range facts {
		ids = append(ids, b.sourcesOf(f)...)
	}
	return ids
}

// sourceLine is the line under a table or chart: sources by number, as of.
func (b *builder) sourceLine(ids []briefing.ID, extra ...string) string {
	nums := b.refText(ids...)
	return b.sourcesLine(nums, strings.Count(nums, "["), extra...)
}

// sourcesLine is sourceLine with the sources in words already, n of them.
func (b *builder) sourcesLine(sources string, n int, extra ...string) string {
	src := ""
	switch {
	case n == 1:
		src = b.t("word.source_line", sources)
	case n > 1:
		src = b.t("word.sources_line", sources)
	}
	asOf := b.asOfLine()
	if asOf != "" {
		asOf = b.sentence(asOf)
	}
	parts := []string{}
	for _, e := range extra {
		if e != "" {
			parts = append(parts, b.closed(e))
		}
	}
	if src != "" {
		parts = append(parts, b.closed(src))
	}
	if asOf != "" {
		parts = append(parts, asOf)
	}
	return strings.Join(parts, b.gap())
}
