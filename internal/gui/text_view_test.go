package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

func talkingPoint() briefing.Ref {
	return briefing.Ref{Kind: briefing.KindMessage, ID: "tp-exports"}
}

func (r *rig) body() string {
	r.t.Helper()
	got, err := r.shell.Project().Get(talkingPoint())
	if err != nil {
		r.t.Fatal(err)
	}
	return got.(*briefing.Message).Body.RU
}

// chipTexts are the texts with chips that show.
func (r *rig) chipTexts() (all []*kit.ChipText) {
	each(r.top(), func(o fyne.CanvasObject) {
		if t, ok := o.(*kit.ChipText); ok {
			all = append(all, t)
		}
	})
	return all
}

func (r *rig) printed() string {
	var all []string
	for _, t := range r.chipTexts() {
		all = append(all, t.AccessibilityLabel())
	}
	return plain(strings.Join(all, "\n"))
}

// Under a text with figures stands how it will be printed, and follows what is
// typed; a figure that is not there is told by its braces.
func TestATextShowsHowItWillBePrinted(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Messages, talkingPoint(), "body")
	if got := r.printed(); !strings.Contains(got, "за 2022 год область отправила в Китай около 90 тыс. т.") {
		t.Fatalf("%q", got)
	}
	r.picture("text-printed")
	f := r.focused()
	f.SetText("Отправлено {S20:number}, {nowhere} и 17 тыс. т.")
	r.runner.Flush()
	if got := r.printed(); !strings.Contains(got, "Отправлено 90, {nowhere} и 17 тыс. т.") {
		t.Errorf("%q", got)
	}
	r.picture("text-printed-faults")
	f.SetText("Просто слова")
	r.runner.Flush()
	if got := r.printed(); got != "" {
		t.Errorf("what the field shows anyway stands under it again: %q", got)
	}
}

// Nothing opens under a title that prints as it stands: the fields below it stay
// where the pointer is about to press them.
func TestNothingMovesUnderATitleWithNumbers(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, (&briefing.Pack{}).Ref(), "title")
	f := r.focused()
	before := r.printed()
	f.SetText("Государственный визит, 20–22 марта 2023 года, 12 встреч")
	r.runner.Flush()
	if got := r.printed(); got != before || strings.Contains(got, "12 встреч") {
		t.Errorf("%q, before it %q", got, before)
	}
}

// The view of a title with a figure opens with the stroke that ends its name, not
// a moment later, when the pointer is on its way to a field below.
func TestTheViewOfATitleOpensWithTheStroke(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, (&briefing.Pack{}).Ref(), "title")
	f := r.focused()
	views := func() int { return len(r.chipTexts()) }
	before := views()
	for _, c := range []struct {
		text string
		more int
	}{{"Визит: {S20", 0}, {"Визит: {S20:number}", 1}, {"Визит: {nowhere}", 1}, {"Визит", 0}} {
		f.SetText(c.text)
		if got := views() - before; got != c.more {
			t.Errorf("%q: at once %d views", c.text, got)
		}
		r.runner.Flush()
		if got := views() - before; got != c.more {
			t.Errorf("%q: later %d views", c.text, got)
		}
	}
}

// A stroke where a word begins asks for the list of what can be put in; letters
// narrow it, and Esc leaves the text as it was typed.
func TestAStrokeOffersWhatCanBePutIn(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Messages, talkingPoint(), "body")
	f := r.focused()
	f.SetText("Встреча: ")
	end := func() {
		f.Focus()
		f.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		f.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	typed := func(s string) {
		for _, c := range s {
			r.canvas().Focused().TypedRune(c)
		}
	}
	enter := func() { r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	end()
	typed("/")
	r.shows("Показатель", "Человек", "Событие")
	r.picture("text-insert")
	typed("чел")
	enter()
	typed("Цзиньпин")
	r.picture("text-insert-person")
	enter()
	if got := f.Text(); !strings.Contains(got, "Си Цзиньпин") || strings.Contains(got, "/") {
		t.Errorf("put in: %q", got)
	}
	if r.focused() != f {
		t.Error("the caret has gone from the text")
	}
	f.SetText("а ")
	end()
	typed("/агрохаб") // no kind is called that: all there is, is looked through
	r.picture("text-insert-all")
	enter()
	if got := f.Text(); !strings.HasPrefix(got, "а {S25") {
		t.Errorf("put in: %q", got)
	}
	f.SetText("а ")
	end()
	typed("/пок")
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	typed("!")
	if got := f.Text(); got != "а /пок!" {
		t.Errorf("after Esc %q", got)
	}
	f.SetText("км")
	end()
	typed("/ч и ")
	typed("/")
	typed(" 5")
	if got := f.Text(); got != "км/ч и / 5" {
		t.Errorf("a stroke that is meant as one: %q", got)
	}
}

// A series is put into a section written by hand, and named under its text.
func TestASeriesIsPutIntoASectionWrittenByHand(t *testing.T) {
	r := example(t)
	own := &briefing.Message{Kind: "section", Title: briefing.Text{RU: "Своё"}, Body: briefing.Text{RU: "Слова."}}
	if err := r.shell.Project().Put(own); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.shell.Show(screen.Messages, own.Ref(), "body")
	f := r.focused()
	f.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	f.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	typed := func(s string) {
		for _, c := range s {
			r.canvas().Focused().TypedRune(c)
		}
	}
	enter := func() { r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	typed(" /")
	r.shows("Таблица и рисунок")
	typed("таб")
	enter()
	r.shows("рисунок и таблица", "только таблица")
	r.picture("text-insert-series")
	enter()
	r.runner.Flush()
	if got := f.Text(); !strings.Contains(got, "\n{=series/") || !strings.HasPrefix(got, "Слова.") {
		t.Errorf("put in: %q", got)
	}
	if got := r.printed(); !strings.Contains(got, "Слова.") || !strings.Contains(got, "Таблица") {
		t.Errorf("under the text: %q", got)
	}
	r.picture("text-series")
}

// In lists, findings and the search a title with a figure is read as it prints:
// nobody reads braces.
func TestATitleWithAFigureIsListedAsItPrints(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Messages, talkingPoint(), "title")
	r.focused().SetText("Отгружено {S20:number}, а {nowhere:number} нет")
	r.runner.Flush()
	list := ""
	each(r.top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*kit.RecordList); ok && l.Visible() {
			list = r.textsOf(l)
		}
	})
	if strings.Contains(list, "{") || !strings.Contains(plain(list), "Отгружено") {
		t.Errorf("the list reads %q", list)
	}
	r.look("Отгружено")
	if got := r.textsOf(r.top()); strings.Contains(got, "{nowhere") {
		t.Errorf("the search reads %q", got)
	}
}

func (r *rig) textsOf(root fyne.CanvasObject) string {
	var sb strings.Builder
	each(root, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() {
			sb.WriteString(t.Text + "\n")
		}
	})
	return sb.String()
}
