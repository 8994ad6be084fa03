package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// basis is what an output is made of: a snapshot, and how the pack is told to
// make it.
func (p *Project) basis(o ExportOptions) (*project.Snapshot, pack.Options, error) {
	made := pack.Options{Lang: o.Lang, Form: o.Form, Draft: o.Draft, Alone: o.alone || o.Picture != ""}
	if !FollowsIssue(o.Form) {
		return p.Snapshot(o.AsOf, o.Audience), made, nil
	}
	since, err := p.issued(o.Audience)
	if err != nil {
		return nil, made, err
	}
	if len(since) == 0 { // an addendum may follow a pack that was handed out as of its moment; pages are known of an issue only
		main := p.Snapshot(time.Time{}, o.Audience)
		if o.Form == pack.FormSheets || main.AsOf.IsZero() || !o.AsOf.After(main.AsOf) {
			code := briefing.CodeNoIssue
			if o.Form == pack.FormSheets {
				code = briefing.CodeNoIssueKept
			}
			return nil, made, &briefing.Error{Code: code, Op: "make addendum", Path: lang.Enum(o.Lang, "form", o.Form)}
		}
		since = []pack.Issued{{Snapshot: main, Number: main.Pack.Issue}}
	}
	made.Since = since
	return p.take(nil, project.Options{AsOf: o.AsOf, Audience: o.Audience, Addendum: true}), made, nil
}

// later refuses to let out what follows an issue as of the very moment of what its
// reader holds: two papers of one moment would contradict each other.
func (p *Project) later(o ExportOptions) error {
	if o.Draft || !FollowsIssue(o.Form) {
		return nil
	}
	since, err := p.issued(o.Audience)
	if err != nil || len(since) == 0 {
		return err
	}
	if last := since[len(since)-1].Snapshot.AsOf; !last.IsZero() && !o.AsOf.After(last) {
		return &briefing.Error{Code: briefing.CodeSameMoment, Op: "export", Path: lang.Enum(o.Lang, "form", o.Form)}
	}
	return nil
}

// settled fills in what the options leave open: the reader, the language, and
// the moment of an addendum.
func (p *Project) settled(o ExportOptions) ExportOptions {
	o.Audience = o.audience()
	if o.Lang == "" {
		o.Lang = briefing.RU
	}
	if FollowsIssue(o.Form) && o.AsOf.IsZero() {
		o.AsOf = addendumMoment(p.Pack())
	}
	return o
}

// addendumMoment is the moment of what follows an issue: the pack's own where none
// later is set.
func addendumMoment(k *briefing.Pack) time.Time {
	at, _ := k.Moment()
	if t, err := time.Parse(time.RFC3339, string(k.AddendumAsOf)); err == nil && t.After(at) {
		return t
	}
	return at
}

// take makes a snapshot of an earlier state, or of today's project when state
// is nil.
func (p *Project) take(state *project.Project, o project.Options) *project.Snapshot {
	var s *project.Snapshot
	var older []project.Outrun
	if state == nil { // the journal tells of the project as it is
		older = p.outrun()
	}
	p.Read(func(pr *project.Project) {
		if state == nil {
			state = pr
		}
		s = project.Take(state, o)
		if s.Audience != briefing.Compiler {
			unfiled(s.Sources, state.Imports)
		}
		s.Names, s.Mirrors = p.names(), mirrors(state.Imports)
		s.Attached, s.Portrait = p.attachedTo(slices.Clone(state.Attachments)), p.portraitOf(state.Attachments)
	})
	s.Outrun = older
	s.Computed = computedOf(s)
	return s
}

// computedOf prints what texts hold of the observations of a snapshot.
func computedOf(s *project.Snapshot) project.Computed {
	return fromRows{insight.NewReader(insightSource(s)), pivot.NewReader(pivotRows(s.Project), pivotGroups(s.Project), s.Project.MakerOf)}
}

// mirrors are the imports from the returns of the partner countries.
func mirrors(imports []*briefing.Import) map[briefing.ID]bool {
	out := map[briefing.ID]bool{}
	for _, imp := range imports {
		if pack.Mirror(imp) {
			out[imp.ID] = true
		}
	}
	return out
}

