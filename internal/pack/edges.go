package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// What stands at the head and foot of every page of a pack.

// footLine is the body and which draft or issue this is.
func (b *builder) footLine() string {
	return join(" · ", b.in(b.s.Pack.Organisation), b.versionLine())
}

// versionLine says which draft or issue this is.
func (b *builder) versionLine() string { return b.version("foot.") }

// versionShort says it in the fewest words.
func (b *builder) versionShort() string { return b.version("foot.short.") }

func (b *builder) version(texts string) string {
	p := b.s.Pack
	line := b.t(texts+"issue", p.Issue)
	switch {
	case b.o.Draft:
		line = b.t(texts+"draft", max(p.Version, 1))
	case p.Issue == 0:
		line = b.t(texts+"unnumbered", max(p.Version, 1))
	}
	return join(" · ", line, b.replaces(), b.reader())
}

// replaces says of a sheet which pack it belongs into: laid beside the one that it
// takes the place of, nothing else tells the two apart.
func (b *builder) replaces() string {
	if !b.o.Replaces || len(b.o.Since) == 0 {
		return ""
	}
	last := b.o.Since[len(b.o.Since)-1]
	switch {
	case last.Number > 0:
		return b.t("foot.replaces_issue", last.Number)
	case last.Snapshot.AsOf.IsZero():
		return b.t("foot.replaces_undated")
	}
	return b.t("foot.replaces", lang.Moment(b.l, last.Snapshot.AsOf))
}

// reader says for whom inside the house a pack is, so that no page of it is
// taken for one of the leader's. His own pack says nothing, and neither does
// that of the other side, for which a word of ours is none.
func (b *builder) reader() string {
	if a := b.s.Audience; a == briefing.Compiler || a == briefing.Interpreter {
		return b.t("reader." + a.String())
	}
	return ""
}

func (b *builder) asOfLine() string {
	at := b.s.AsOf
	if !b.o.AsOf.IsZero() {
		at = b.o.AsOf
	}
	if at.IsZero() {
		return ""
	}
	return b.sentence(b.t("word.as_of", lang.Moment(b.l, at)))
}
