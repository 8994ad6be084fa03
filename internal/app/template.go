package app

import (
	"bytes"
	"io"
	"os"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/export/xlsx"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/safefile"
)

// WriteTemplate writes our own workbook for figures and records in a language,
// to be filled in and imported. An existing file is not overwritten.
func WriteTemplate(path string, l briefing.Lang) error {
	if _, err := os.Stat(path); err == nil {
		return &briefing.Error{Code: briefing.CodeExists, Op: "write template", Path: path}
	}
	form := xlsx.Form{Lists: importer.TemplateLists(l), Title: lang.T(l, "gui.importing.profile.template"), Page: lang.T(l, "pack.word.page")}
	for _, s := range importer.Template(l) {
		sheet := xlsx.FormSheet{Name: s.Name, About: s.About}
		for _, c := range s.Columns {
			sheet.Columns = append(sheet.Columns, xlsx.FormColumn{
				Head: c.Header, Hint: strings.TrimSpace(c.Hint), Options: c.Options, Example: c.Example,
				Number: c.Kind == importer.TemplateNumber, Required: c.Required,
			})
		}
		form.Sheets = append(form.Sheets, sheet)
	}
	var buf bytes.Buffer
	if err := xlsx.WriteForm(&buf, form); err != nil {
		return err
	}
	return safefile.Replace(path, func(w io.Writer) error {
		_, err := w.Write(buf.Bytes())
		return err
	})
}
