package pack

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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
	// citations is how many marks of sources were set, for a section that explains them
	citations int
	tables    int
	annexes   int
	figures   int
	marks     map[string]bool     // marks printed anywhere, for the glossary
	dashed    bool                // a dash was explained under a table
	early     []*document.Section // those that stand before the glossary
	// source lines of tables that share theirs with a chart on the page
	sheetSources map[string]string
	chartSources map[string][]briefing.ID // what each chart stands on, by its ID
	remarked     map[string]bool          // what files say of themselves, by section, once it stands there
	used         []string                 // measures printed, for the annex
	derived      []computed               // from imported rows, for the annex
	flows        []flowView               // of the imported rows, once asked for
	latest       []tradeNow               // the newest of them first, once asked for; nil until then
	// how many years of all countries of a set of rows (rowsKey) stand in the trade
	countriesShown map[string]int
	products       map[string]string // names of codes in the imported files, once asked for
	translations   map[string]string // names of goods by what they are called in other languages, once asked for
	setting        Setting
	lenient        bool        // a figure that can't be printed stays as it is written
	diff           *difference // of the addendum
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
		chartSources: map[string][]briefing.ID{}, remarked: map[string]bool{}, countriesShown: map[string]int{},
		setting: ParseSetting(s.Pack.Sections),
		lenient: o.Lenient,
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
	c.used, c.derived, c.countriesShown, c.remarked = nil, nil, map[string]int{}, map[string]bool{}
	return &c
}

// inPack reports whether the fact stands in the distributed pack.
func (b *builder) inPack(f *briefing.Fact) bool {
	return b.s.InPack(f.Ref())
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

// closed ends a sentence with the language's full stop if it has no end yet.
func (b *builder) closed(s string) string {
	if s == "" || ended(s) {
		return s
	}
	return s + b.t("word.full_stop")
}

// ended reports whether a text has the sign of an end.
func ended(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", last)
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
