package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"briefing/internal/app"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// shapeExt is the extension of files that say how a free table is read.
const shapeExt = ".briefing-profile"

// profile takes --profile for a file when it is named like one, else for the
// name of a profile.
func (c *importCmd) profile() (app.ImportOptions, error) {
	if !strings.EqualFold(filepath.Ext(c.Profile), shapeExt) {
		return app.ImportOptions{Profile: c.Profile}, nil
	}
	s, err := app.LoadShape(c.Profile)
	s.Shape.Only(c.Table)
	return app.ImportOptions{Profile: s.Name, Shape: &s.Shape}, err
}

// guess says how each input would be read as a free table.
func (c *importCmd) guess(r *run, p *app.Project) error {
	for _, input := range c.Inputs {
		g, err := p.GuessTable(r.ctx, input, c.Table)
		if err != nil {
			return err
		}
		if c.Save != "" {
			name := strings.TrimSuffix(filepath.Base(c.Save), filepath.Ext(c.Save))
			if err := app.WriteShape(c.Save, name, g.Shape); err != nil {
				return err
			}
			r.say("import.guess.saved", c.Save)
		}
		if c.JSON {
			if err := json.NewEncoder(r.Out).Encode(g); err != nil {
				return err
			}
			continue
		}
		r.tellGuess(input, g)
	}
	return nil
}

// tellGuess prints a guess for reading.
func (r *run) tellGuess(input string, g *app.ShapeGuess) {
	place := filepath.Base(input)
	if name := g.Place(); name != "" {
		place += " [" + name + "]"
	}
	fmt.Fprintln(r.Out, r.t("import.guess.table", place, g.Line, g.Score))
	if len(g.Sheets) > 0 {
		fmt.Fprintln(r.Out, r.t("import.guess.sheets", strings.Join(g.Sheets, ", ")))
	}
	if len(g.Others) > 0 {
		fmt.Fprintln(r.Out, r.t("import.guess.others", strings.Join(g.Others, ", ")))
	}
	for _, c := range g.Columns {
		role, ok := lang.Has(r.Lang, "gui.importing.role."+c.Role.String())
		if !ok || c.Role == 0 {
			role = r.t("import.guess.unused")
		}
		fmt.Fprintln(r.Out, r.t("import.guess.column", c.Index, c.Header, role, lang.T(r.Lang, "importer.guess."+c.Reason)))
	}
	for _, a := range g.Assumed {
		fmt.Fprintln(r.Out, "  "+lang.T(r.Lang, "importer.assumed."+a))
	}
	for _, m := range g.Missing {
		fmt.Fprintln(r.Out, "  "+lang.T(r.Lang, "importer.missing."+importer.Asked(m, g.About[m]), g.About[m]))
	}
}
