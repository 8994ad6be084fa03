package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// A value that only the house knows is in nothing that the other side gets:
// pages, workbook, Word, tables, rows, or the copy of the project; what was
// published of the same is in all that has it, and the copy gives him the pack
// again: its texts may be said, its rows have their sources.
func TestWhatOnlyTheHouseKnowsGoesNowhere(t *testing.T) {
	p := demo(t)
	figure := func(n string) briefing.Figure { return briefing.Figure{Value: briefing.SomeNum(n), Unit: "t"} }
	claim := func(id, source, n string) briefing.Claim {
		return briefing.Claim{ID: briefing.ID(id), Source: briefing.ID(source), Figure: figure(n), Period: briefing.Year(2022), Role: ""}
	}
	fact := func(id string, claims ...briefing.Claim) *briefing.Fact {
		name := briefing.Text{RU: "Величина " + id, EN: "Value " + id, ZH: "数值" + id}
		return &briefing.Fact{
			ID: briefing.ID(id), Statement: name, Product: name, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack,
			Nature: "fact", Measure: "value", Claims: claims,
		}
	}
	both := fact("canary-both", claim("a", "press", "7513"), claim("b", "memo", "8117"))
	both.Chosen = "b"
	say := func(id string) *briefing.Message {
		said := "Поставим {" + id + "}, слово-" + id + "."
		return &briefing.Message{ID: briefing.ID("m-" + id), Kind: "talking-point", Use: briefing.Aloud, Body: briefing.Text{RU: said, EN: said, ZH: said}}
	}
	title := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	if err := p.Put(
		&briefing.Person{ID: "canary", Name: title("Лицо"), Posts: []briefing.Post{
			{Title: title("пост-канарейка-1"), From: "2020-01", To: "2021-12"}, {Title: title("пост"), From: "2022-01", To: "2023-05-01"}, {Title: title("пост-канарейка-2"), From: "2023-05-02"},
		}},
		&briefing.Source{ID: "press", Kind: "media", Title: title("Пресс-релиз"), Published: "2023-03-01"},
		&briefing.Source{ID: "memo", Kind: "note", Title: title("записка-канарейка"), Published: "2023-03-01"},
		both, fact("canary-alone", claim("a", "memo", "9229")), say("canary-both"), say("canary-alone"),
	); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	secret := []string{"8117", "8 117", "8\u202f117", "8\u00a0117", "8,117", "8.117", "9229", "9 229", "9\u202f229", "9\u00a0229", "9,229", "9.229", "записка-канарейка", "слово-canary-alone"}
	for _, who := range []briefing.Audience{briefing.Leader, briefing.Partner} {
		o := app.ExportOptions{
			Lang: briefing.RU, Audience: who, Draft: true,
			XLSX: filepath.Join(dir, who.String()+".xlsx"), CSV: filepath.Join(dir, who.String()+".zip"), DOCX: filepath.Join(dir, who.String()+".docx"),
		}
		if _, err := p.Export(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, path := range []string{o.XLSX, o.DOCX, o.CSV} {
			found += inZip(t, path, secret...)
			if inZip(t, path, "7513", "7,513", "7.513", "7 513", "7\u202f513", "7\u00a0513") == "" && who == briefing.Partner {
				t.Errorf("%s lacks what was published", filepath.Base(path))
			}
		}
		if (found == "") != (who == briefing.Partner) {
			t.Errorf("%v: %s", who, found)
		}
	}
	path := filepath.Join(dir, "copy.briefing")
	if err := p.HandOver(path, briefing.Partner); err != nil {
		t.Fatal(err)
	}
	c, err := app.Open(world(t), path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	given, again := p.Snapshot(time.Time{}, briefing.Partner), c.Snapshot(time.Time{}, briefing.Partner)
	if len(given.Messages) != len(again.Messages) || len(given.Facts) != len(again.Facts) || given.Figures.Len() != again.Figures.Len() || len(given.Messages) == 0 {
		t.Errorf("the copy has %d texts, %d facts, %d rows for its own pack, of %d, %d, %d",
			len(again.Messages), len(again.Facts), again.Figures.Len(), len(given.Messages), len(given.Facts), given.Figures.Len())
	}
	c.Read(func(pr *project.Project) {
		for _, f := range pr.Facts {
			for _, x := range f.Claims {
				if n := x.Figure.Value.Decimal.String(); n == "8117" || n == "9229" {
					t.Errorf("the copy has %s", n)
				}
			}
		}
		for _, m := range pr.Messages {
			if m.Use != briefing.Aloud {
				t.Errorf("%s: the copy says of its use %q", m.ID, m.Use)
			}
		}
		for _, p := range pr.People {
			for _, post := range p.Posts {
				if strings.Contains(post.Title.RU, "канарейка") {
					t.Errorf("the copy has a post of another time: %s", post.Title.RU)
				}
			}
		}
		for _, s := range pr.Sources {
			if s.ID == "memo" {
				t.Error("the copy has the note")
			}
		}
	})
}

// The copy for a reader holds what his pack prints: no title by which the house
// lists a thesis, no thesis of a title alone, no text of figures that his rows do
// not bear. The compiler's copy has them all.
func TestTheCopyHoldsWhatThePackPrints(t *testing.T) {
	p := demo(t)
	say := func(id, title, body string) *briefing.Message {
		return &briefing.Message{ID: briefing.ID(id), Kind: "talking-point", Use: briefing.Aloud, Title: briefing.Text{RU: title}, Body: briefing.Text{RU: body}}
	}
	if err := p.Put(
		say("c-said", "слово-канарейка", "Рады встрече."), say("c-bare", "пустой-канарейка", ""),
		say("c-rows", "строки-канарейка", "Экспорт-канарейка: {=export/RU/UZ/2019/USD/fob/hs:value}."),
	); err != nil {
		t.Fatal(err)
	}
	for _, who := range briefing.Audiences() {
		path := filepath.Join(t.TempDir(), "copy.briefing")
		if err := p.HandOver(path, who); err != nil {
			t.Fatal(err)
		}
		c, err := app.Open(world(t), path, true)
		if err != nil {
			t.Fatal(err)
		}
		got := map[briefing.ID]string{}
		c.Read(func(pr *project.Project) {
			for _, m := range pr.Messages {
				if strings.HasPrefix(string(m.ID), "c-") {
					got[m.ID] = m.Title.RU + m.Body.RU
				}
			}
		})
		_ = c.Close()
		if who == briefing.Compiler {
			if len(got) != 3 || !strings.Contains(got["c-said"], "канарейка") {
				t.Errorf("the compiler's copy has %v", got)
			}
			continue
		}
		if len(got) != 1 || got["c-said"] != "Рады встрече." {
			t.Errorf("%v: the copy has %v", who, got)
		}
	}
}

// Rows of a return, and of our trade with third countries, are in the data for
// other programs, but not in those for the partner.
func TestTheDataForThePartnerHoldWhatHeMayHave(t *testing.T) {
	p := demo(t)
	if err := p.Put(&briefing.Source{ID: "return", Kind: "return", Title: briefing.Text{RU: "Отчётность"}}); err != nil {
		t.Fatal(err)
	}
	var of briefing.Import
	p.ReadRecords(func(pr *project.Project) { of = *pr.Imports[0] })
	for who, kinds := range map[briefing.Audience]map[briefing.ID]bool{
		briefing.Compiler: {"return": true}, briefing.Partner: {"return": false},
	} {
		for source, want := range kinds {
			of.Source = source
			if err := p.Put(&of); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "rows.csv")
			if err := p.ExportSDMX(path, who); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Count(string(data), "\n") - 1; (got > 0) != want {
				t.Errorf("%v: %d lines of rows", who, got)
			}
		}
	}
}
