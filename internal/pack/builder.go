package pack

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// builder carries what the sections of one output share: numbers of sources,
// counters of tables and figures, where each source was cited.
type builder struct {
	s        *project.Snapshot
	l        briefing.Lang
	o        Options
	findings []check.Finding

	current string
	numbers map[string]string      // section key → number
	labels  map[briefing.ID]string // source → "1", "К2"
	order   []briefing.ID          // sources in the order of their numbers
	cited   map[briefing.ID][]string
	tables  int
	annexes int
	figures int
	marks   map[string]bool     // marks printed anywhere, for the glossary
	dashed  bool                // a dash was explained under a table
	early   []*document.Section // those that stand before the glossary
	// source lines of tables that share theirs with a chart on the page
	sheetSources map[string]string
	chartSources map[string][]briefing.ID // what each chart stands on, by its ID
	used         []string                 // measures printed, for the annex
	derived      []computed               // from imported rows, for the annex
	products     map[string]string        // names of codes in the imported files, once asked for
	translations map[string]string        // names of goods by what they are called in other languages, once asked for
	setting      Setting
	lenient      bool        // a figure that can't be printed stays as it is written
	diff         *difference // of the addendum
}

func newBuilder(s *project.Snapshot, findings []check.Finding, o Options) (*builder, error) {
	if o.Form == "" {
		o.Form = FormPack
	}
	if !slices.Contains(Forms(), o.Form) {
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "build document", Path: o.Form}
	}
	if _, ok := briefing.ParseLang(string(o.Lang)); !ok {
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "build document", Path: string(o.Lang)}
	}
	if !For(o.Form, s.Audience) {
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "build " + o.Form, Path: s.Audience.String()}
	}
	b := &builder{
		s: ofParts(s), l: o.Lang, o: o, findings: findings,
		numbers: map[string]string{}, labels: map[briefing.ID]string{},
		cited: map[briefing.ID][]string{}, marks: map[string]bool{}, sheetSources: map[string]string{},
		chartSources: map[string][]briefing.ID{},
		setting:      ParseSetting(s.Pack.Sections),
		lenient:      o.Lenient,
	}
	b.numberSources()
	if len(o.Since) > 0 {
		b.keepNumbers(o.Since)
	}
	return b, nil
}

// ofParts is the snapshot without the rows of other regions than the pack's own
// and of other provinces than its partner's: they are nothing of its trade, and
// would be added to it.
func ofParts(s *project.Snapshot) *project.Snapshot {
	province, _ := s.Organisation(s.Pack.Province)
	rows, dropped := s.Figures.OfParts(lang.PartsOf(&s.Pack, province))
	if len(dropped) == 0 {
		return s
	}
	own, p := *s, *s.Project
	p.Figures = rows
	own.Project = &p
	return &own
}

// apart is a builder for blocks of which only some will be shown: what it cites,
// counts and computes is its own. Numbers of sources are the same.
func (b *builder) apart() *builder {
	c := *b
	c.cited, c.marks = map[briefing.ID][]string{}, map[string]bool{}
	c.sheetSources, c.chartSources = map[string]string{}, map[string][]briefing.ID{}
	c.used, c.derived = nil, nil
	return &c
}

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

// inPack reports whether the fact stands in the distributed pack.
func (b *builder) inPack(f *briefing.Fact) bool {
	return b.s.InPack(f.Ref())
}

// citable reports whether the claim was published by the moment.
func (b *builder) citable(c briefing.Claim) bool {
	src, ok := b.s.Source(c.Source)
	return !ok || src.Published.Against(b.s.AsOf) != briefing.After
}

// facts lists the facts of the pack in their order.
func (b *builder) facts(keep func(*briefing.Fact) bool) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range b.s.Facts {
		if b.inPack(f) && (keep == nil || keep(f)) {
			out = append(out, f)
		}
	}
	return out
}

func (b *builder) t(key string, args ...any) string { return lang.T(b.l, "pack."+key, args...) }

// refs is the citation « [1], [11]» of sources, each a link; empty when none
// of them has a number.
func (b *builder) refs(ids ...briefing.ID) []document.Run {
	var nums []document.Run
	seen := map[briefing.ID]bool{}
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(x, y briefing.ID) int {
		return slices.Index(b.order, x) - slices.Index(b.order, y)
	})
	for _, id := range ids {
		label, ok := b.labels[id]
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		if !slices.Contains(b.cited[id], b.current) {
			b.cited[id] = append(b.cited[id], b.current)
		}
		if len(nums) > 0 {
			nums = append(nums, document.Run{Text: ", "})
		}
		nums = append(nums, document.Run{Text: "[" + label + "]", Link: "#source-" + label})
	}
	return nums
}

