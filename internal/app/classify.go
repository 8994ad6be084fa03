package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// maxNamesBytes bounds the stored form of one list of names.
const maxNamesBytes = 16 << 20

// Names are the commodity names of the project's lists. They are read when
// first asked for and again when a list has come or gone; a list that can't be
// read is as one that is not there, and doctor tells of it.
func (p *Project) Names() *classification.Names {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.names()
}

// names is Names for who holds the lock.
func (p *Project) names() *classification.Names {
	lists := p.file.Project().Nomenclatures
	key := ""
	for _, n := range lists {
		key += n.Data + n.Classification + n.Lang + fmt.Sprint(n.Edition) + "\n"
	}
	p.namesLock.Lock()
	defer p.namesLock.Unlock()
	if key == p.namesKey {
		return p.namesMade
	}
	var out []classification.List
	for _, n := range lists {
		data, err := p.file.Bytes(n.Data, maxNamesBytes)
		if err != nil {
			continue
		}
		if names, err := classification.Unpack(data); err == nil {
			out = append(out, classification.List{
				Scheme: classification.Scheme(n.Classification), Edition: classification.Edition(n.Edition),
				Lang: briefing.Lang(n.Lang), Names: names,
			})
		}
	}
	p.namesKey, p.namesMade = key, classification.NewNames(out...)
	return p.namesMade
}

// CodeName is a commodity code in words.
type CodeName struct {
	Name string
	Of   string // the code that the name is of: the one asked for or one above it
	List string // that the name is from, "TNVED HS2022"; empty: the project's own word or a chapter's short name
}

// CodeName names a code in the language: as the project does, else as ListName.
func (p *Project) CodeName(l briefing.Lang, class, code string) (name CodeName, ok bool) {
	p.Read(func(pr *project.Project) {
		for _, c := range pr.Commodities {
			if c.Code == code && c.Name.In(l) != "" {
				name, ok = CodeName{Name: c.Name.In(l), Of: code}, true
				return
			}
		}
	})
	if ok {
		return name, ok
	}
	return p.ListName(l, class, code)
}

// ListName names a code in the language: as the lists that were taken in do, by
// the heading above it, by its chapter. An empty classification is that of the
// EAEU. Ok is false for what is no code or has no name.
func (p *Project) ListName(l briefing.Lang, class, code string) (name CodeName, ok bool) {
	if class == "" {
		class = string(classification.TNVED)
	}
	if f, found := p.Names().Find(l, class, briefing.Period{}, code); found {
		return CodeName{f.Name, f.Code, f.Of()}, true
	}
	if len(code) < 2 || strings.Trim(code, "0123456789") != "" || !figure.Harmonised(class) {
		return CodeName{}, false
	}
	if chapter := lang.Chapter(l, code[:2]); chapter != "" {
		return CodeName{Name: chapter, Of: code[:2]}, true
	}
	return CodeName{}, false
}

// CodesIn lists the codes that the codes of a fact or the rule of a group speak of.
func CodesIn(r briefing.Record, text string) []string {
	_, spaced := r.(*briefing.Fact)
	return classification.Mentioned(text, spaced)
}

// storeNames are the changes that keep the lists of a file. A list of the same
// classification, edition, language and levels takes the place of the old one.
func (p *Project) storeNames(in Imported) ([]store.Change, error) {
	var changes []store.Change
	for _, l := range in.Result.Names {
		data, err := l.Pack()
		if err != nil {
			return nil, err
		}
		n := &briefing.Nomenclature{
			ID:             briefing.ID(fmt.Sprintf("names-%s-%d-%s-%s", strings.ToLower(string(l.Scheme)), l.Edition, l.Lang, levels(l))),
			Classification: string(l.Scheme), Edition: int(l.Edition), Lang: string(l.Lang), Names: len(l.Names),
			File: in.Import.File, Hash: in.Import.Hash, Moment: in.Import.Moment, By: in.Import.By,
			Read: in.Import.Read, SetAside: in.Import.SetAside, Rejected: in.Import.Rejected,
		}
		changes = append(changes, store.Change{Put: n, Data: data})
	}
	return changes, nil
}

// levels are the lengths of a list's codes: "2-4-6".
func levels(l classification.List) string {
	var have [classification.MaxDigits + 1]bool
	for code := range l.Names {
		have[min(len(code), classification.MaxDigits)] = true
	}
	var out []string
	for n, is := range have {
		if is {
			out = append(out, fmt.Sprint(n))
		}
	}
	return strings.Join(out, "-")
}

