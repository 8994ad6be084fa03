package app_test

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/project"
)

// issued is the example without its invented data, sent out to the leader.
func issued(t *testing.T) *app.Project {
	t.Helper()
	p := opened(t)
	var gone []briefing.Ref
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if i.Sample {
				gone = append(gone, i.Ref())
			}
		}
	})
	for _, ref := range gone {
		if err := p.Remove(ref); err != nil {
			t.Fatal(err)
		}
	}
	made, err := p.Export(context.Background(), app.ExportOptions{PDF: filepath.Join(t.TempDir(), "a.pdf"), Lang: briefing.RU})
	if err != nil {
		for _, f := range app.Blocking(made.Findings) {
			t.Log(f)
		}
		t.Fatal(err)
	}
	return p
}

func words(d *document.Document) (n int) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if t, ok := b.(document.Table); ok && s.Key == "addendum" {
				n += len(t.Rows)
			}
		}
	}
	return n
}

// An addendum is measured against the state that was issued, not against
// today's records as of the earlier moment.
func TestAnAddendumIsMeasuredAgainstTheIssue(t *testing.T) {
	p := issued(t)
	k := p.Pack()
	k.AddendumAsOf = ""
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	o := app.ExportOptions{Form: app.FormAddendum, Lang: briefing.RU}
	if _, err := p.Document(o); briefing.CodeOf(err) != briefing.CodeNoChanges && err != nil {
		t.Fatal(err)
	}
	who := firstPerson(t, p)
	who.Posts = []briefing.Post{{Title: briefing.Text{RU: "новая должность"}}}
	if err := p.Put(who); err != nil {
		t.Fatal(err)
	}
	d, err := p.Document(o)
	if err != nil {
		t.Fatal(err)
	}
	if words(d) == 0 {
		t.Error("the new post is not told")
	}
	// Somebody who was given nothing has nothing to compare with.
	o.Audience = briefing.Partner
	if _, err := p.Document(o); briefing.CodeOf(err) != briefing.CodeNoIssue {
		t.Errorf("for the partner: %v", err)
	}
}

// Something else than the whole pack is no base: the last pack stays it.
func TestOnlyAWholePackIsABase(t *testing.T) {
	p := issued(t)
	if _, err := p.Export(context.Background(), app.ExportOptions{PDF: filepath.Join(t.TempDir(), "b.pdf"), Form: "qa", Lang: briefing.EN}); err != nil {
		t.Fatal(err)
	}
	if v := p.Versions(); len(v) != 2 || v[0].Name != "v02 EN qa" || v[1].Name != "v02 RU" {
		t.Fatalf("%+v", v)
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "add.pdf")
	_, err := p.Export(context.Background(), app.ExportOptions{PDF: out, Form: app.FormAddendum, Lang: briefing.ZH})
	if err != nil {
		t.Fatal(err)
	}
	if st, err := os.Stat(out); err != nil || st.Size() < 10000 {
		t.Errorf("%v", err)
	}
	if v := p.Versions(); v[0].Name != "v02 ZH addendum" {
		t.Errorf("%q", v[0].Name)
	}
}

// Sheets hold the pages that changed and no others; what was replaced is
// measured against in its turn.
func TestSheetsToReplaceFollowTheIssueAndEachOther(t *testing.T) {
	p := issued(t)
	o := app.ExportOptions{Form: app.FormSheets, Lang: briefing.RU, AsOf: moment(t, p)}
	if _, err := p.PDF(o); briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Fatalf("without a change: %v", err)
	}
	point := &briefing.Message{ID: "new", Kind: "talking-point", Order: 99, Use: briefing.Aloud, Body: briefing.Text{RU: "Новый тезис, внесённый после выпуска"}}
	if err := p.Put(point); err != nil {
		t.Fatal(err)
	}
	o.PDF, o.AsOf = filepath.Join(t.TempDir(), "sheets.pdf"), time.Time{} // as of the moment set for the addendum
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if v := p.Versions(); v[0].Name != "v02 RU sheets" {
		t.Errorf("%q", v[0].Name)
	}
	if _, err := p.PDF(o); briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Errorf("the sheets that went out are told again: %v", err)
	}
	// The addendum too is measured against what the reader holds by now.
	if _, err := p.PDF(app.ExportOptions{Form: app.FormAddendum, Lang: briefing.RU}); err != nil && briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Error(err)
	}
	point.Body.RU = "Тезис изложен иначе"
	if err := p.Put(point); err != nil {
		t.Fatal(err)
	}
	if _, err := p.PDF(o); err != nil {
		t.Errorf("a second change: %v", err)
	}
}

