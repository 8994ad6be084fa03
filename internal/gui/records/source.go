package records

import (
	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
)

// sourceWidth is the least width of the list of sources: their titles are long.
const sourceWidth float32 = 420

// showSource shows the source that new facts begin with, to be changed or taken
// away: fifteen facts of one press note name it once.
func (p *Pane) showSource() {
	if p.source == nil {
		return
	}
	project := p.desk.Project()
	id := project.DefaultSource()
	switch {
	case project.State().ReadOnly:
		p.source.Objects = nil
	case id == "":
		choose := kit.NewButton(kit.Link, "sources", p.t("source.choose"), p.chooseSource)
		p.source.Objects = []fyne.CanvasObject{choose}
	default:
		name := project.Caption(briefing.Ref{Kind: briefing.KindSource, ID: id}, p.desk.Content())
		if r := []rune(name); len(r) > 28 {
			name = string(r[:27]) + "…"
		}
		p.source.Objects = []fyne.CanvasObject{kit.NewFilterChip(p.t("source.is", name), p.chooseSource, func() { p.takeSource("") })}
	}
	p.source.Refresh()
}

func (p *Pane) chooseSource() {
	items := recordform.Records(p.desk, briefing.KindSource)
	if len(items) == 0 {
		items = []kit.MenuItem{{Text: p.t("source.none"), Disabled: true}}
	}
	at := p.desk.Project().DefaultSource()
	if at != "" {
		items = append([]kit.MenuItem{{Key: "", Text: p.t("source.without")}}, items...)
	}
	kit.ShowMenu(p.source, sourceWidth, items, string(at), func(key string) { p.takeSource(briefing.ID(key)) })
}

// takeSource makes a source the one that new facts begin with; a new fact of
// which nothing is typed yet is one of them.
func (p *Pane) takeSource(id briefing.ID) {
	p.form.Flush()
	p.desk.Project().SetDefaultSource(id)
	p.showSource()
	p.head.Refresh()
	if _, shown := p.form.Record(); shown && p.chosen.ID == "" {
		p.form.Set(fresh(p.desk, p.desc))
		p.form.Focus("")
	}
}
