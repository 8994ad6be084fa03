package app_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func TestAFileIsAttachedShownSavedAndTakenBack(t *testing.T) {
	p := opened(t)
	ref := firstPerson(t, p).Ref()
	data := make([]byte, 1_300_000) // five parts and a bit
	r := rand.New(rand.NewPCG(1, 2))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	path := filepath.Join(t.TempDir(), "Фото делегации.jpg")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.Attach(ref, path); err != nil {
		t.Fatal(err)
	}
	list := p.Attachments(ref)
	if len(list) != 1 || list[0].Size != len(data) || list[0].Media != "image/jpeg" || list[0].File != "Фото делегации.jpg" {
		t.Fatalf("%+v", list)
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "c.briefing")
	if err := p.HandOver(copied, briefing.Compiler); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{p.Path, copied} {
		q, err := app.Open(world(t), file, false)
		if err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "out.jpg")
		if err := q.SaveAttachment(q.Attachments(ref)[0], out); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(out); !bytes.Equal(got, data) {
			t.Error("other bytes came out")
		}
		_ = q.Close()
	}
	partner := filepath.Join(t.TempDir(), "p.briefing")
	if err := p.HandOver(partner, briefing.Partner); err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(partner); bytes.Contains(raw, data[:64]) {
		t.Error("the partner gets the photograph")
	}
	shown, err := p.ShowAttachment(list[0])
	if got, readErr := os.ReadFile(shown); err != nil || readErr != nil || !bytes.Equal(got, data) {
		t.Errorf("shown: %v, %v", err, readErr)
	}
	if err := p.Detach(list[0].ID); err != nil || len(p.Attachments(ref)) != 0 {
		t.Error("not detached", err)
	}
	if _, err := p.Undo(); err != nil || len(p.Attachments(ref)) != 1 {
		t.Error("not back", err)
	}
	if err := p.SaveAttachment(p.Attachments(ref)[0], shown); err != nil {
		t.Error(err)
	}
}

func TestWhatCantBeAttachedIsTold(t *testing.T) {
	p := opened(t)
	ref := firstPerson(t, p).Ref()
	dir := t.TempDir()
	empty, huge, program := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf"), filepath.Join(dir, "c.exe")
	for path, size := range map[string]int64{empty: 0, huge: 300 << 20, program: 10} {
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(size); err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
	for path, want := range map[string]briefing.Code{
		empty: briefing.CodeEmptyFile, huge: briefing.CodeTooLarge, dir: briefing.CodeIsDirectory, filepath.Join(dir, "no"): briefing.CodeNotFound,
	} {
		if err := p.Attach(ref, path); briefing.CodeOf(err) != want {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	if err := p.Attach(ref, program); err != nil {
		t.Fatal(err)
	}
	if _, err := p.ShowAttachment(p.Attachments(ref)[0]); briefing.CodeOf(err) != briefing.CodeForeign {
		t.Errorf("a program is handed to the system: %v", err)
	}
}
