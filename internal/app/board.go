package app

import (
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// BoardColumn holds the agreements of one status.
type BoardColumn struct {
	Status string // "" for those without one
	Title  string
	Cards  []BoardCard
}

// BoardCard is an agreement on the board.
type BoardCard struct {
	Ref     briefing.Ref
	Title   string
	Kind    string // in words
	Signed  string // as far as the day is known
	Parties string
	// Figures are the facts of the agreement: what is planned, what is done.
	Figures []BoardFigure
	// Milestones are its steps as they are written, with where each stands.
	Milestones []BoardMilestone
	// Progress is how it is carried out, in words.
	Progress string
}

// BoardFigure is a fact of an agreement.
type BoardFigure struct {
	Ref    briefing.Ref
	Nature string // fact, plan, estimate…; "" where it is not said
	Said   string // its nature in words
	Text   string // figure and period; the statement where there is no figure
}

// BoardMilestone is a step of an agreement at the moment of the pack, or now
// where the pack has none.
type BoardMilestone struct {
	Title string
	State briefing.MilestoneState
	Said  string // the state and its day, in words
}

// Board gives the agreements by status, in the order of the statuses; a column
// of those without a status is last and only there when it holds something.
func (p *Project) Board(l, content briefing.Lang) []BoardColumn {
	desc, _ := briefing.Describe(briefing.KindAgreement)
	field, _ := desc.Field("status")
	var out []BoardColumn
	for _, s := range field.Options {
		out = append(out, BoardColumn{Status: s, Title: lang.Enum(l, "agreement_status", s)})
	}
	var rest []BoardCard
	p.ReadRecords(func(pr *project.Project) {
		for _, r := range pr.Records(briefing.KindAgreement) {
			a := r.(*briefing.Agreement)
			card := boardCard(pr, a, l, content)
			card.Milestones = boardMilestones(a, at(pr, p.World.Now()), l, content)
			if i := slices.IndexFunc(out, func(c BoardColumn) bool { return c.Status == a.Status }); i >= 0 {
				out[i].Cards = append(out[i].Cards, card)
			} else {
				rest = append(rest, card)
			}
		}
	})
	if len(rest) > 0 {
		out = append(out, BoardColumn{Title: lang.T(l, "gui.board.no_status"), Cards: rest})
	}
	return out
}

// at is the moment of the pack, or now while it has none.
func at(pr *project.Project, now time.Time) time.Time {
	if t, ok := pr.Pack.Moment(); ok {
		return t
	}
	return now
}

func boardMilestones(a *briefing.Agreement, at time.Time, l, content briefing.Lang) []BoardMilestone {
	var out []BoardMilestone
	for _, m := range a.Milestones {
		x := BoardMilestone{Title: m.Title.Any(content), State: m.State(at)}
		day := m.Due
		if x.State.Met() {
			day = m.Done
		}
		x.Said = lang.Enum(l, "milestone_state", string(x.State))
		if when := lang.Period(l, day); when != "" {
			x.Said += ", " + when
		}
		out = append(out, x)
	}
	return out
}

func boardCard(pr *project.Project, a *briefing.Agreement, l, content briefing.Lang) BoardCard {
	c := BoardCard{Ref: a.Ref(), Title: a.Title.Any(content), Kind: lang.Enum(l, "agreement", a.Kind), Signed: lang.Period(l, a.Signed)}
	if words := a.Progress.Any(content); !strings.Contains(words, "{") { // bound figures are printed by the pack
		c.Progress = words
	}
	var parties []string
	for _, id := range a.Parties {
		if o, ok := pr.Find(briefing.Ref{Kind: briefing.KindOrganisation, ID: id}).(*briefing.Organisation); ok {
			parties = append(parties, o.Name.Any(content))
		}
	}
	c.Parties = strings.Join(parties, ", ")
	for _, id := range a.Facts {
		if f, ok := pr.Find(briefing.Ref{Kind: briefing.KindFact, ID: id}).(*briefing.Fact); ok {
			c.Figures = append(c.Figures, boardFigure(f, l, content))
		}
	}
	// What is planned stands above what was done, as one compares them.
	slices.SortStableFunc(c.Figures, func(x, y BoardFigure) int { return planned(y.Nature) - planned(x.Nature) })
	return c
}

func planned(nature string) int {
	if nature == briefing.NaturePlan {
		return 1
	}
	return 0
}

func boardFigure(f *briefing.Fact, l, content briefing.Lang) BoardFigure {
	out := BoardFigure{Ref: f.Ref(), Nature: f.Nature, Said: lang.Enum(l, "nature", f.Nature), Text: f.Statement.Any(content)}
	c, ok := f.Claim()
	if !ok || !c.Figure.HasNumber() {
		return out
	}
	out.Text = lang.Figure(l, c.Figure)
	if when := lang.Period(l, c.Period); when != "" {
		out.Text += ", " + when
	}
	return out
}

// SetAgreementStatus gives an agreement another status as one action. It
// reports whether it had another one before.
func (p *Project) SetAgreementStatus(id briefing.ID, status string) (bool, error) {
	r, err := p.Get(briefing.Ref{Kind: briefing.KindAgreement, ID: id})
	if err != nil {
		return false, err
	}
	a := r.(*briefing.Agreement)
	if a.Status == status {
		return false, nil
	}
	a.Status = status
	return true, p.Put(a)
}
