package app_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// schemasIn names the folder of ECMA's schemas, which are not part of the
// project.
const schemasIn = "BRIEFING_SCHEMAS"

// Every part of every workbook and Word file is valid by the schemas of the
// standard.
func TestFilesFollowTheSchemasOfTheStandard(t *testing.T) {
	folder := os.Getenv(schemasIn)
	if folder == "" {
		t.Skip("skipped: no folder of ECMA-376 schemas in " + schemasIn)
	}
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import lxml").Run(); err != nil {
		t.Skip("skipped: no Python with lxml (python3-lxml)")
	}
	p := demo(t)
	dir := t.TempDir()
	var files []string
	for _, l := range briefing.Langs() {
		for _, a := range briefing.Audiences() {
			o := app.ExportOptions{
				Lang: l, Audience: a, Draft: true, Guard: l == briefing.EN,
				XLSX: filepath.Join(dir, string(l)+a.String()+".xlsx"), DOCX: filepath.Join(dir, string(l)+a.String()+".docx"),
			}
			if _, err := p.Export(context.Background(), o); err != nil {
				t.Fatal(err)
			}
			files = append(files, o.XLSX, o.DOCX)
		}
		for _, form := range []string{pack.FormFactsheet, pack.FormCard, pack.FormAnswers} {
			o := app.ExportOptions{Lang: l, Form: form, Draft: true, DOCX: filepath.Join(dir, string(l)+form+".docx")}
			if _, err := p.Export(context.Background(), o); err != nil {
				t.Fatal(err)
			}
			files = append(files, o.DOCX)
		}
	}
	out, err := exec.Command(python, append([]string{"../../scripts/schemas.py", folder}, files...)...).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}
