package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// SaveVersion gives the state of the project a name: «перед согласованием».
func (p *Project) SaveVersion(name string) error {
	return p.freeze(briefing.VersionNamed, strings.TrimSpace(name), nil)
}

// freeze keeps the state as a version, after what was done last.
func (p *Project) freeze(kind, name string, files []string) error {
	if name == "" {
		return &briefing.Error{Code: briefing.CodeRequired, Op: "save version", Path: "name"}
	}
	for i, f := range files {
		files[i] = filepath.Base(f)
	}
	v := &briefing.Version{
		ID: p.World.NewID(briefing.KindVersion), Name: name, Kind: kind, By: p.World.User,
		At: briefing.Stamp(p.World.Now().Format("2006-01-02T15:04:05-07:00")), Files: strings.Join(files, "\n"),
	}
	v.Action = int(p.LastAction())
	return p.commit("version", store.Change{Put: v})
}

// Versions lists the named versions and the issues, the latest first.
func (p *Project) Versions() []briefing.Version {
	var out []briefing.Version
	p.Read(func(pr *project.Project) {
		for _, v := range slices.Backward(pr.Versions) {
			out = append(out, *v)
		}
	})
	return out
}

// Revert brings the project back to what it was after an action; that is an
// action itself and can be taken back.
func (p *Project) Revert(action int64) error {
	p.mu.Lock()
	err := p.file.Revert(action, "revert", p.World.User)
	p.mu.Unlock()
	if err == nil {
		p.changed()
	}
	return err
}

// Difference is what differs in one record between two states.
type Difference struct {
	Ref     briefing.Ref
	Caption string
	Added   bool // it is there now and was not then
	Gone    bool
	Fields  []Field // Old: then; New: now
	Sheet   string  // of a workbook that came back, whose row is gone
}

// Compare tells what has changed since an action, record by record, and how
// many rows of trade there were then and are now.
func (p *Project) Compare(action int64, l briefing.Lang) (list []Difference, rowsThen, rowsNow int, err error) {
	p.mu.RLock()
	then, err := p.file.At(action)
	p.mu.RUnlock()
	if err != nil {
		return nil, 0, 0, err
	}
	p.Read(func(now *project.Project) {
		list = differences(then, now, l)
		rowsThen, rowsNow = rows(then.Figures), rows(now.Figures)
	})
	return list, rowsThen, rowsNow, nil
}

