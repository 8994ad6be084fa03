package app

import (
	"fmt"
	"path/filepath"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// DefaultName is the ASCII name of an output: what, moment, language, version,
// form and reader, where they are not the whole pack and the leader:
// «Vizit_KNR_20230320-2300_RU_v02_partner.pdf». What is for two readers never
// has one name: the later would lie where the earlier was shown.
func (p *Project) DefaultName(o ExportOptions, extension string) string {
	var name string
	at := p.settled(o).AsOf
	p.Read(func(pr *project.Project) {
		k := pr.Pack
		base := k.FileName
		if base == "" {
			base = strings.TrimSuffix(filepath.Base(p.Path), filepath.Ext(p.Path))
		}
		moment := at
		if moment.IsZero() {
			moment, _ = k.Moment()
		}
		parts := []string{safefile.SafeName(base)}
		if !moment.IsZero() {
			parts = append(parts, moment.Format("20060102-1504"))
		}
		l := o.Lang
		if l == "" {
			l = briefing.RU
		}
		parts = append(parts, strings.ToUpper(string(l)), fmt.Sprintf("v%02d", max(k.Version, 1)))
		parts = append(parts, formAndReader(o)...)
		if o.Copies {
			parts = append(parts, "copies")
		}
		if !o.Draft { // an issue never takes the place of a draft
			parts = append(parts, "issue")
		}
		name = strings.Join(parts, "_") + extension
	})
	return name
}

// formAndReader are the words of a name that tell an output from the leader's
// pack. The compiler's sheet has but one reader, and its word is his.
func formAndReader(o ExportOptions) []string {
	form, reader := first(o.Form, pack.FormPack), o.audience()
	switch {
	case form == pack.FormCompiler:
		return []string{form}
	case form == pack.FormPack && reader == briefing.Leader:
		return nil
	case form == pack.FormPack && reader != briefing.Compiler: // "compiler" alone is his sheet
		return []string{reader.String()}
	case reader == briefing.Leader:
		return []string{form}
	}
	return []string{form, reader.String()}
}
