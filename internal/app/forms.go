package app

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// FormCompiler is the key of the compiler's sheet.
const FormCompiler = pack.FormCompiler

// FormPack is the key of the whole pack.
const FormPack = pack.FormPack

// Forms lists the forms that can be made, with their names.
func Forms(l briefing.Lang) [][2]string {
	var out [][2]string
	for _, f := range pack.Forms() {
		out = append(out, [2]string{f, lang.Enum(l, "form", f)})
	}
	return out
}

// FollowsIssue reports whether a form is measured against the pack that went
// out: it needs the history of the project, which one open for reading has not.
func FollowsIssue(form string) bool {
	return form == pack.FormAddendum || form == pack.FormSheets
}

// FormAddendum is the key of the addendum, FormSheets that of sheets to replace.
const (
	FormAddendum = pack.FormAddendum
	FormSheets   = pack.FormSheets
)

// HasCopies reports whether an output may be made as numbered copies: not what
// is handed to the other side.
func HasCopies(a briefing.Audience) bool {
	return a != briefing.Partner
}

// HasWord reports whether a form has a Word file: pages to be put in the place
// of others are paper alone.
func HasWord(form string) bool { return form != pack.FormSheets }

// HasBook reports whether a form has a workbook: there is one, that of the pack.
func HasBook(form string) bool { return form == FormPack || form == FormCompiler }