// What follows an issue goes out as of a later moment: two papers of one moment that
// say different things are refused. A draft may be looked at.
func TestWhatFollowsAnIssueIsOfALaterMoment(t *testing.T) {
	p := issued(t)
	k := p.Pack()
	k.AddendumAsOf = ""
	point := &briefing.Message{ID: "new", Kind: "talking-point", Order: 99, Use: briefing.Aloud, Body: briefing.Text{RU: "Новый тезис", EN: "A new point", ZH: "新要点"}}
	if err := p.Put(k, point); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{app.FormAddendum, app.FormSheets} {
		o := app.ExportOptions{Form: form, Lang: briefing.RU, PDF: filepath.Join(t.TempDir(), "a.pdf")}
		if _, err := p.Export(context.Background(), o); briefing.CodeOf(err) != briefing.CodeSameMoment {
			t.Errorf("%s of the moment of the issue: %v", form, err)
		}
		o.Draft = true
		if _, err := p.Export(context.Background(), o); err != nil {
			t.Errorf("%s as a draft: %v", form, err)
		}
	}
	k.AddendumAsOf = briefing.Stamp(moment(t, p).Add(time.Hour).Format(time.RFC3339))
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	o := app.ExportOptions{Form: app.FormSheets, Lang: briefing.RU, PDF: filepath.Join(t.TempDir(), "a.pdf")}
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatalf("a later one: %v", err)
	}
	out, err := exec.Command("pdftotext", "-layout", o.PDF, "-").Output()
	if err != nil {
		t.Skip("no pdftotext: ", err)
	}
	if !strings.Contains(strings.ReplaceAll(string(out), "\u00a0", " "), "лист на замену в пакет на 20.03.2023 23:00") {
		t.Errorf("the sheets do not say what they are:\n%s", out)
	}
	point.Body.RU = "Тезис изложен иначе"
	if err := p.Put(point); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Export(context.Background(), o); briefing.CodeOf(err) != briefing.CodeSameMoment {
		t.Errorf("sheets of the moment of the sheets before: %v", err)
	}
}

// moment is the pack's own.
func moment(t *testing.T, p *app.Project) time.Time {
	t.Helper()
	at, ok := p.Pack().Moment()
	if !ok {
		t.Fatal("no moment")
	}
	return at
}

// The workbook after an issue has the sheet of what changed since.
func TestTheWorkbookAfterAnIssueListsTheChanges(t *testing.T) {
	p := issued(t)
	change := func() string {
		dir := t.TempDir()
		if _, err := p.Export(context.Background(), app.ExportOptions{CSV: filepath.Join(dir, "a.zip"), Lang: briefing.RU, Draft: true}); err != nil {
			t.Fatal(err)
		}
		z, err := zip.OpenReader(filepath.Join(dir, "a.zip"))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = z.Close() }()
		f, err := z.Open("Изменения.csv")
		if err != nil {
			for _, part := range z.File {
				t.Log(part.Name)
			}
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if got := change(); !strings.Contains(got, "Изменений нет") {
		t.Errorf("at once after the issue:\n%s", got)
	}
	k := p.Pack()
	k.Place.RU = "Красногорск"
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	if got := change(); !strings.Contains(got, ";Красногорск;") {
		t.Errorf("after an edit:\n%s", got)
	}
}
