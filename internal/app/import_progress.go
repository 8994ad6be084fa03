package app

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// ImportStage is what an import does at the moment.
type ImportStage string

// Stages, in their order.
const (
	StageRead    ImportStage = "read"
	StageCompare ImportStage = "compare"
	StageStore   ImportStage = "store"
)

// ImportProgress is how far an import is.
type ImportProgress struct {
	Stage ImportStage
	Rows  int           // read so far
	Share float64       // of the file, 0 to 1; 0 is not known
	Left  time.Duration // of the reading; 0 is not known
}

// Words say it in a language.
func (g ImportProgress) Words(l briefing.Lang) string {
	if g.Stage != StageRead {
		return lang.T(l, "app.report.stage."+string(g.Stage))
	}
	text := lang.T(l, "app.report.progress.rows", countText(l, g.Rows))
	if g.Share > 0 {
		text += lang.T(l, "app.report.progress.share", int(100*g.Share))
	}
	if g.Left <= 0 {
		return text
	}
	if g.Left < 90*time.Second {
		return text + lang.T(l, "app.report.progress.seconds", roundUp(int(g.Left.Round(time.Second)/time.Second)))
	}
	return text + lang.T(l, "app.report.progress.minutes", int((g.Left+30*time.Second)/time.Minute))
}

// roundUp keeps a guess from looking like knowledge: above ten seconds it is
// told in fives.
func roundUp(seconds int) int {
	if seconds > 10 {
		return (seconds + 4) / 5 * 5
	}
	return max(seconds, 1)
}

// Times before which the time left is not told: it would jump about.
const (
	leastTime  = time.Second
	leastShare = 0.02
)

// pacing tells of an import how far it is, and how long it will take by how
// long it took so far.
type pacing struct {
	tell  func(ImportProgress)
	now   func() time.Time
	begun time.Time
}

func (p *Project) pacing(tell func(ImportProgress)) *pacing {
	return &pacing{tell: tell, now: p.World.Now, begun: p.World.Now()}
}

// stage tells of a stage that has no rows.
func (g *pacing) stage(s ImportStage) {
	if g.tell != nil {
		g.tell(ImportProgress{Stage: s})
	}
}

// along is importer.Options.Along.
func (g *pacing) along(rows int, share float64) {
	out := ImportProgress{Stage: StageRead, Rows: rows, Share: share}
	if took := g.now().Sub(g.begun); took >= leastTime && share >= leastShare {
		out.Left = time.Duration(float64(took) * (1 - share) / share)
	}
	g.tell(out)
}
