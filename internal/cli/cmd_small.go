package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"briefing/assets"
	"briefing/internal/app"
)

type demoCmd struct {
	Dir string `arg:""`
}

func (c *demoCmd) Run(r *run) error {
	files, err := app.Demo(r.ctx, r.World, c.Dir)
	for _, f := range files {
		fmt.Fprintln(r.Out, f)
	}
	return err
}

type newCmd struct {
	File     string `arg:""`
	Template string `placeholder:"NAME"`
	Reporter string `placeholder:"RU"`
	Partner  string `placeholder:"CN"`
}

func (c *newCmd) Run(r *run) error {
	known := append(app.Templates(), app.OwnTemplates(r.World)...)
	if c.Template != "" && !slices.Contains(known, c.Template) {
		return usage(r.Lang, "new", "--template "+c.Template, known...)
	}
	for _, country := range []struct{ flag, code string }{{"--reporter", c.Reporter}, {"--partner", c.Partner}} {
		if country.code != "" && !app.Country(country.code) {
			return usage(r.Lang, "new", r.t("no_country", country.flag, country.code))
		}
	}
	if ext := filepath.Ext(c.File); !strings.EqualFold(ext, app.ProjectExt) {
		return usage(r.Lang, "new", r.t("new.extension", c.File, strings.TrimSuffix(c.File, ext)+app.ProjectExt))
	}
	p, err := app.NewProject(r.World, c.Template)
	if err != nil {
		return err
	}
	if c.Reporter != "" {
		p.Pack.Reporter = strings.ToUpper(c.Reporter)
	}
	p.Pack.Partner = strings.ToUpper(c.Partner)
	f, err := app.Create(r.World, c.File, p)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Fprintln(r.Out, c.File)
	return nil
}

type templateCmd struct {
	File string `arg:""`
	Lang string `default:"ru"`
}

func (c *templateCmd) Run(r *run) error {
	l, err := langNamed(r.Lang, "template", c.Lang)
	if err != nil {
		return err
	}
	if err := app.WriteTemplate(c.File, l); err != nil {
		return err
	}
	fmt.Fprintln(r.Out, c.File)
	return nil
}

type versionCmd struct {
	JSON     bool `name:"json"`
	Licences bool
}

func (c *versionCmd) Run(r *run) error {
	build := map[string]string{"version": Version(), "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				build["revision"] = s.Value
			}
		}
	}
	if c.JSON {
		return json.NewEncoder(r.Out).Encode(build)
	}
	fmt.Fprintf(r.Out, "Briefing %s (%s, %s)\n", build["version"], build["go"], build["system"])
	if build["revision"] != "" {
		fmt.Fprintln(r.Out, build["revision"])
	}
	fmt.Fprintln(r.Out, r.t("licence"))
	if c.Licences {
		fmt.Fprintln(r.Out, assets.Licences())
	}
	return nil
}