// CompareFile tells what differs between another project file, then, and this
// project, now: a backup, a file that somebody sent. The other one is only read.
func (p *Project) CompareFile(path string, l briefing.Lang) (list []Difference, rowsThen, rowsNow int, err error) {
	f, err := store.Open(path, store.ReadOnly, p.World.options())
	if err != nil {
		return nil, 0, 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	then := f.Project()
	p.Read(func(now *project.Project) {
		list = differences(then, now, l)
		rowsThen, rowsNow = rows(then.Figures), rows(now.Figures)
	})
	return list, rowsThen, rowsNow, nil
}

func rows(s *figure.Set) int {
	if s == nil {
		return 0
	}
	return s.Len()
}

func differences(then, now *project.Project, l briefing.Lang) []Difference {
	var out []Difference
	for _, d := range briefing.Descriptions() {
		if d.Desk {
			continue
		}
		old := map[briefing.Ref]briefing.Record{}
		for _, r := range then.Records(d.Kind) {
			old[r.Ref()] = r
		}
		for _, r := range now.Records(d.Kind) {
			was, ok := old[r.Ref()]
			delete(old, r.Ref())
			diff := Difference{Ref: r.Ref(), Caption: d.Line(r, l), Added: !ok}
			if ok {
				diff.Fields = changedFields(d, was, r, l)
			}
			if !ok || len(diff.Fields) > 0 {
				out = append(out, diff)
			}
		}
		for _, r := range then.Records(d.Kind) { // in their order
			if _, gone := old[r.Ref()]; gone {
				out = append(out, Difference{Ref: r.Ref(), Caption: d.Line(r, l), Gone: true})
			}
		}
	}
	return out
}

func changedFields(d briefing.Description, then, now briefing.Record, l briefing.Lang) []Field {
	var out []Field
	add := func(list string, f briefing.Field, a, b any) {
		was, is := "", ""
		if a != nil {
			was = f.Get(a)
		}
		if b != nil {
			is = f.Get(b)
		}
		if was == is {
			return
		}
		out = append(out, Field{Key: f.Key, Label: lang.FieldLabel(l, d.Kind, list, f), Old: lang.FieldValue(l, f, was), New: lang.FieldValue(l, f, is)})
	}
	for _, f := range d.Fields {
		add("", f, then, now)
	}
	for _, list := range d.Lists {
		for i := range max(list.Len(then), list.Len(now)) {
			var a, b any
			if i < list.Len(then) {
				a = list.At(then, i)
			}
			if i < list.Len(now) {
				b = list.At(now, i)
			}
			for _, f := range list.Fields {
				add(list.Key, f, a, b)
			}
		}
	}
	return out
}

// SaveCopy writes the project with its history to another file; the project
// stays with its own.
func (p *Project) SaveCopy(path string) error {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.file.CopyTo(path)
}

// SaveState writes the project as it was after an action to a file of its own,
// without history: to be opened beside this one.
func (p *Project) SaveState(action int64, path string) error {
	p.mu.RLock()
	then, err := p.file.At(action)
	p.mu.RUnlock()
	if err != nil {
		return err
	}
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.file.WriteCopy(path, then, p.World.options())
}

// HandOver writes a copy for a reader: what his pack is made of, as of the
// pack's moment, without history, without notes, without what is for others.
// The compiler's copy holds all records, and no history.
func (p *Project) HandOver(path string, a briefing.Audience) (err error) {
	o := store.Options{Now: p.World.Now, StateDir: p.World.StateDir}
	p.Read(func(pr *project.Project) {
		copied := *pr
		copied.Versions, copied.Typed = nil, nil // both speak of the history
		if a != briefing.Compiler {
			taken := project.Take(pr, project.Options{Audience: a})
			copied = *taken.Project
			unfiled(copied.Sources, pr.Imports)
			taken.Names, taken.Mirrors = p.names(), mirrors(pr.Imports)
			taken.Computed = computedOf(taken)
			keepPrinted(&copied, taken.Computed)
			copied.Nomenclatures = pr.Nomenclatures // names of goods are for everybody
			if a != briefing.Leader {
				copied.People = inPost(copied.People, taken.AsOf)
			}
			copied.Figures = shownRows(&copied)
			if a == briefing.Partner {
				copied.Imports = withRows(copied.Imports, copied.Figures)
				tellMirrors(copied.Imports, mirrors(pr.Imports))
				nameSources(&copied, pr.Imports)
				sayAloud(&copied)
				sayKinds(copied.Sources, pr.Sources)
			}
		}
		err = p.file.WriteCopy(path, &copied, o)
	})
	return err
}

// inPost are the people with the posts that the pack prints of them: those held
// at its moment. Who gets an office later may not be known to anybody yet.
func inPost(people []*briefing.Person, at time.Time) []*briefing.Person {
	out := make([]*briefing.Person, len(people))
	for i, p := range people {
		printed := *p
		printed.Posts = slices.DeleteFunc(slices.Clone(p.Posts), func(post briefing.Post) bool { return !post.HeldAt(at) })
		out[i] = &printed
	}
	return out
}

// sayAloud says of all that a copy for the other side holds that it may be said
// aloud, as is true of everything it gets: it is not told the order of use, and
// without one the copy would keep its own texts from the pack.
func sayAloud(p *project.Project) {
	for _, d := range briefing.Descriptions() {
		f, ok := d.Field("use")
		if !ok {
			continue
		}
		for _, r := range p.Records(d.Kind) {
			_ = f.Set(r, string(briefing.Aloud)) // an option of the field
		}
	}
}

// sayKinds says of the sources of a copy for the other side what they are: all
// are of a kind that may be named to it, and without one the copy would keep what
// stands on them from its own pack.
func sayKinds(copied, from []*briefing.Source) {
	for _, s := range copied {
		if i := slices.IndexFunc(from, func(o *briefing.Source) bool { return o.ID == s.ID }); i >= 0 {
			s.Kind = from[i].Kind
		}
	}
}

// nameSources gives the imports of a copy for the other side the sources that
// its pack cites under their tables: it does not see the field of the import, and
// without one the copy would keep the rows from its own pack.
func nameSources(copied *project.Project, from []*briefing.Import) {
	cited := map[briefing.ID]bool{}
	for _, s := range copied.Sources {
		cited[s.ID] = true
	}
	source := map[briefing.ID]briefing.ID{}
	for _, i := range from {
		if cited[i.Source] {
			source[i.ID] = i.Source
		}
	}
	for _, i := range copied.Imports {
		i.Source = source[i.ID]
	}
}

// withRows are the imports that have rows: of others a copy for the other side
// would only tell what files the house has.
func withRows(imports []*briefing.Import, rows *figure.Set) []*briefing.Import {
	filled := rows.Imports()
	return slices.DeleteFunc(slices.Clone(imports), func(i *briefing.Import) bool { return !slices.Contains(filled, i.ID) })
}

// tellMirrors notes in a copy for the other side which rows come from its own
// and others' statistics: the notes themselves are not for it.
func tellMirrors(imports []*briefing.Import, from map[briefing.ID]bool) {
	for _, imp := range imports {
		for _, l := range briefing.Langs() {
			if from[imp.ID] {
				*imp.Note.At(l) = lang.T(l, "app.mirror_note")
			}
		}
	}
}

// Backup is an earlier published state of the file.
type Backup = store.Backup

// Backups lists the earlier states of the user's file, the latest first.
func (p *Project) Backups() ([]Backup, error) { return store.Backups(p.Path, p.World.options()) }

// RestoreBackup writes a backup beside the project, under a free name, and
// tells it: «Визит.backup-20230320-2300.briefing». The project stays as it is.
func (p *Project) RestoreBackup(b Backup) (string, error) { return RestoreBackupOf(p.World, p.Path, b) }
