package app

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Templates lists the keys of the templates of a new project.
func Templates() []string { return []string{"visit-received", "visit-abroad", "bulletin"} }

// NewProject makes the values of a new project from a template: whose
// statistics are ours, and which sections the pack starts with.
func NewProject(w World, template string) (*project.Project, error) {
	if template == "" {
		template = Templates()[0]
	}
	p := &project.Project{Figures: figure.NewSet()}
	p.Pack.Template = template
	p.Pack.Version = 1
	p.Pack.Reporter = "RU" // the office's own country: a field of the pack, to be changed there
	p.Pack.AsOf = briefing.Stamp(w.Now().Format("2006-01-02T15:04:00-07:00"))
	switch template {
	case "visit-received", "visit-abroad":
	case "bulletin":
		p.Pack.Sections = "-event -points -people -chronology -agreements"
	default:
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "new project", Path: template}
	}
	return p, nil
}
