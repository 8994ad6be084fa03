package gui_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/project"
)

// monkey is a user who presses and types whatever there is, always the same way
// for a seed.
type monkey struct {
	*rig
	dice *rand.Rand
	done []string // the last things it did
	slow []string
	// files are what it drops on the window, in turn with what is left of a number:
	// rows of trade, a workbook of ours, a table nobody knows, no table, no file.
	files []string
	did   map[string]int // what it reached, by kind
}

// outputs is the button that makes outputs: seconds of work, so it is pressed seldom.
const outputs = "Собрать проект"

// bring makes the files that the monkey drops and the folder that its outputs go to.
func (m *monkey) bring() {
	m.t.Helper()
	m.dialogs.folder = filepath.Join(m.dir, "outputs")
	if err := os.Mkdir(m.dialogs.folder, 0o700); err != nil {
		m.t.Fatal(err)
	}
	add := func(name, text string) {
		path := filepath.Join(m.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			m.t.Fatal(err)
		}
		m.files = append(m.files, path)
	}
	for year := 2016; year < 2022; year++ {
		add(fmt.Sprintf("%d.csv", year), comtradeHead+fmt.Sprintf("HS,%[1]d,%[1]d,%[1]d,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n", year))
	}
	add("unknown.csv", "Экспорт в Китай, тыс. долл. США\nКод\tСтрана\tянв.22\tфев.22\n1201\tКитай\t1,2\t2,3\n")
	add("none.csv", "\x00\x01\x02")
	template := filepath.Join(m.dir, "template.xlsx")
	if err := app.WriteTemplate(template, briefing.RU); err != nil {
		m.t.Fatal(err)
	}
	m.files = append(m.files, template, filepath.Join(m.dir, "gone.csv"), m.dir+"/outputs")
}

// hands are what is done by neither a press nor a key alone: something dropped, the
// other button, a drag, a paste, a combination of keys.
func (m *monkey) hands() (string, func()) {
	switch n := m.dice.IntN(100); {
	case n < 12:
		file := m.files[m.dice.IntN(len(m.files))]
		return "drop " + filepath.Base(file), func() {
			m.did["drop"]++
			m.shell.TakeIn(file)
		}
	case n < 14:
		return "outputs", m.makeOutputs
	case n < 20:
		return "undo", func() { m.turn("Отменить") }
	case n < 26:
		return "redo", func() { m.turn("Повторить") }
	case n < 60:
		texts := []string{"", "слово", "Петров Пётр\tпосол\nИванов Иван\tминистр\n", "Показатель\tЗначение\tПериод\nВывоз\t12 тыс. т\t2022\n", strings.Repeat("строка\n", 2000)}
		text := texts[m.dice.IntN(len(texts))]
		return fmt.Sprintf("paste %.12q", text), func() {
			clip := fyne.CurrentApp().Clipboard()
			clip.SetContent(text)
			m.combination(&fyne.ShortcutPaste{Clipboard: clip})
		}
	case n < 80:
		list := []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutSelectAll{}}
		for _, key := range []fyne.KeyName{fyne.KeyD, fyne.KeyJ, fyne.KeyL, fyne.KeyHome, fyne.KeyEnd} {
			list = append(list, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
		}
		for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown} {
			list = append(list, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
		}
		s := list[m.dice.IntN(len(list))]
		return "keys " + s.ShortcutName(), func() { m.combination(s) }
	case n < 90:
		return pick(m, "other button on", func(o fyne.SecondaryTappable, at fyne.Position) {
			o.TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: at})
		})
	default:
		by := fyne.NewDelta(float32(m.dice.IntN(200)-100), float32(m.dice.IntN(200)-100))
		return pick(m, "drag", func(o fyne.Draggable, at fyne.Position) {
			o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Dragged: by})
			o.DragEnd()
		})
	}
}

// makeOutputs opens the dialog of outputs and presses its button.
func (m *monkey) makeOutputs() {
	if m.canvas().Overlays().Top() != nil {
		return
	}
	m.shell.Show(screen.Overview, briefing.Ref{}, "")
	for _, name := range []string{"Собрать пакет", outputs} {
		b, ok := m.find(name).(*kit.Button)
		if !ok || b.Disabled() {
			return
		}
		b.Tapped(&fyne.PointEvent{})
	}
}

// pick chooses what is on top and can be done something with.
func pick[T any](m *monkey, what string, do func(T, fyne.Position)) (string, func()) {
	var list []T
	each(m.top(), func(o fyne.CanvasObject) {
		if t, ok := o.(T); ok {
			list = append(list, t)
		}
	})
	if len(list) == 0 {
		return what + " nothing", func() {}
	}
	i, at := m.dice.IntN(len(list)), fyne.NewPos(float32(m.dice.IntN(200)), float32(m.dice.IntN(32)))
	return fmt.Sprintf("%s %T", what, list[i]), func() {
		m.did[what]++
		do(list[i], at)
	}
}