// issued are the packs that the audience has, the oldest first: the last whole
// pack and the sheets that took the place of some of its own since.
func (p *Project) issued(a briefing.Audience) ([]pack.Issued, error) {
	var chain []briefing.Version
	for _, v := range p.Versions() { // the latest first
		what := wordsOf(v)
		if v.Kind != briefing.VersionIssue || !what.to(a) {
			continue
		}
		if what.has(pack.FormPack) || what.has(pack.FormSheets) {
			chain = append(chain, v)
		}
		if what.has(pack.FormPack) {
			break
		}
	}
	slices.Reverse(chain)
	if len(chain) == 0 || !wordsOf(chain[0]).has(pack.FormPack) {
		return nil, nil // sheets alone replace nothing
	}
	var out []pack.Issued
	for _, v := range chain {
		p.mu.RLock()
		then, err := p.file.At(int64(v.Action))
		p.mu.RUnlock()
		if err != nil {
			return nil, err
		}
		as := project.Options{Audience: a}
		if !wordsOf(v).has(pack.FormPack) { // sheets went out as of their own moment
			as.AsOf, as.Addendum = addendumMoment(&then.Pack), true
		}
		out = append(out, pack.Issued{Snapshot: p.take(then, as), Number: then.Pack.Issue, Kept: true})
	}
	return out, nil
}

// issueWords tell what an issue was: «v02 RU» is the whole pack for the leader,
// «v02 RU, EN addendum partner» something else for somebody else.
type issueWords []string

func wordsOf(v briefing.Version) issueWords { return strings.FieldsFunc(v.Name, notAWord) }

func notAWord(r rune) bool { return r == ' ' || r == ',' }

// has reports whether a form went out.
func (w issueWords) has(form string) bool {
	named := slices.ContainsFunc(pack.Forms(), func(f string) bool { return slices.Contains(w, f) })
	return slices.Contains(w, form) || form == pack.FormPack && !named
}

// to reports whether the issue went to an audience.
func (w issueWords) to(a briefing.Audience) bool {
	named := slices.ContainsFunc(briefing.Audiences(), func(x briefing.Audience) bool { return slices.Contains(w, x.String()) })
	return slices.Contains(w, a.String()) || a == briefing.Leader && !named
}

// versionWords are the number of the issue, where it has one, and the version: issues
// of a bulletin are all of the first version.
func versionWords(k *briefing.Pack) string {
	version := fmt.Sprintf("v%02d", max(k.Version, 1))
	if k.Issue > 0 {
		return fmt.Sprintf("№%d %s", k.Issue, version)
	}
	return version
}

// issueName is the name under which the state of an issue is kept: version,
// languages, and what else than the whole pack went to whom else than the leader.
func issueName(version string, list []ExportOptions) string {
	var langs, forms, whom []string
	add := func(to *[]string, s string) {
		if !slices.Contains(*to, s) {
			*to = append(*to, s)
		}
	}
	for _, o := range list {
		if o.Draft {
			continue
		}
		add(&langs, strings.ToUpper(string(first(string(o.Lang), string(briefing.RU)))))
		add(&forms, first(o.Form, pack.FormPack))
		add(&whom, o.audience().String())
	}
	if len(langs) == 0 {
		return ""
	}
	words := []string{version, strings.Join(langs, ", ")}
	// A form and an audience are both called "compiler": where one of them is
	// named, both are.
	if !slices.Equal(forms, []string{pack.FormPack}) || !slices.Equal(whom, []string{briefing.Leader.String()}) {
		words = append(words, forms...)
	}
	if !slices.Equal(whom, []string{briefing.Leader.String()}) {
		words = append(words, whom...)
	}
	return strings.Join(words, " ")
}

// VersionName is a version as lists call it: an issue by its number, the languages,
// what went out and to whom; a version of the user's by his own name.
func VersionName(v briefing.Version, l briefing.Lang) string {
	if v.Kind != briefing.VersionIssue {
		return v.Name
	}
	var plain, more []string
	form := false
	for _, w := range strings.Fields(v.Name) {
		word := strings.TrimSuffix(w, ",")
		isForm, isWho := slices.Contains(pack.Forms(), word), slices.ContainsFunc(briefing.Audiences(), func(a briefing.Audience) bool { return a.String() == word })
		switch {
		case isForm && !(isWho && form): // a form and an audience are both called "compiler"
			more, form = append(more, lang.Enum(l, "form", word)), true
		case isWho:
			more = append(more, lang.Enum(l, "audience", word))
		default:
			plain = append(plain, w)
		}
	}
	return strings.Join(append([]string{strings.Join(plain, " ")}, more...), " · ")
}
