// Package pack turns a snapshot, its findings and the pack's settings into a
// Document (pages) or a Book (sheets). Each section is one file that reads
// the snapshot and returns blocks, or nothing when the snapshot has nothing
// for it; nothing here knows of a page, a sheet or a particular visit.
package pack

import (
	"fmt"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Forms of output.
const (
	FormPack      = "pack"
	FormFactsheet = "factsheet" // one page: figures, messages, charts, partnership
	FormCard      = "card"      // A6: what to say, and the figures in two languages
	FormAnswers   = "qa"        // questions and answers, press line
	FormAddendum  = "addendum"  // what changed since the issued pack
	FormSheets    = "sheets"    // pages that take the place of those of the issued pack
	FormCompiler  = "compiler"
)

// Forms lists the forms that can be built.
func Forms() []string {
	return []string{FormPack, FormFactsheet, FormCard, FormAnswers, FormAddendum, FormSheets, FormCompiler}
}

// Short reports whether a form is one of its own page or two, without
// contents and numbers of sections.
func Short(form string) bool {
	return form == FormFactsheet || form == FormCard || form == FormAnswers || form == FormAddendum || form == FormSheets
}

// For reports whether a form is for an audience: the compiler's sheet is for
// the compiler alone, what is to be said and answered for nobody of the other
// side, answers for those who give them.
func For(form string, a briefing.Audience) bool {
	switch form {
	case FormCompiler:
		return a == briefing.Compiler
	case FormCard:
		return a != briefing.Partner
	case FormAnswers:
		return a == briefing.Leader || a == briefing.Compiler
	}
	return true
}

// Options choose one output of a snapshot.
type Options struct {
	Lang  briefing.Lang
	Form  string // "" is FormPack
	Draft bool   // «ПРОЕКТ» across each page
	// Outline leaves the rows of the annex's table of goods by months out, for
	// who looks for sections and for what records say: no record stands behind a
	// row of that table, and there may be ten thousand.
	Outline bool
	// Lenient leaves no text out: a figure that can't be printed stays as it is
	// written, with the tone Bad. For who edits the texts, never for a reader.
	Lenient bool
	// Alone tells with every chart and table what the files of its rows say of
	// themselves, for who takes them from the pack one by one; on the pages that
	// stands once in a section.
	Alone bool
	// Since are the packs that went out before, the oldest first: sources keep
	// the numbers they had there, and the addendum is measured against the last.
	Since []Issued
	// Replaces tells that the pages are made to take the place of pages of the last of
	// Since: each says so.
	Replaces bool
	// Before is the pack that the reader of a workbook has, for its log of
	// changes: the last of these; nothing else follows from it.
	Before []Issued
	// SheetRows is how many observations a sheet of the workbook holds at most,
	// the others follow on the next one; 0 is a million.
	SheetRows int
	// AsOf is the moment printed under tables and charts instead of the
	// snapshot's own, when it is set: packs of two moments are compared so.
	AsOf time.Time
	// Steps are what the form of sheets to replace tells.
	Steps []SheetStep
}

// Build makes the document. The snapshot must be one taken for the audience of
// the form: the compiler's sheet needs the compiler's snapshot.
func Build(s *project.Snapshot, findings []check.Finding, o Options) (*document.Document, error) {
	m, err := Make(s, findings, o)
	if err != nil {
		return nil, err
	}
	return m.Document, nil
}

// Made is a pack that was made once for its document and its workbook.
type Made struct {
	Document *document.Document
	builder  *builder
	changes  *document.Table // since the pack that the reader has; nil without one
}

// Make makes the pack; its errors are those of Build.
func Make(s *project.Snapshot, findings []check.Finding, o Options) (*Made, error) {
	b, err := newBuilder(s, findings, o)
	if err != nil {
		return nil, err
	}
	d := b.frame()
	if b.o.Form == FormSheets && (len(b.o.Since) == 0 || len(b.o.Steps) == 0) {
		return nil, &briefing.Error{Code: briefing.CodeNoIssueKept, Op: "build sheets", Path: lang.Enum(b.l, "form", b.o.Form)}
	}
	if b.o.Form == FormAddendum {
		if err := b.compare(); err != nil {
			return nil, err
		}
	}
	d.Sections = b.sections()
	if len(d.Sections) == 0 && Short(b.o.Form) {
		return nil, &briefing.Error{Code: briefing.CodeEmptyForm, Op: "build document", Path: lang.Enum(b.l, "form", b.o.Form)}
	}
	changes, err := b.changes()
	if err != nil {
		return nil, err
	}
	return &Made{Document: d, builder: b, changes: changes}, nil
}

// section builds one part of a form.
type section struct {
	key   string
	level int
	late  bool // needs to know where the sources were cited: built after the others
	build func(*builder) *document.Section
}

// sectionsOf lists the sections of a form in their order (pack.md §1).
func sectionsOf(form string) []section {
	switch form {
	case FormFactsheet:
		return []section{{key: "factsheet", level: 1, build: (*builder).factsheet}}
	case FormCard:
		return []section{{key: "card", level: 1, build: (*builder).card}}
	case FormAnswers:
		return []section{
			{key: "qa", level: 1, build: (*builder).answersForm},
			{key: "sources", level: 1, late: true, build: (*builder).sourcesSection},
		}
	case FormAddendum:
		return []section{
			{key: "addendum", level: 1, build: (*builder).addendum},
			{key: "sources", level: 1, late: true, build: (*builder).sourcesSection},
			{key: "signoff", level: 1, late: true, build: (*builder).signOff},
		}
	case FormSheets:
		return []section{{key: "sheets", level: 1, build: (*builder).sheetsList}}
	case FormCompiler:
		return []section{
			{key: "compiler", level: 1, build: (*builder).compilerFacts},
			{key: "conflicts", level: 1, build: (*builder).compilerConflicts},
			{key: "use", level: 1, build: (*builder).compilerUse},
			{key: "findings", level: 1, build: (*builder).compilerFindings},
			{key: "unbound", level: 1, build: (*builder).compilerUnbound},
			{key: "verification", level: 1, build: (*builder).compilerVerification},
			{key: "sources", level: 1, late: true, build: (*builder).sourcesSection},
		}
	}
	return []section{
		{key: "cover", level: 1, build: (*builder).cover},
		{key: "summary", level: 1, build: (*builder).summary},
		{key: "event", level: 1, build: (*builder).event},
		{key: "objectives", level: 1, build: (*builder).objectives},
		{key: "points", level: 1, build: (*builder).points},
		{key: "reference", level: 1, build: (*builder).reference},
		{key: "trade", level: 2, build: (*builder).trade},
		{key: "structure", level: 2, build: (*builder).structure},
		{key: "hub", level: 2, build: (*builder).facilities},
		{key: "chronology", level: 2, build: (*builder).chronology},
		{key: "agreements", level: 2, build: (*builder).agreements},
		{key: "proposals", level: 2, build: (*builder).proposals},
		{key: "people", level: 1, build: (*builder).people},
		{key: "annex", level: 1, build: (*builder).annex},
		{key: "sources", level: 1, late: true, build: (*builder).sourcesSection},
		{key: "glossary", level: 1, late: true, build: (*builder).glossary},
		{key: "signoff", level: 1, late: true, build: (*builder).signOff},
	}
}

// SectionKeys lists the keys of the sections of a form, for the setting that
// orders them and switches them off.
func SectionKeys(form string) []string {
	var keys []string
	for _, s := range sectionsOf(form) {
		keys = append(keys, s.key)
	}
	return keys
}

// sections builds the early sections, numbers all that are there, then builds
// those that need the citations of the others.
func (b *builder) sections() []document.Section {
	list := b.arranged()
	built := make([]*document.Section, len(list))
	for i, sec := range list {
		if !sec.late {
			built[i] = b.run(sec)
		}
	}
	dropEmptyParents(list, built)
	b.number(list, built, false)
	b.early = built
	for i, sec := range list {
		if sec.late {
			built[i] = b.run(sec)
		}
	}
	b.number(list, built, true)
	var out []document.Section
	for i, s := range built {
		if s != nil {
			// parts of the background follow each other: a page for each would
			// leave half of them empty
			s.NewPage = s.NewPage && list[i].level == 1
			if n := len(out); n > 0 && (slight(&out[n-1]) || b.goesOn()) {
				s.Joins = true
			}
			out = append(out, *s)
		}
	}
	b.resolve(out)
	return out
}

func (b *builder) run(sec section) *document.Section {
	b.current = sec.key
	s := sec.build(b)
	if s == nil {
		return nil
	}
	s.Key, s.Level = sec.key, sec.level
	if b.o.Form == FormPack && b.setting.Brief[sec.key] {
		b.cutShort(s)
	}
	if s.Title == "" && !s.Silent {
		s.Title = b.t("section." + sec.key)
	}
	return s
}

// dropEmptyParents removes a level 1 section without blocks none of whose
// subsections is there.
func dropEmptyParents(list []section, built []*document.Section) {
	for i, s := range built {
		if s == nil || s.Level != 1 || len(s.Blocks) > 0 || s.Silent {
			continue
		}
		has := false
		for j := i + 1; j < len(list) && list[j].level == 2; j++ {
			has = has || built[j] != nil
		}
		if !has {
			built[i] = nil
		}
	}
}

// number gives the sections that are there consecutive numbers. Until all are
// built, late ones take theirs too, for references to them.
func (b *builder) number(list []section, built []*document.Section, all bool) {
	top, sub := 0, 0
	clear(b.numbers)
	for i, sec := range list {
		if built[i] == nil && (all || !sec.late) || built[i] != nil && built[i].Silent {
			continue
		}
		if Short(b.o.Form) {
			continue
		}
		if sec.level == 1 {
			top, sub = top+1, 0
		} else {
			sub++
		}
		n := fmt.Sprint(top)
		if sec.level == 2 {
			n = fmt.Sprintf("%d.%d", top, sub)
		}
		b.numbers[sec.key] = n
		if built[i] != nil {
			built[i].Number = n
		}
	}
}

// resolve fills references to section numbers that were not known while the
// blocks were built.
func (b *builder) resolve(sections []document.Section) {
	for i := range sections {
		for j, block := range sections[i].Blocks {
			if k, ok := block.(document.KeyFigures); ok && k.After == "" {
				if n := b.numbers["sources"]; n != "" {
					k.After = b.t("summary.sources_at", n)
					sections[i].Blocks[j] = k
				}
			}
		}
	}
}

// frame is the document without its sections.
func (b *builder) frame() *document.Document {
	p := b.s.Pack
	asOf := b.asOfLine()
	d := &document.Document{
		Lang: b.l, Form: b.o.Form, Audience: b.s.Audience,
		Title: b.in(p.Title), Subject: b.in(p.Subtitle), Author: b.in(p.Organisation),
		AsOf: b.s.AsOf, Page: b.paper(),
		HeadLeft: first(p.ShortTitle.In(b.l), b.in(p.Title)), HeadRight: asOf,
		FootLeft: b.footLine(), FootBody: b.in(p.Organisation), FootIssue: b.versionShort(), FootWord: b.t("foot.section"), FootWords: b.t("foot.sections"),
		Words: document.Words{
			Page: b.t("word.page"), Contents: b.t("word.contents"), Continuation: b.t("word.continuation", "%s"),
			FigureContinued: b.t("word.figure_continued", "%s"),
		},
	}
	d.Page.Mirrored = b.setting.Duplex
	if b.setting.Total {
		d.Words.PageOf = b.t("word.page_of", "%s", "%s")
	}
	if b.o.Draft {
		d.Watermark, d.Draft, d.Keywords = b.t("word.draft"), true, document.DraftKeyword(b.s.Audience)
	}
	if p.Restricted {
		d.Mark = b.mark(p.Copy)
	}
	if b.o.Form != FormCompiler { // its name says so
		d.Title = join(" · ", d.Title, b.reader())
	}
	switch b.o.Form {
	case FormCompiler:
		d.Title = b.t("section.compiler") + " · " + d.Title
	case FormFactsheet, FormAnswers, FormAddendum, FormSheets:
		d.Title = b.t("section."+b.o.Form) + " · " + d.Title
	case FormCard:
		d.Title = b.t("section.card") + " · " + d.Title
		d.Page = document.A6()
		d.FootLeft, d.FootBody = b.versionLine(), "" // there is no room for the body's name
	}
	return d
}

// paper is the page of the pack: A4 by the standard, or A5.
func (b *builder) paper() document.PageSetup {
	if b.setting.Paper == PaperA5 {
		return document.A5()
	}
	return document.A4(b.s.Pack.LongKept)
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

func join(sep string, parts ...string) string {
	var in []string
	for _, p := range parts {
		if p != "" {
			in = append(in, p)
		}
	}
	return strings.Join(in, sep)
}