// combination gives a combination of keys to what has the focus.
func (m *monkey) combination(s fyne.Shortcut) {
	if f, ok := m.canvas().Focused().(fyne.Shortcutable); ok {
		m.did["keys "+s.ShortcutName()]++
		f.TypedShortcut(s)
	}
}

// turn presses undo or redo in the bar, where it can be.
func (m *monkey) turn(word string) {
	if m.canvas().Overlays().Top() != nil {
		return
	}
	each(m.top(), func(o fyne.CanvasObject) {
		b, ok := o.(*kit.Button)
		if ok && !b.Disabled() && strings.HasPrefix(plain(b.AccessibilityLabel()), word+": ") {
			m.did[word]++
			b.Tapped(&fyne.PointEvent{})
		}
	})
}

// reached demands of a long run that it came everywhere.
func (m *monkey) reached() {
	acts, err := m.shell.Project().Acts(briefing.RU, 100_000)
	if err != nil {
		m.t.Fatal(err)
	}
	for _, a := range acts {
		title, _, _ := strings.Cut(a.Title, ":")
		m.did["action "+title]++
	}
	made, err := os.ReadDir(m.dialogs.folder)
	if err != nil {
		m.t.Fatal(err)
	}
	m.did["outputs made"] = len(made)
	var lines []string
	for what, n := range m.did {
		lines = append(lines, fmt.Sprintf("%s %d", what, n))
	}
	slices.Sort(lines)
	m.t.Logf("reached: %s", strings.Join(lines, ", "))
	for _, what := range []string{
		"drop", "Отменить", "Повторить", "keys Paste", "drag", "other button on", "outputs made",
		"action Загружен файл", "action Добавлена запись", "action Изменена запись", "action отмена", "action повтор",
		"screen overview", "screen figures", "screen events", "screen people", "screen agreements", "screen messages", "screen sources", "screen pack", "screen checks",
	} {
		if m.did[what] == 0 {
			m.t.Errorf("it never came to: %s", what)
		}
	}
}

// act does one thing and notes it.
func (m *monkey) act() {
	what, do := m.choose()
	m.done = append(m.done, what)
	if len(m.done) > 12 {
		m.done = m.done[1:]
	}
	begin := time.Now()
	do()
	if took := time.Since(begin); took > 50*time.Millisecond {
		m.slow = append(m.slow, fmt.Sprintf("%6d ms %s", took.Milliseconds(), what))
	}
}

func (m *monkey) choose() (string, func()) {
	keys := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp,
		fyne.KeyReturn, fyne.KeyEscape, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace,
	}
	texts := []string{"20.03.2023", "−1 234,5", "习近平", "Ёж", "{S31:value}", "\t", "0", strings.Repeat("длинно ", 40), "\u202e", "'; --"}
	switch n := m.dice.IntN(100); {
	case n < 38:
		return m.tap()
	case n < 45:
		return m.hands()
	case n < 65:
		key := keys[m.dice.IntN(len(keys))]
		return "key " + string(key), func() { m.typed(&fyne.KeyEvent{Name: key}) }
	case n < 78:
		text := texts[m.dice.IntN(len(texts))]
		return "type " + strconv.Quote(text), func() {
			if f := m.canvas().Focused(); f != nil {
				for _, r := range text {
					f.TypedRune(r)
				}
			}
		}
	case n < 86:
		return "tab", func() { m.canvas().FocusNext() }
	case n < 90:
		w, h := 640+m.dice.IntN(1300), 360+m.dice.IntN(720)
		return fmt.Sprintf("resize %d × %d", w, h), func() { m.shell.Window().Resize(fyne.NewSize(float32(w), float32(h))) }
	case n < 95:
		to := []screen.Key{"overview", "figures", "events", "people", "agreements", "messages", "sources", "pack", "checks"}[m.dice.IntN(9)]
		return "screen " + string(to), func() {
			if m.canvas().Overlays().Top() == nil {
				m.did["screen "+string(to)]++
				m.shell.Show(to, briefing.Ref{}, "")
			}
		}
	default:
		return "pause", m.runner.Flush
	}
}

// typed gives a key to what has the focus, or to the window.
func (m *monkey) typed(ev *fyne.KeyEvent) {
	if f := m.canvas().Focused(); f != nil {
		f.TypedKey(ev)
	} else if handle := m.canvas().OnTypedKey(); handle != nil {
		handle(ev)
	}
}