func (b *builder) refText(ids ...briefing.ID) string { return document.RunsText(b.refs(ids...)) }

// sourcesOf lists the citable sources of a fact: the chosen claim's, or all
// claims' when none is chosen. Where the reader may not be told of the
// chosen one's source, those of other claims don't take its place: they say
// something else.
func (b *builder) sourcesOf(f *briefing.Fact) []briefing.ID {
	var ids []briefing.ID
	for _, c := range f.Printed() {
		if c.Source != "" {
			ids = append(ids, c.Source)
		}
	}
	if len(ids) == 0 {
		for _, p := range f.Parents {
			if pf, ok := b.s.Fact(p); ok {
				ids = append(ids, b.sourcesOf(pf)...)
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

// closed ends a sentence with the language's full stop if it has no end yet.
func (b *builder) closed(s string) string {
	if s == "" || strings.ContainsRune(".!?…。！？", []rune(s)[len([]rune(s))-1]) {
		return s
	}
	return s + b.t("word.full_stop")
}

// sentence starts a text with a capital letter.
func (b *builder) sentence(s string) string {
	r := []rune(s)
	if len(r) == 0 || b.l == briefing.ZH {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// table labels a table of the body and gives it an identifier.
func (b *builder) table(t document.Table) document.Table {
	b.tables++
	t.ID = fmt.Sprintf("T%02d", b.tables)
	t.Label = b.t("word.table", fmt.Sprint(b.tables))
	b.noteMarks(&t)
	return t
}

// annexTable labels a table of the annex («Таблица А.3», ГОСТ Р 7.32).
func (b *builder) annexTable(t document.Table) document.Table {
	b.annexes++
	t.ID = fmt.Sprintf("A%02d", b.annexes)
	t.Label = b.t("word.table", b.t("word.annex_letter")+"."+fmt.Sprint(b.annexes))
	b.noteMarks(&t)
	return t
}

func (b *builder) chart(c document.Chart) document.Chart {
	b.figures++
	c.ID = fmt.Sprintf("F%02d", b.figures)
	c.Label = b.t("word.figure", fmt.Sprint(b.figures))
	return c
}

// noteMarks explains the marks used in the table under it, only those used.
func (b *builder) noteMarks(t *document.Table) {
	used := map[string]bool{}
	dash := false
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Mark != "" {
				used[markOf(c.Mark, c.Number.Valid)] = true
				b.marks[c.Mark] = true
			}
			dash = dash || c.Text == "—"
		}
	}
	parts := b.markWords(used)
	if dash && len(t.Notes) == 0 {
		b.dashed = true
		parts = append(parts, b.t("mark.dash_under", b.t("mark.dash")))
	}
	if len(parts) > 0 {
		t.Notes = append([]string{b.closed(strings.Join(parts, b.t("word.list_gap")))}, t.Notes...)
	}
}

// markWords explains the marks that are used.
func (b *builder) markWords(used map[string]bool) (parts []string) {
	for _, s := range briefing.ObsStatuses() {
		if m := s.Mark(); m != "" && used[m] {
			parts = append(parts, "["+m+"] "+b.t("mark."+m))
		}
	}
	if used[partlyMark] {
		parts = append(parts, "["+briefing.Missing.Mark()+"] "+b.t("mark."+partlyMark))
	}
	return parts
}

// partlyMark is what is explained of the mark of missing data beside a number:
// the sum lacks what the source does not publish.
const partlyMark = "partly"

// markOf is what is explained of a mark.
func markOf(mark string, number bool) string {
	if number && mark == briefing.Missing.Mark() {
		return partlyMark
	}
	return mark
}

// commas, semis, spaced and colon join what is not empty with the language's
// own separators: Chinese sets no spaces.
func (b *builder) commas(parts ...string) string { return join(b.t("word.comma"), parts...) }

func (b *builder) semis(parts ...string) string { return join(b.t("word.list_gap"), parts...) }

func (b *builder) spaced(parts ...string) string { return join(b.gap(), parts...) }

func (b *builder) colon(parts ...string) string { return join(b.t("word.colon"), parts...) }

// gap is the space between words and sentences; Chinese has none.
func (b *builder) gap() string {
	if b.l == briefing.ZH {
		return ""
	}
	return " "
}
