package app

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/routine"
	"briefing/internal/safefile"
)

// Standing is where a pack stands: everything that the window's overview,
// list of checks, list of sections and side bar show, in one language, ready
// to be drawn. It is made as a whole, so that no two screens disagree.
type Standing struct {
	Lang     briefing.Lang
	Partial  bool   // made before the figures were there: without checks, sections and what is left to do
	Title    string // of the pack
	Template string // of the pack: what it is made for, see Templates
	Short    string // for the window's bar
	Event    briefing.Ref
	Moment   time.Time // zero while none is set
	Visit    Visit
	Sections []SectionView
	Filled   int // of the sections included, those that have content
	Included int // sections included; one whose parts are sections is counted by them
	Later    int // records known only after the moment
	Counts   Counts
	Cards    []Card
	Todo     []Todo
	Findings []FindingView
	Clean    []CleanCheck
	Changes  []ChangeView
	// Err is why the pack can't be built, nil as a rule; the rest is shown
	// all the same.
	Err error

	fill func(string) (string, bool) // of a text with figures; nil while they are being read
}

// Counts are the numbers of the side bar.
type Counts struct {
	Facts, Events, People, Agreements, Messages, Sources int
	Rows                                                 int // trade observations
	Blocking, Remarks, Notes, Accepted                   int // findings
}

func (c *Counts) findings(list []FindingView) {
	for _, f := range list {
		c.Add(f.Severity)
	}
}

// Tally counts findings: the one count that window and command line show.
func Tally(list []check.Finding) (c Counts) {
	for _, f := range list {
		c.Add(f.Severity)
	}
	return c
}

// Add counts a finding.
func (c *Counts) Add(s check.Severity) {
	switch s {
	case check.Blocking:
		c.Blocking++
	case check.Warning:
		c.Remarks++
	case check.Accepted:
		c.Accepted++
	default:
		c.Notes++
	}
}

// Share is the part of filled sections in whole per cent.
func (s *Standing) Share() int {
	if s.Included == 0 {
		return 0
	}
	return (200*s.Filled/s.Included + 1) / 2
}

// Standing makes the view of the project as it is now, in the words of the
// language. How far the pack is and what its pages lack is told of the first
// language that it is made in, whoever looks at it.
func (p *Project) Standing(l briefing.Lang) *Standing {
	v := &viewing{
		l: l, now: p.World.Now(), snap: p.Snapshot(time.Time{}, briefing.Leader),
		all: p.Snapshot(time.Time{}, briefing.Compiler), where: map[briefing.Ref]string{},
	}
	v.fill = pack.Filler(v.all, l)
	out := &Standing{Lang: l, Moment: v.snap.AsOf, fill: v.fill}
	var findings []check.Finding
	var beside routine.Group // the pack, which prints no findings, is made of the other snapshot
	beside.Go(func() { findings = check.Data(v.all) })
	content := l
	if made := pack.Languages(&v.snap.Pack); len(made) > 0 {
		content = made[0]
	}
	v.pages, out.Err = pack.Build(v.snap, nil, pack.Options{Lang: content, Outline: true})
	if v.doc = v.pages; content != l && out.Err == nil {
		v.doc, out.Err = pack.Build(v.snap, nil, pack.Options{Lang: l, Outline: true})
	}
	texts := translated(v.snap, content)
	beside.Wait()
	findings = append(findings, texts...)
	if out.Err == nil {
		findings = append(findings, check.Document(v.snap, v.pages)...)
		v.locate()
	}
	p.Read(func(pr *project.Project) { out.Counts, v.waiting, v.tasks = v.counts(pr), waitingWords(pr), pr.Tasks })
	v.head(out)
	out.Findings, out.Clean = v.findings(p.judged(findings))
	out.Counts.findings(out.Findings)
	out.Sections, out.Included, out.Filled = v.sections(out.Findings)
	out.Later = v.later()
	out.Cards = v.cards()
	out.Todo = v.todo(out.Findings, out.Sections)
	if entries, err := p.Journal(journalEntries); err == nil { // a list of changes is worth no failure
		out.Changes = v.changes(entries)
	}
	return out
}

