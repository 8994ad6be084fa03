package app_test

import (
	"slices"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

func at(t *testing.T, s string) time.Time {
	t.Helper()
	m, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func refs(list []app.MomentItem) (out []briefing.Ref) {
	for _, x := range list {
		out = append(out, x.Ref)
	}
	return out
}

// What a move tells is what happens when it is made, and the way back tells
// the reverse.
func TestAMoveOfTheMomentTellsWhatWillHappen(t *testing.T) {
	for _, to := range []string{"2022-06-15T12:00:00+03:00", "2023-03-18T18:00:00+03:00", "2023-03-21T12:00:00+03:00", "2023-03-20T23:00:00+03:00"} {
		p := demo(t)
		stored := p.Pack().AsOf
		before := p.Snapshot(time.Time{}, briefing.Leader)
		m := p.MoveMoment(at(t, to), briefing.RU)
		if p.Pack().AsOf != stored {
			t.Fatal("looking moved the moment")
		}
		if err := p.SetMoment(briefing.Stamp(to)); err != nil {
			t.Fatal(err)
		}
		after := p.Snapshot(time.Time{}, briefing.Leader)
		for _, d := range briefing.Descriptions() {
			for _, r := range refsOf(p, d.Kind) {
				_, was := before.Get(r)
				_, is := after.Get(r)
				if slices.Contains(refs(m.Enter), r) != (!was && is) || slices.Contains(refs(m.Leave), r) != (was && !is) {
					t.Errorf("%s: %v: was in the pack %v, is %v", to, r, was, is)
				}
			}
		}
		rows := 0
		for _, x := range m.Rows {
			rows += x.Enter - x.Leave
		}
		if rows != after.Figures.Len()-before.Figures.Len() {
			t.Errorf("%s: %d rows told, %d and %d there", to, rows, before.Figures.Len(), after.Figures.Len())
		}
		back := p.MoveMoment(at(t, string(stored)), briefing.RU)
		if !slices.Equal(refs(back.Enter), refs(m.Leave)) || !slices.Equal(refs(back.Leave), refs(m.Enter)) || len(back.Changed) != len(m.Changed) {
			t.Errorf("%s: the way back is another one", to)
		}
		if earlier := at(t, to).Before(at(t, string(stored))); earlier != m.Any() {
			t.Errorf("%s: touches %v", to, m.Any())
		}
	}
}

func refsOf(p *app.Project, k briefing.Kind) (out []briefing.Ref) {
	p.Read(func(pr *project.Project) {
		for _, r := range pr.Records(k) {
			out = append(out, r.Ref())
		}
	})
	return out
}

func TestAnEarlierMomentNamesTheSourceThatIsLate(t *testing.T) {
	m := demo(t).MoveMoment(at(t, "2023-03-18T18:00:00+03:00"), briefing.RU)
	for _, x := range m.Leave {
		if x.Kind == "" || x.Caption == "" {
			t.Errorf("%+v", x)
		}
		if x.Ref.Kind == briefing.KindFact && x.Why != "" {
			return
		}
	}
	t.Errorf("no fact names its late source: %+v", m.Leave)
}

func TestAMomentHasAnHour(t *testing.T) {
	if err := demo(t).SetMoment("2023-03-20"); briefing.CodeOf(err) != briefing.CodeBadMoment {
		t.Error(err)
	}
}
