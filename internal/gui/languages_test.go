package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/settings"
)

// chinese counts the switches on top that offer Chinese, and those that do not.
func (r *rig) chinese() (with, without int) {
	each(r.top(), func(o fyne.CanvasObject) {
		s, ok := o.(*kit.Segmented)
		if !ok {
			return
		}
		var words []string
		for _, part := range test.WidgetRenderer(s).Objects() {
			if t, ok := part.(*canvas.Text); ok {
				words = append(words, t.Text)
			}
		}
		switch all := strings.Join(words, " "); {
		case strings.Contains(all, "中文"):
			with++
		case strings.Contains(all, "RU"):
			without++
		}
	})
	return with, without
}

func TestAPackWithoutChineseAsksForNone(t *testing.T) {
	r := example(t)
	if err := r.settings.Change(func(s *settings.Settings) { s.Content = briefing.ZH }); err != nil {
		t.Fatal(err)
	}
	k := r.shell.Project().Pack()
	k.Partner = "VN"
	if err := r.shell.Project().Put(k); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Добавить")
	if with, without := r.chinese(); with != 0 || without < 2 {
		t.Errorf("an empty form and the head offer Chinese %d times, leave it out %d times", with, without)
	}
	// What is there in Chinese stays in sight.
	r.shell.Show("", briefing.Ref{Kind: briefing.KindEvent, ID: r.shell.Project().Pack().Event}, "title")
	if with, _ := r.chinese(); with == 0 {
		t.Error("a text that exists in Chinese is out of sight")
	}
	// The contents are shown in a language of the pack, whatever was chosen before.
	if f := r.focused(); strings.ContainsRune(f.Text(), '国') || f.Text() == "" {
		t.Errorf("the title shows %q", f.Text())
	}
	k.Partner = "CN"
	if err := r.shell.Project().Put(k); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Добавить")
	if with, without := r.chinese(); with < 2 || without != 0 {
		t.Errorf("with China as the partner Chinese is offered %d times, left out %d times", with, without)
	}
}
