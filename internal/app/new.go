package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Templates lists the keys of the templates of a new project.
func Templates() []string {
	return []string{"visit-received", "visit-abroad", "bulletin", "partner-profile"}
}

// OfVisit reports whether packs of a template are made for a visit; one of no
// known template is.
func OfVisit(template string) bool { return template != "bulletin" && template != "partner-profile" }

// NewProject makes the values of a new project from a template: whose
// statistics are ours, and which sections the pack starts with.
func NewProject(w World, template string) (*project.Project, error) {
	if template == "" {
		template = Templates()[0]
	}
	p := &project.Project{Figures: figure.NewSet()}
	var own ownTemplate
	if slices.Contains(OwnTemplates(w), template) && !slices.Contains(Templates(), template) {
		var err error
		if own, err = w.ownTemplateNamed(template); err != nil {
			return nil, err
		}
		template = own.Base
	}
	p.Pack.Template = template
	p.Pack.Version = 1
	p.Pack.Reporter = "RU" // the office's own country: a field of the pack, to be changed there
	p.Pack.AsOf = briefing.Stamp(w.Now().Format("2006-01-02T15:04:00-07:00"))
	switch template {
	case "visit-received", "visit-abroad":
	case "bulletin":
		p.Pack.Sections = "-event -points -people -chronology -agreements"
	case "partner-profile":
		p.Pack.Sections = "-event -objectives -points -proposals"
	default:
		return nil, &briefing.Error{Code: briefing.CodeUsage, Op: "new project", Path: template}
	}
	if own.Version > 0 {
		p.Pack.Sections, p.Pack.LongKept = own.Sections, own.LongKept
	}
	return p, nil
}

// Outset is what is known of the matter when a project is begun; what is not
// known stays empty.
type Outset struct {
	Lang    briefing.Lang // of the title
	Title   string
	Partner string          // country, ISO alpha-2
	When    briefing.Period // days of the event
	Moment  briefing.Stamp  // "" keeps the hour at which the project is made
}

// Begin puts what is known into a new project. With its days the event has a
// record of its own, which the pack is made for.
func (o Outset) Begin(w World, p *project.Project) {
	*p.Pack.Title.At(o.Lang) = o.Title
	p.Pack.Partner = o.Partner
	if o.Moment != "" {
		p.Pack.AsOf = o.Moment
	}
	if o.When.Kind == briefing.NoPeriod {
		return
	}
	e := &briefing.Event{ID: w.NewID(briefing.KindEvent), When: o.When}
	if strings.HasPrefix(p.Pack.Template, "visit-") {
		e.Kind, e.Status = "visit", "planned"
	}
	*e.Title.At(o.Lang) = o.Title
	p.Events = append(p.Events, e)
	p.Pack.Event = e.ID
}
