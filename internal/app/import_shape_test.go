package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// shapeProject is an empty project with a folder of profiles of its own.
func shapeProject(t *testing.T) *app.Project {
	t.Helper()
	w := worldAt(t, time.Date(2023, 3, 21, 9, 0, 0, 0, msk))
	w.Profiles = filepath.Join(t.TempDir(), "profiles")
	p, err := app.NewDemo(w, filepath.Join(t.TempDir(), "p.briefing"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// A table that no profile fits is guessed at, looked at, read, and its shape
// kept: the next file of the kind is read without a question.
func TestShapeFromGuessToTheNextFile(t *testing.T) {
	ctx := context.Background()
	p := shapeProject(t)
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	first := write("a.csv", "Экспорт за 2021 год;;\nСтрана;Продукция;Вес, тонн;Стоимость, тыс. долл.\nКитай;Мука;1;2\nЛапутия;Мука;1;2\n")
	next := write("b.csv", "Экспорт за 2022 год;;\nСтрана;Продукция;Вес, тонн;Стоимость, тыс. долл.\nИндия;Мука;3;4\n")
	if _, err := p.Import(ctx, first, app.ImportOptions{}); briefing.CodeOf(err) != briefing.CodeUnknownTable {
		t.Fatalf("before: %v", err)
	}
	g, err := p.GuessShape(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.PreviewShape(ctx, first, g.Shape, app.ImportOptions{})
	if err != nil || len(v.First) != 1 || v.First[0].Figure.Partner != "CN" || v.Rejected["partner"] != 1 {
		t.Errorf("preview %+v, %v", v, err)
	}
	done, err := p.Import(ctx, first, app.ImportOptions{Shape: &g.Shape})
	if err != nil || done.Report.Stored != 1 || len(done.Report.Rejected) != 1 {
		t.Fatalf("%+v, %v", done.Report, err)
	}
	path, err := p.World.SaveShape("Свод предприятий", g.Shape)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := p.World.SaveShape("Свод предприятий", g.Shape); err != nil || again != path {
		t.Errorf("saved again as %s, %v", again, err)
	}
	rec, err := p.Recognise(ctx, next, app.ImportOptions{})
	if err != nil || rec.Profile != "Свод предприятий" {
		t.Fatalf("recognised %+v, %v", rec, err)
	}
	if done, err = p.Import(ctx, next, app.ImportOptions{}); err != nil || done.Report.Stored != 1 || done.Import.Profile != "Свод предприятий" {
		t.Fatalf("%+v, %v", done, err)
	}
	if o := done.Result.Figures.At(0); o.Period != briefing.Year(2022) || o.Value.Decimal.String() != "4000" {
		t.Errorf("the next file's title counts: %+v", o)
	}
	if err := p.World.RemoveShape("Свод предприятий"); err != nil {
		t.Fatal(err)
	}
	if err := p.World.RemoveShape("Свод предприятий"); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("removed twice: %v", err)
	}
}

// A broken file in the folder hides none of the others and is told of.
func TestShapesBesideABrokenFile(t *testing.T) {
	p := shapeProject(t)
	if saved, err := p.World.Shapes(); len(saved) != 0 || err != nil {
		t.Errorf("no folder: %v, %v", saved, err)
	}
	s := app.Shape{HeaderRows: 1, Columns: []app.ShapeColumn{{Index: 1, Header: "Страна", Role: app.RolePartner}, {Index: 2, Header: "2021", Role: app.RoleValue}}}
	for _, name := range []string{"Б", "A/б", "A:б"} {
		if _, err := p.World.SaveShape(name, s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.World.SaveShape("fts-a", s); briefing.CodeOf(err) != briefing.CodeBadProfile {
		t.Errorf("a name of a built-in profile: %v", err)
	}
	if err := os.WriteFile(filepath.Join(p.World.Profiles, "x.briefing-profile"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	saved, err := p.World.Shapes()
	if len(saved) != 3 || saved[0].Name != "A/б" || saved[1].Name != "A:б" || saved[2].Name != "Б" || briefing.CodeOf(err) != briefing.CodeBadProfile {
		t.Errorf("%+v, %v", saved, err)
	}
	if _, err := app.LoadShape(filepath.Join(p.World.Profiles, "none.briefing-profile")); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("a file that is not there: %v", err)
	}
}