// head fills in what does not depend on checks and figures.
func (v *viewing) head(out *Standing) {
	out.Title = v.snap.Pack.Title.Any(v.l)
	if out.Short = v.snap.Pack.ShortTitle.Any(v.l); out.Short == "" {
		out.Short = out.Title
	}
	out.Template = v.snap.Pack.Template
	out.Event = briefing.Ref{Kind: briefing.KindEvent, ID: v.snap.Pack.Event}
	out.Visit = v.visit()
}

// StandingSoon is the part of Standing that can be shown while the figures are
// still being read (Partial).
func (p *Project) StandingSoon(l briefing.Lang) *Standing {
	v := &viewing{l: l, now: p.World.Now(), where: map[briefing.Ref]string{}}
	out := &Standing{Lang: l, Partial: true}
	p.ReadRecords(func(pr *project.Project) {
		v.snap = project.Take(pr, project.Options{Audience: briefing.Leader})
		v.all = project.Take(pr, project.Options{Audience: briefing.Compiler})
		out.Counts = v.counts(pr)
	})
	out.Moment = v.snap.AsOf
	v.doc, out.Err = pack.Build(v.snap, nil, pack.Options{Lang: l, Outline: true})
	v.head(out)
	out.Later, out.Cards = v.later(), v.cards()
	if entries, err := p.Journal(journalEntries); err == nil {
		out.Changes = v.changes(entries)
	}
	return out
}

// translated runs the checks of texts for each language the pack is made in:
// those of its languages that its title exists in, and the one asked for.
func translated(s *project.Snapshot, asked briefing.Lang) []check.Finding {
	var out []check.Finding
	langs := pack.Languages(&s.Pack)
	for _, l := range briefing.Langs() {
		if l == asked || slices.Contains(langs, l) && s.Pack.Title.In(l) != "" {
			out = append(out, check.Language(s, check.Output{Lang: l, Prints: pdf.Prints})...)
		}
	}
	return out
}

// viewing holds what the parts of a Standing are made from.
type viewing struct {
	l     briefing.Lang
	now   time.Time
	snap  *project.Snapshot       // the leader's
	all   *project.Snapshot       // the compiler's
	doc   *document.Document      // in the language of the words
	pages *document.Document      // in a language of the pack
	where map[briefing.Ref]string // number of the section a record stands in
	fill  func(string) (string, bool)
	// what was typed and could not be read
	waiting []*briefing.Typed
	tasks   []*briefing.Task
}

func (v *viewing) t(key string, args ...any) string { return lang.T(v.l, "gui."+key, args...) }

func (v *viewing) counts(pr *project.Project) Counts {
	c := Counts{
		Facts: len(pr.Facts), Events: len(pr.Events), People: len(pr.People), Agreements: len(pr.Agreements),
		Messages: len(pr.Messages), Sources: len(pr.Sources),
	}
	if pr.Figures != nil {
		c.Rows = pr.Figures.Len()
	}
	return c
}

// caption is the line that stands for a record, "" when there is none.
func (v *viewing) caption(ref briefing.Ref) string {
	d, ok := briefing.Describe(ref.Kind)
	if !ok {
		return ""
	}
	if r := v.all.Find(ref); r != nil {
		return said(d.Line(r, v.l), v.fill)
	}
	return ""
}

// Caption is the line that stands for a record in lists.
func (p *Project) Caption(ref briefing.Ref, l briefing.Lang) string {
	r, err := p.Get(ref)
	if err != nil {
		return ""
	}
	d, _ := briefing.Describe(ref.Kind)
	return said(d.Line(r, l), nil)
}

// SuggestPath is a free path for a new project of that title in the folder.
func SuggestPath(folder, title string) string {
	name := safefile.SafeName(title)
	if name == "" {
		name = "Briefing"
	}
	if len(name) > 48 {
		name = strings.TrimRight(name[:48], "_-.")
	}
	return FreePath(filepath.Join(folder, name), ".briefing")
}