// GroupSets lists the sets of product groups by their names in the language,
// in the order of their first groups.
func (p *Project) GroupSets(l briefing.Lang) []string {
	var out []string
	p.Read(func(pr *project.Project) {
		for _, g := range ordered(pr.Groups) {
			if s := g.Set.Any(l); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	})
	return out
}

func ordered(groups []*briefing.Group) []*briefing.Group {
	out := slices.Clone(groups)
	slices.SortStableFunc(out, func(a, b *briefing.Group) int { return cmp.Compare(a.Order, b.Order) })
	return out
}

// groupsOf are the groups of a set, named in any language, in their order; the
// empty name is the first set. A rule that can't be read is CodeBadRule.
func groupsOf(pr *project.Project, set string) (classification.Grouping, error) {
	var out classification.Grouping
	chosen := ""
	for _, g := range ordered(pr.Groups) {
		names := []string{g.Set.RU, g.Set.EN, g.Set.ZH}
		switch {
		case set != "" && !slices.Contains(names, set):
			continue
		case set == "" && len(out) == 0:
			chosen = g.Set.Any(briefing.RU)
		case set == "" && g.Set.Any(briefing.RU) != chosen:
			continue
		}
		rule, err := classification.ParseRule(g.Rule)
		if err != nil {
			return nil, err
		}
		scheme := classification.TNVED // who writes more than six digits here means ТН ВЭД
		if g.Classification != "" {
			scheme, _, _ = classification.Parse(g.Classification)
		}
		out = append(out, classification.Group{Key: g.GroupKey(), Rule: rule, Scheme: scheme})
	}
	if len(out) == 0 {
		return nil, &briefing.Error{Code: briefing.CodeNoGroups, Op: "group", Path: set}
	}
	return out, nil
}

// GroupName puts the key of a product group into words.
func (p *Project) GroupName(key string, l briefing.Lang) string {
	switch key {
	case classification.Remainder:
		return lang.T(l, "app.group.remainder")
	case classification.Undecided:
		return lang.T(l, "app.group.undecided")
	case figure.HiddenCode:
		return lang.T(l, "app.group.hidden")
	case figure.TotalCode:
		return lang.T(l, "app.group.total")
	}
	name := key
	p.Read(func(pr *project.Project) {
		for _, g := range pr.Groups {
			if g.GroupKey() == key {
				name = g.Name.Any(l)
				return
			}
		}
	})
	return name
}

// GroupNotes tells what is worth knowing of the groups of a set before its
// figures are used: overlaps, which go to the first group, exclusions that
// take nothing out, rules that can't be read.
func (p *Project) GroupNotes(set string, l briefing.Lang) []string {
	var out []string
	p.Read(func(pr *project.Project) {
		g, err := groupsOf(pr, set)
		if err != nil {
			sentence, _ := lang.Error(l, err)
			out = append(out, sentence)
			return
		}
		for _, o := range g.Overlaps() {
			const most = 4
			codes := strings.Join(o.Codes[:min(len(o.Codes), most)], ", ")
			if len(o.Codes) > most {
				codes += ", …"
			}
			out = append(out, lang.T(l, "app.group.overlap", p.groupNameIn(pr, o.First, l), p.groupNameIn(pr, o.Second, l), codes))
		}
		for _, group := range g {
			if idle := group.Rule.Idle(); len(idle) > 0 {
				out = append(out, lang.T(l, "app.group.idle", p.groupNameIn(pr, group.Key, l), strings.Join(idle, ", ")))
			}
		}
	})
	return out
}

func (p *Project) groupNameIn(pr *project.Project, key string, l briefing.Lang) string {
	for _, g := range pr.Groups {
		if g.GroupKey() == key {
			return g.Name.Any(l)
		}
	}
	return key
}

// byGroups gives the filters whose answers together are that of one with
// product groups: where a rule means one national list, each classification is
// asked by itself. Rows of different classification are never added anyway.
func byGroups(set *figure.Set, f figure.Filter, g classification.Grouping) ([]figure.Filter, error) {
	if !g.Deep() {
		f.GroupOf = func(code string) string { return g.Of(f.Classification, code) }
		return []figure.Filter{f}, nil
	}
	groups, err := set.Aggregate(f, []figure.Dimension{"classification"})
	if err != nil {
		return nil, err
	}
	var out []figure.Filter
	for _, in := range groups {
		class := in.Keys[0]
		if n := len(out); n > 0 && out[n-1].Classification == class {
			continue
		}
		one := f
		one.Classification = class
		one.GroupOf = func(code string) string { return g.Of(class, code) }
		out = append(out, one)
	}
	return out, nil
}

// AddAgroExport puts the groups of «Экспорт продукции АПК» into the project as
// one action; those that are there already stay as they are.
func (p *Project) AddAgroExport() (added int, err error) {
	var changes []store.Change
	p.Read(func(pr *project.Project) {
		for _, g := range classification.AgroExport() {
			if pr.Find(g.Ref()) == nil {
				changes = append(changes, store.Change{Put: &g})
			}
		}
	})
	if len(changes) == 0 {
		return 0, nil
	}
	return len(changes), p.commit("add-groups", changes...)
}
