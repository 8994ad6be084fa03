package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

func TestLineIsCutWithAnEllipsisWhereRoomIsShort(t *testing.T) {
	begin(t)
	long := kit.NewShrinking("46000 - МОСКОВСКАЯ ОБЛАСТЬ", kit.Small, theme.Ink)
	window(t, container.NewWithoutLayout(long), 300, 100)
	long.Resize(fyne.NewSize(110, 18))
	got := strings.Join(texts(long), "")
	if !strings.HasSuffix(got, "…") || !strings.HasPrefix(got, "46000 - МОС") {
		t.Errorf("shows %q", got)
	}
	if w := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; w > 110.5 {
		t.Errorf("the cut text is %v wide in 110", w)
	}
	long.Resize(fyne.NewSize(300, 18))
	if got := strings.Join(texts(long), ""); got != "46000 - МОСКОВСКАЯ ОБЛАСТЬ" {
		t.Errorf("with room it shows %q", got)
	}
	empty := kit.NewShrinking("", kit.Small, theme.Ink)
	empty.Resize(fyne.NewSize(0, 18))
	if n := len(texts(empty)); n != 0 {
		t.Error("nothing shows something")
	}
}

func TestTextWrapsByTheRulesOfEachScript(t *testing.T) {
	begin(t)
	for name, c := range map[string]struct {
		text  string
		width float32
		ok    func([]string) bool
	}{
		"russian breaks at spaces": {"Государственный визит Председателя КНР", 160, func(l []string) bool {
			return len(l) == 2 && l[0] == "Государственный визит" || len(l) == 3
		}},
		"no-break space holds": {"около 90\u00a0тыс.\u00a0т", 70, func(l []string) bool {
			return len(l) == 2 && l[0] == "около" && l[1] == "90\u00a0тыс.\u00a0т"
		}},
		"chinese breaks between characters, not before a full stop": {"中国是俄罗斯最大的贸易伙伴。", 13*14 + 2, func(l []string) bool {
			return len(l) == 2 && l[1] == "伴。"
		}},
		"a word too long is cut": {strings.Repeat("щ", 40), 100, func(l []string) bool { return len(l) > 3 }},
		"line feeds are kept":    {"один\nдва", 300, func(l []string) bool { return len(l) == 2 }},
	} {
		w := kit.NewWrapped(c.text, kit.Body, theme.Ink)
		w.Resize(fyne.NewSize(c.width, 20))
		got := texts(w)
		if !c.ok(got) {
			t.Errorf("%s: %q", name, got)
		}
		if join := strings.Join(got, ""); strings.ReplaceAll(join, " ", "") != strings.NewReplacer(" ", "", "\n", "").Replace(c.text) {
			t.Errorf("%s: text was lost: %q", name, got)
		}
		if h := w.MinSize().Height; h != float32(20*len(got)) {
			t.Errorf("%s: %d lines want %v", name, len(got), h)
		}
	}
}

func TestTextOfLimitedLinesEndsInAnEllipsis(t *testing.T) {
	begin(t)
	w := kit.NewWrapped("Известно на момент пакета, названо автором записки. Источник без даты.", kit.Body, theme.Ink)
	w.MaxLines = 2
	w.Resize(fyne.NewSize(150, 20))
	got := texts(w)
	if len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("shows %q", got)
	}
}

func TestColumnGivesWrappedTextItsHeight(t *testing.T) {
	begin(t)
	w := kit.NewWrapped("Известно на момент пакета, названо автором записки", kit.Body, theme.Ink)
	under := kit.NewText("ниже", kit.Body, theme.Ink)
	c := kit.Column(8, w, under)
	window(t, c, 160, 300)
	c.Resize(fyne.NewSize(160, 300))
	if n := float32(len(texts(w))); n < 2 || under.Position().Y != n*20+8 {
		t.Errorf("%v lines, the next object stands at %v", n, under.Position().Y)
	}
}

func TestCardsStandInAsManyColumnsAsFit(t *testing.T) {
	begin(t)
	var all []fyne.CanvasObject
	for range 4 {
		all = append(all, kit.NewHeadlineCard(kit.Headline{Caption: "а"}, nil, nil, ""))
	}
	c := kit.Cards(240, 4, 16, all...)
	window(t, c, 1176, 400)
	for width, want := range map[float32]float32{1176: 4, 800: 3, 560: 2, 200: 1} {
		c.Resize(fyne.NewSize(width, 400))
		top := float32(0)
		for _, o := range all {
			if o.Position().Y == 0 {
				top++
			}
		}
		if top != want {
			t.Errorf("in %v the first row has %v cards, want %v", width, top, want)
		}
	}
}