// tap presses anything that can be pressed, but for what ends the project, or
// makes outputs for seconds.
func (m *monkey) tap() (string, func()) {
	var list []fyne.Tappable
	var names []string
	each(m.top(), func(o fyne.CanvasObject) {
		t, ok := o.(fyne.Tappable)
		if !ok {
			return
		}
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		name := fmt.Sprintf("%T", o)
		if n, ok := o.(named); ok {
			name = plain(n.AccessibilityLabel())
		}
		if name == outputs && m.dice.IntN(4) > 0 || slices.Contains([]string{"Выпустить", "Закрыть проект", "English", "Build the draft", "Close the project"}, name) {
			return
		}
		list, names = append(list, t), append(names, name)
	})
	if len(list) == 0 {
		return "nothing to press", func() { m.typed(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	}
	i := m.dice.IntN(len(list))
	at := fyne.NewPos(float32(m.dice.IntN(200)), float32(m.dice.IntN(32)))
	return "press " + names[i], func() { list[i].Tapped(&fyne.PointEvent{Position: at, AbsolutePosition: at}) }
}

// TestAMonkeyBreaksNothing presses and types at random. BRIEFING_MONKEY names
// the number of actions and BRIEFING_MONKEY_SEED another seed.
func TestAMonkeyBreaksNothing(t *testing.T) {
	actions, seed := 250, uint64(9)
	if testing.Short() {
		actions = 100
	}
	if n, err := strconv.Atoi(os.Getenv("BRIEFING_MONKEY")); err == nil {
		actions = n
	}
	if n, err := strconv.ParseUint(os.Getenv("BRIEFING_MONKEY_SEED"), 10, 64); err == nil {
		seed = n
	}
	m := &monkey{rig: example(t), dice: rand.New(rand.NewPCG(seed, seed)), did: map[string]int{}}
	m.bring()
	defer func() {
		if v := recover(); v != nil {
			t.Errorf("seed %d: after %s", seed, strings.Join(m.done, "; "))
			panic(v)
		}
	}()
	for range 20 { // what is made once is there
		m.act()
	}
	routines, held := runtime.NumGoroutine(), uint64(0)
	for i := range actions {
		m.act()
		if i == actions/2 {
			held = living()
		}
		if m.shell.Project() == nil {
			t.Fatalf("the project is gone after %s", strings.Join(m.done, "; "))
		}
		if words := m.texts(); strings.Contains(words, "⟨") {
			t.Fatalf("action %d: a text is missing after %s: %s", i, strings.Join(m.done, "; "), words[strings.Index(words, "⟨"):][:60])
		}
	}
	if now := runtime.NumGoroutine(); now > routines+20 {
		t.Errorf("%d goroutines, there were %d", now, routines)
	}
	// What is kept for each step back, and pages that are drawn, may come and go.
	if now := living(); now > held+held/2+64<<20 {
		t.Errorf("%d MB are held, half way there were %d", now>>20, held>>20)
	}
	slices.SortFunc(m.slow, func(a, b string) int { return strings.Compare(b, a) })
	t.Logf("%d of %d actions took longer than 50 ms; the longest: %s", len(m.slow), actions, strings.Join(m.slow[:min(len(m.slow), 8)], " | "))
	if actions >= 5000 {
		m.reached()
	}
	m.keeps()
}

// living is the memory that is still held. What the toolkit keeps of widgets that
// are gone it gives up when it draws, as its other drivers do and that of the tests
// does not.
func living() uint64 {
	software.NewCanvas().Capture()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// keeps demands that a file of it holds what the window did.
func (m *monkey) keeps() {
	m.t.Helper()
	m.runner.Flush()
	p := m.shell.Project()
	held, path := stored(p), filepath.Join(m.dir, "copy.briefing")
	if err := p.SaveCopy(path); err != nil {
		m.t.Fatal(err)
	}
	again, err := app.Open(m.world, path, false)
	if err != nil {
		m.t.Fatal(err)
	}
	defer func() { _ = again.Close() }()
	if now := stored(again); now != held {
		m.t.Errorf("the file holds other records than the window did: %d and %d letters", len(now), len(held))
	}
}

// stored is all fields of all records, a line each.
func stored(p *app.Project) string {
	var sb strings.Builder
	p.ReadRecords(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			for _, r := range pr.Records(d.Kind) {
				fmt.Fprintf(&sb, "%v", r.Ref())
				for _, f := range d.Fields {
					fmt.Fprintf(&sb, " %s=%q", f.Key, f.Get(r))
				}
				sb.WriteByte('\n')
			}
		}
	})
	return sb.String()
}
