package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// origin is whence imported rows are: the sources by which they may be cited,
// and the files of those imports that have none. Who reads a pack is told of
// what was published and of no file of the house, unless there is nothing else.
type origin struct {
	sources []briefing.ID
	files   []string
}

// from adds an import.
func (o *origin) from(b *builder, imp *briefing.Import) {
	cited := b.s.SourcesOf(imp.Ref())
	o.sources = with(o.sources, cited...)
	if len(cited) == 0 && imp.File != "" {
		o.files = with(o.files, imp.File)
	}
}

func with[T comparable](list []T, more ...T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// originOf is the origin of rows.
func (b *builder) originOf(f figure.Filter) (o origin) {
	for _, imp := range b.importsOf(f) {
		o.from(b, imp)
	}
	return o
}

// mostBodies is how many bodies a line of sources names; more are told by
// their numbers alone.
const mostBodies = 3

// dataLine is the line of sources under a chart: the bodies that published them,
// with their numbers in the register, since who reads it has no hand free for
// the register.
func (b *builder) dataLine(o origin, extra ...string) string {
	var named []string
	for _, id := range o.sources {
		mark := b.refText(id)
		src, ok := b.s.Source(id)
		if !ok || mark == "" {
			continue
		}
		named = append(named, b.spaced(b.in(src.Publisher), mark))
	}
	if len(named) == 0 || len(named) > mostBodies {
		return b.sourceLine(o.sources, append(extra, b.filesLine(o.files))...)
	}
	return b.sourcesLine(b.semis(named...), len(named), append(extra, b.filesLine(o.files))...)
}

// filesLine names the files of rows without a source; a reader who may not see
// the imports gets no line.
func (b *builder) filesLine(files []string) string {
	names := b.commas(files...)
	if names == "" {
		return ""
	}
	return b.t("stat.files", names)
}

// rowsFrom tells in the annex whence rows are: by the numbers of their sources;
// the compiler, who checks them, is told the files too.
func (b *builder) rowsFrom(f figure.Filter) []string {
	imports := b.importsOf(f)
	o := b.originOf(f)
	files := o.files
	if b.s.Audience == briefing.Compiler {
		for _, imp := range imports {
			if imp.File != "" {
				files = with(files, imp.File)
			}
		}
	}
	line := lowerFirst(b.filesLine(files), b.l)
	marks := b.refText(o.sources...)
	if line == "" && marks != "" {
		line = b.t("annex.rows")
	}
	if line = b.spaced(line, marks); line == "" {
		return nil
	}
	return []string{strings.TrimSpace(line)}
}
