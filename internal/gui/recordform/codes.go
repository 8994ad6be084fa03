package recordform

import (
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
)

// mostNames is how many codes of a field are named under it.
const mostNames = 8

// nameCodes puts the names of the codes that are typed into a field under it,
// as they are typed. Fields that hold no codes are left as they are.
func (x *input) nameCodes(frame *kit.Field) {
	key := x.parts[0].Key
	switch kind := x.form.desc.Kind; {
	case x.path != "" || x.at != "":
		return
	case kind == briefing.KindCommodity && key == "code", kind == briefing.KindGroup && key == "rule", kind == briefing.KindFact && key == "codes":
	default:
		return
	}
	x.names = func(value string) {
		said := x.codesInWords(value)
		if frame.Hint == said {
			return
		}
		frame.Hint = said
		frame.Refresh()
		x.form.relay()
	}
}

// codesInWords names the codes of a value, a line each.
func (x *input) codesInWords(value string) string {
	d, class := x.form.desk, ""
	named := d.Project().CodeName
	switch r := x.form.draft.(type) {
	case *briefing.Commodity:
		class, named = r.Classification, d.Project().ListName // its own name stands in the form
	case *briefing.Group:
		class = r.Classification
	}
	var lines []string
	codes := app.CodesIn(x.form.draft, value)
	for i, code := range codes {
		if i == mostNames && len(codes) > mostNames+1 {
			lines = append(lines, desk.T(d, "records.code.more", len(codes)-i))
			break
		}
		name, ok := named(d.Lang(), class, code)
		switch {
		case !ok:
			lines = append(lines, desk.T(d, "records.code.none", code))
		case name.Of != code:
			lines = append(lines, desk.T(d, "records.code.above", code, name.Of, name.Name))
		default:
			lines = append(lines, desk.T(d, "records.code.name", code, name.Name))
		}
	}
	return strings.Join(lines, "\n")
}
