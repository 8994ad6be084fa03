package app_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// A file of nobody known is a source called as its table is, in the language of
// the title; else after what its rows are. The name of the file is the compiler's.
func TestASourceIsCalledAsItsTableIsOrItsRows(t *testing.T) {
	const en = "Exports of the Tula Region, 2021–2022"
	for title, want := range map[string][2]string{
		"Экспорт Тульской области по странам, тыс. долл. США": {"Экспорт Тульской области по странам, тыс. долл. США", en},
		"Приложение 3": {"Экспорт России, 2021–2022\u00a0годы", "Exports of Russia, 2021–2022"},
	} {
		p := demo(t)
		path := filepath.Join(t.TempDir(), "t.csv")
		data := title + "\nСтрана;2021;2022\nИндия;5;6\nИран;7;8\n"
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := p.GuessShape(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		g.Shape.Constants.Flow, g.Shape.Constants.ValueUnit = "export", "thousand-usd"
		in := bring(t, p, path, app.ImportOptions{Shape: &g.Shape})
		src := sourceOf(t, p, in.Import.Source)
		if src.Title.RU != want[0] || src.Title.EN != want[1] || src.Title.ZH == "" || !strings.Contains(src.Note.RU, "t.csv") || strings.Contains(src.Title.ZH, "t.csv") {
			t.Errorf("%s: %+v, %+v", title, src.Title, src.Note)
		}
	}
}

func sourceOf(t *testing.T, p *app.Project, id briefing.ID) *briefing.Source {
	t.Helper()
	r, err := p.Get(briefing.Ref{Kind: briefing.KindSource, ID: id})
	if err != nil {
		t.Fatal(err)
	}
	return r.(*briefing.Source)
}

// A source that an earlier edition called after its file has no title for those
// outside in the languages where it was: a draft says that it is not translated, an
// issue is stopped; the compiler finds his file by it.
func TestTheNameOfAFileIsNoTitleForReaders(t *testing.T) {
	p := demo(t)
	var imp *briefing.Import
	p.Read(func(pr *project.Project) { imp = pr.Imports[0] })
	src, file := sourceOf(t, p, imp.Source), imp.File
	src.Kind, src.Title = "statistics", briefing.Text{RU: "Экспорт по месяцам", EN: "File " + file, ZH: "文件 " + file}
	if err := p.Put(src); err != nil {
		t.Fatal(err)
	}
	for _, who := range briefing.Audiences() {
		s := p.Snapshot(time.Time{}, who)
		got, ok := s.Source(src.ID)
		if !ok {
			if who != briefing.Interpreter {
				t.Errorf("%v: no source", who)
			}
			continue
		}
		if filed := strings.Contains(got.Title.EN+got.Title.ZH, file); filed != (who == briefing.Compiler) || got.Title.RU != src.Title.RU {
			t.Errorf("%v: %+v", who, got.Title)
		}
	}
	found, err := p.AllFindings(time.Time{}, briefing.Partner, briefing.EN)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(found, func(f check.Finding) bool {
		return f.Number == 21 && f.Ref == src.Ref() && f.Field == "title_en" && f.Severity == check.Blocking
	}) {
		t.Error("nobody is told that the title is not translated")
	}
	path := filepath.Join(t.TempDir(), "copy.briefing")
	if err := p.HandOver(path, briefing.Partner); err != nil {
		t.Fatal(err)
	}
	handed, err := app.Open(p.World, path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = handed.Close() }()
	if got := sourceOf(t, handed, src.ID); got.Title.EN != "" || got.Title.RU != src.Title.RU {
		t.Errorf("handed over: %+v", got.Title)
	}
	src.Title = briefing.Text{RU: "Файл " + file}
	if err := p.Put(src); err != nil {
		t.Fatal(err)
	}
	if got, _ := p.Snapshot(time.Time{}, briefing.Leader).Source(src.ID); got.Title.RU != "Внешняя торговля" || got.Title.ZH == "" {
		t.Errorf("without any title: %+v", got.Title)
	}
}
