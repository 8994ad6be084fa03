package app

import (
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/pivot"
	"briefing/internal/project"
	"briefing/internal/question"
	"briefing/internal/store"
	"briefing/internal/whence"
)

// Pivots as the window shows them.
type (
	// PivotSpec is the definition of a pivot.
	PivotSpec = pivot.Spec
	// PivotForm is the chart beside its table.
	PivotForm = pivot.Form
	// PivotHead is what a row or a column is of.
	PivotHead = pivot.Head
)

// NoChart is the form without one.
const NoChart = pivot.NoChart

// PivotDimensions lists what rows and columns may be, PivotMeasures what may be
// shown.
func PivotDimensions() []figure.Dimension { return pivot.Dimensions() }

// PivotMeasures lists the measures, in the order offered.
func PivotMeasures() []string { return pivot.Measures() }

// TimedDimension reports whether a dimension is one of time.
func TimedDimension(d figure.Dimension) bool { return pivot.Timed(d) }

// fromRows prints what texts hold of the observations: figures and pivots.
type fromRows struct {
	*insight.Reader
	*pivots
}

type pivots = pivot.Reader

// pivotGroups gives the filters by which a set of product groups is asked.
func pivotGroups(pr *project.Project) pivot.Groups {
	return func(set string) ([]figure.Filter, bool) {
		rules, err := groupsOf(pr, set)
		if err != nil || pr.Figures == nil {
			return nil, false
		}
		filters, err := byGroups(pr.Figures, figure.Filter{}, rules)
		return filters, err == nil
	}
}

// Pivot is one pivot as the pack would print it now.
type Pivot struct {
	Spec   PivotSpec // of the set of rows that was chosen
	Fault  string    // why there is none, a key: "no-rows"
	Why    string    // more of that in words, where more is known
	Table  document.Table
	Chart  *document.Chart // nil where there is none
	Forms  []PivotForm
	Sets   []PivotSet // which may be chosen, in order
	Chosen int        // of Sets
	made   *pivot.Table
}

// Pivoting puts what the table of rows is filtered by into a pivot; the year is
// its period.
func (q TradeQuery) Pivoting(s PivotSpec) PivotSpec {
	s.Partner, s.Code, s.Import, s.Set, s.Group = q.Partner, q.Code, q.Import, q.Set, nil
	if q.Group != "" {
		key := q.Group
		if key == TradeRest {
			key = classification.Remainder
		}
		s.Group = &key
	}
	s.Period = briefing.Period{}
	if p, err := briefing.ParsePeriod(q.Year); err == nil && p.Kind == briefing.YearPeriod {
		s.Period = p
	}
	if q.Reporter != "" && s.Split.Reporter != q.Reporter {
		s.Split = figure.Split{Reporter: q.Reporter}
	}
	if q.Flow != "" && s.Of != pivot.Balance {
		s.Flow = q.Flow
	}
	return s
}

// PivotSet is a set of rows that may be added to each other.
type PivotSet struct {
	Flow  figure.Flow // empty of a balance
	Split figure.Split
}

// PivotMeasure is what a pivot is of until something is chosen: values or, where
// no row has one, weights.
func (p *Project) PivotMeasure() string {
	of := question.Value
	p.Read(func(pr *project.Project) {
		groups, err := pr.Figures.Aggregate(figure.Filter{}, nil)
		if err == nil && len(groups) > 0 && !slices.ContainsFunc(groups, func(g figure.Group) bool { return g.ValueRows > 0 }) {
			of = question.Weight
		}
	})
	return of
}

// Pivot makes a pivot of what the pack's moment knows, for the leader, in the
// language. Flow and split of the definition choose the set of rows; where there
// is no such set the first one of the flow is taken, or else the first one.
func (p *Project) Pivot(s PivotSpec, form PivotForm, l briefing.Lang) (Pivot, error) {
	snapshot := p.Snapshot(time.Time{}, briefing.Leader)
	rows := pivotRows(snapshot.Project)(s)
	sets, err := pivotSets(rows, s)
	if err != nil {
		return Pivot{}, err
	}
	out := Pivot{Spec: s, Sets: sets, Fault: string(pivot.NoRows)}
	if len(sets) == 0 {
		return out, nil
	}
	if out.Chosen = slices.Index(sets, PivotSet{s.Flow, s.Split}); out.Chosen < 0 {
		alike := func(o PivotSet) bool {
			return o.Flow == s.Flow && (s.Split.Reporter == "" || s.Split.Reporter == o.Split.Reporter)
		}
		out.Chosen = max(slices.IndexFunc(sets, alike), 0)
	}
	out.Spec.Flow, out.Spec.Split = sets[out.Chosen].Flow, sets[out.Chosen].Split
	out.Forms = out.Spec.Forms()
	made, fault := pivot.MakeOf(rows, pivotGroups(snapshot.Project), snapshot.Project.MakerOf, out.Spec)
	if out.Fault = string(fault); fault != "" {
		out.Why = whyRefused(out.Spec, made, l)
		return out, nil
	}
	if !slices.Contains(out.Forms, form) {
		form = out.Forms[0]
	}
	out.made = made
	out.Table, out.Chart, err = pack.Pivot(snapshot, l, made, form)
	return out, err
}

