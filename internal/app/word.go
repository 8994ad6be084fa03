package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/export/docx"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/redline"
)

// maxWord is the largest Word file that is read: pictures that people have put in
// are passed over, but somebody's film is not.
const maxWord = 256 << 20

// CompareWord compares a Word file that was exported, worked on elsewhere and
// came back with what the project would export now. Errors are CodeWordFile for
// what can't be read, CodeWordForeign for a file without our marks, CodeWordOther
// for one of another project.
func (p *Project) CompareWord(path string) (redline.Result, error) {
	told := func(err error) error {
		return &briefing.Error{Code: briefing.CodeOf(err), Op: "compare Word file", Path: filepath.Base(path), Err: err}
	}
	back, err := readWord(path)
	if err != nil {
		return redline.Result{}, told(err)
	}
	head, ok := headOf(back)
	if !ok {
		return redline.Result{}, told(&briefing.Error{Code: briefing.CodeWordForeign, Op: "read Word file"})
	}
	doc, err := p.Document(ExportOptions{Form: head.Form, Audience: head.Audience, Lang: head.Lang, Draft: true})
	if err != nil {
		return redline.Result{}, err
	}
	pieces, err := docx.Pieces(doc)
	if err != nil {
		return redline.Result{}, err
	}
	if !redline.Known(pieces, back) {
		return redline.Result{}, told(&briefing.Error{Code: briefing.CodeWordOther, Op: "read Word file"})
	}
	res := redline.Compare(pieces, back)
	return res, p.printEdits(head.Audience, res.Differences)
}

// printEdits says of each edit that can be taken how the pack would print it: a
// figure fits the words around it, which may be others now («за 2025 год», «в
// 2025 году»). A number that was overwritten by what is printed anyway is none.
func (p *Project) printEdits(reader briefing.Audience, list []redline.Difference) error {
	viewers := map[briefing.Lang]*pack.Viewer{}
	var s *project.Snapshot
	for i := range list {
		d := &list[i]
		if d.Reason != "" || d.Removed || d.Added || len(briefing.BindingsOf(d.After)) == 0 {
			continue
		}
		l := d.Field.Lang
		if viewers[l] == nil {
			if s == nil {
				s = p.Snapshot(time.Time{}, reader)
			}
			v, err := pack.NewViewer(s, l)
			if err != nil {
				return err
			}
			viewers[l] = v
		}
		printed := viewers[l].Printed(d.After)
		if printed.Again {
			d.Reason = redline.Twice
			continue
		}
		d.Taken = printed.Text
		d.Figures = slices.DeleteFunc(d.Figures, func(f redline.Figure) bool {
			return f.Now != "" && slices.ContainsFunc(printed.Figures[f.Bound], func(s string) bool { return docx.Print(s) == docx.Print(f.Now) })
		})
	}
	return nil
}

func readWord(path string) (*docx.Returned, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &briefing.Error{Code: briefing.CodeNotFound, Op: "read Word file", Path: path, Err: err}
	}
	defer func() { _ = f.Close() }()
	st, err := f.Stat()
	if err != nil || !st.Mode().IsRegular() || st.Size() > maxWord {
		return nil, &briefing.Error{Code: briefing.CodeWordFile, Op: "read Word file", Err: err}
	}
	return docx.Read(f, st.Size())
}

// headOf tells which output the file is: what most of its marks say, since a
// paragraph may have been brought in from another one.
func headOf(back *docx.Returned) (docx.Key, bool) {
	count := map[docx.Key]int{}
	var best docx.Key
	for _, part := range back.Parts {
		if !part.Known {
			continue
		}
		k := docx.Key{Form: part.Key.Form, Audience: part.Key.Audience, Lang: part.Key.Lang}
		if k.Form == pack.FormCompiler {
			k.Audience = briefing.Compiler
		}
		if count[k]++; count[k] > count[best] {
			best = k
		}
	}
	return best, count[best] > 0
}

// TakeWord takes differences of a Word file into the project as one action. Those
// that can't be taken and those whose text is not what it was any more stay; done
// is the number of those that were taken.
func (p *Project) TakeWord(list []redline.Difference) (done int, err error) {
	type target struct {
		ref  briefing.Ref
		list string
		row  int
		key  string
	}
	var order []target
	edits := map[target]*Replacement{}
	count := map[target]int{}
	lines := map[target]string{} // that were added below a text
	for _, d := range list {
		if d.Reason != "" {
			continue
		}
		at := target{d.Ref, d.List, d.Row, d.Field.Key}
		if edits[at] == nil {
			order = append(order, at)
			edits[at] = &Replacement{Ref: d.Ref, List: d.List, Row: d.Row, Key: d.Field.Key, Before: d.Before, After: d.Before}
		}
		if count[at]++; d.Added {
			lines[at] += "\n" + d.Taken
		} else {
			edits[at].After = d.After
		}
	}
	var all []Replacement
	for _, at := range order {
		e := *edits[at]
		r, err := p.Get(at.ref)
		if err != nil {
			continue // the record is gone meanwhile
		}
		if f, row, ok := e.place(r); !ok || f.Get(row) != e.Before {
			continue
		}
		e.After = strings.TrimPrefix(strings.TrimRight(e.After, "\n")+lines[at], "\n")
		all = append(all, e)
		done += count[at]
	}
	if _, err := p.replaceAs("word", all); err != nil {
		return 0, err
	}
	return done, nil
}

// FigureOrigin is what a figure of a text is, for who reads of it.
type FigureOrigin struct {
	Fact    briefing.Ref // zero of what is added up from the observations
	Title   string       // of the fact
	Sources []string     // that the fact names: who published it and when
}

// FigureOrigin says which fact a binding of a text prints and which sources state
// it; ok is false for one of the observations and for a fact that is gone.
func (p *Project) FigureOrigin(bound string, l briefing.Lang) (out FigureOrigin, ok bool) {
	list := briefing.BindingsOf(bound)
	if len(list) != 1 || list[0].Fact == "" {
		return FigureOrigin{}, false
	}
	p.ReadRecords(func(pr *project.Project) {
		i := slices.IndexFunc(pr.Facts, func(f *briefing.Fact) bool { return f.ID == list[0].Fact })
		if i < 0 {
			return
		}
		f := pr.Facts[i]
		d, _ := briefing.Describe(briefing.KindFact)
		out, ok = FigureOrigin{Fact: f.Ref(), Title: d.Line(f, l)}, true
		of, _ := briefing.Describe(briefing.KindSource)
		for _, c := range f.Claims {
			for _, s := range pr.Sources {
				if name := of.Line(s, l); s.ID == c.Source && !slices.Contains(out.Sources, name) {
					out.Sources = append(out.Sources, name)
				}
			}
		}
	})
	return out, ok
}
