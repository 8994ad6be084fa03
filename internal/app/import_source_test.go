package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// A file of nobody known is a source called as its table is, in the language of
// the title; without a title by its name.
func TestASourceIsCalledAsItsTableIs(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт Тульской области по странам, тыс. долл. США": "Экспорт Тульской области по странам, тыс. долл. США",
		"Приложение 3": "Файл t.csv",
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
		r, err := p.Get(briefing.Ref{Kind: briefing.KindSource, ID: in.Import.Source})
		if err != nil {
			t.Fatal(err)
		}
		src := r.(*briefing.Source)
		if src.Title.RU != want || !strings.Contains(src.Title.EN, "t.csv") || !strings.Contains(src.Note.RU+src.Title.RU, "t.csv") && want == "Файл t.csv" {
			t.Errorf("%s: %+v, %+v", title, src.Title, src.Note)
		}
	}
}