// whyRefused tells more of a pivot that can't be made; made may be nil.
func whyRefused(s PivotSpec, made *pivot.Table, l briefing.Lang) string {
	byGoods := func(d figure.Dimension) bool { return d == "hs2" || d == "hs4" || d == figure.ByGroup }
	if class := s.Split.Classification; (byGoods(s.Rows) || byGoods(s.Columns)) && !figure.Harmonised(class) {
		return lang.T(l, "pack.stat.not_harmonised", lang.Classification(l, class))
	}
	if made == nil {
		return ""
	}
	why := made.Why()
	for _, g := range made.Gaps {
		why = append(why, g.Why)
	}
	slices.Sort(why)
	return whence.Refusal(l, slices.Compact(why))
}

// pivotSets lists the sets of rows that a pivot can be of: of balances those of
// exports where there are any.
func pivotSets(set *figure.Set, s PivotSpec) ([]PivotSet, error) {
	if set == nil {
		return nil, nil
	}
	f := figure.Filter{Partner: s.Partner}
	if s.Import != "" {
		f.Imports = []briefing.ID{s.Import}
	}
	groups, err := set.Aggregate(f, []figure.Dimension{"flow"})
	if err != nil {
		return nil, err
	}
	balance := s.Of == pivot.Balance
	exported := slices.ContainsFunc(groups, func(g figure.Group) bool { return g.Keys[0] == string(figure.Export) })
	var out []PivotSet
	for _, g := range groups {
		one := PivotSet{figure.Flow(g.Keys[0]), g.Split}
		one.Split.Span = ""
		if balance {
			if one.Flow != figure.Export && (exported || one.Flow != figure.Import) {
				continue
			}
			one.Flow = ""
		}
		if !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out, nil
}

// PivotWhence is the derivation of a cell of the pivot, by row and column of its
// numbers; not ok where there is no number.
func (p *Project) PivotWhence(v *Pivot, row, column, rows int) (d Derivation, ok bool) {
	if v.made == nil || row < 0 || row >= len(v.made.Cells) || column < 0 || column >= len(v.made.Columns) {
		return d, false
	}
	c := v.made.Cells[row][column]
	if !c.There {
		return d, false
	}
	return p.WhenceCell(c.Answer, c.Table, c.Line, 0, rows), true
}

// PivotPlace is where a pivot can be put: into the text of a section written by
// hand, or as a table of its own into a section of the pack.
type PivotPlace struct {
	Section string      // key of a section of the pack that takes tables
	Text    briefing.ID // of a section written by hand
	Title   string      // of that
}

// PivotPlaces lists the places there are, the sections of the pack first.
func (p *Project) PivotPlaces(l briefing.Lang) []PivotPlace {
	out := []PivotPlace{{Section: "trade"}, {Section: "structure"}}
	p.ReadRecords(func(pr *project.Project) {
		for _, m := range pr.Messages {
			if m.Kind == "section" {
				out = append(out, PivotPlace{Text: m.ID, Title: m.Title.Any(l)})
			}
		}
	})
	return out
}

// PutPivot puts a pivot into the pack as one action, by its definition: the
// pages compute it anew. Without a place a section of its own is written. It
// gives the record that holds it.
func (p *Project) PutPivot(v Pivot, form PivotForm, at PivotPlace) (briefing.Ref, error) {
	if v.made == nil || !slices.Contains(v.Forms, form) {
		return briefing.Ref{}, &briefing.Error{Code: briefing.CodeUsage, Op: "put pivot", Path: string(form)}
	}
	snapshot := p.Snapshot(time.Time{}, briefing.Leader)
	var title, line briefing.Text
	for _, l := range briefing.Langs() {
		*title.At(l) = pack.PivotTitle(snapshot, l, v.made)
		*line.At(l) = v.Spec.Binding(form).String()
	}
	var r briefing.Record
	switch {
	case at.Section != "":
		r = &briefing.Series{ID: p.World.NewID(briefing.KindSeries), Title: title, Section: at.Section, Body: line, Order: p.lastOfSeries(at.Section) + 1}
	case at.Text != "":
		held, err := p.Get(briefing.Ref{Kind: briefing.KindMessage, ID: at.Text})
		if err != nil {
			return briefing.Ref{}, err
		}
		body := &held.(*briefing.Message).Body
		if body.Empty() {
			*body = line
		} else { // a language without the text must go on lacking it
			for _, l := range briefing.Langs() {
				if text := body.At(l); *text != "" {
					*text += "\n\n" + line.In(l)
				}
			}
		}
		r = held
	default:
		r = &briefing.Message{ID: p.World.NewID(briefing.KindMessage), Kind: "section", Title: title, Body: line}
	}
	return r.Ref(), p.commit("pivot", store.Change{Put: r})
}

// lastOfSeries is the place of the last series of a section.
func (p *Project) lastOfSeries(section string) (last int) {
	p.ReadRecords(func(pr *project.Project) {
		for _, s := range pr.Series {
			if s.Section == section || s.Section == "" && section == "trade" {
				last = max(last, s.Order)
			}
		}
	})
	return last
}
