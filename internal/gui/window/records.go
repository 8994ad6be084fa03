package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// form is the record in front with what has been typed and not yet stored.
type form struct {
	v      *Window
	record briefing.Record
	dirty  bool
	timer  *time.Timer
	after  func() // called when it was stored
}

const storeDelay = time.Second

// touch notes a change and stores it once the typing rests.
func (f *form) touch() {
	f.dirty = true
	if f.timer != nil {
		f.timer.Stop()
	}
	f.timer = time.AfterFunc(storeDelay, func() { fyne.Do(f.store) })
}

func (f *form) store() {
	if f.timer != nil {
		f.timer.Stop()
	}
	if !f.dirty {
		return
	}
	f.dirty = false
	d, _ := briefing.Describe(f.record.Ref().Kind)
	if err := f.v.project.Put(d.Copy(f.record)); err != nil {
		f.dirty = true
		f.v.fail(err)
		return
	}
	f.after()
}

// records is a list and a form for each of the kinds.
func (v *Window) records(kinds []briefing.Kind) fyne.CanvasObject {
	tabs := container.NewAppTabs()
	for _, k := range kinds {
		tabs.Append(container.NewTabItem(lang.KindName(v.Lang, k, true), container.NewStack()))
	}
	show := func(i int) {
		stack := tabs.Items[i].Content.(*fyne.Container)
		stack.Objects = []fyne.CanvasObject{v.recordScreen(kinds[i])}
		stack.Refresh()
	}
	tabs.OnSelected = func(*container.TabItem) {
		v.flush()
		v.form = nil
		show(tabs.SelectedIndex())
	}
	show(0)
	if len(kinds) == 1 {
		return tabs.Items[0].Content
	}
	return tabs
}

// all lists copies of the records of a kind.
func (v *Window) all(k briefing.Kind) []briefing.Record {
	var out []briefing.Record
	d, _ := briefing.Describe(k)
	v.project.Read(func(p *project.Project) {
		for _, r := range p.Records(k) {
			out = append(out, d.Copy(r))
		}
	})
	return out
}

func (v *Window) recordScreen(k briefing.Kind) fyne.CanvasObject {
	d, _ := briefing.Describe(k)
	place := container.NewStack(widget.NewLabel(v.t("choose")))
	if k == briefing.KindPack {
		v.put(place, v.all(k)[0], func() {})
		return place
	}
	records := v.all(k)
	filter := ""
	shown := records
	var list *widget.List
	sift := func() {
		records, shown = v.all(k), nil
		for _, r := range records {
			if strings.Contains(strings.ToLower(string(r.Ref().ID)+" "+d.Caption(r, v.Content)), strings.ToLower(filter)) {
				shown = append(shown, r)
			}
		}
		list.Refresh()
	}
	list = widget.NewList(func() int { return len(shown) }, func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*widget.Label).SetText(d.Caption(shown[i], v.Content))
	})
	open := func(ref briefing.Ref) {
		v.flush()
		if r, err := v.project.Get(ref); err == nil {
			v.put(place, r, sift)
		}
	}
	list.OnSelected = func(i widget.ListItemID) {
		if i < len(shown) {
			open(shown[i].Ref())
		}
	}
	search := widget.NewEntry()
	search.SetPlaceHolder(v.t("search"))
	search.OnChanged = func(s string) {
		filter = s
		sift()
	}
	add := widget.NewButton(v.t("add"), func() {
		v.flush()
		r := d.New()
		if err := v.project.Put(r); err != nil {
			v.fail(err)
			return
		}
		sift()
		open(r.Ref())
	})
	duplicate := widget.NewButton(v.t("copy"), func() {
		if v.form == nil {
			return
		}
		v.flush()
		r, err := v.project.Duplicate(v.form.record.Ref())
		if err != nil {
			v.fail(err)
			return
		}
		sift()
		open(r.Ref())
	})
	remove := widget.NewButton(v.t("delete"), func() {
		if v.form == nil {
			return
		}
		ref := v.form.record.Ref()
		v.form.dirty = false
		if err := v.project.Remove(ref); err != nil {
			v.fail(err)
			return
		}
		v.form = nil
		place.Objects = []fyne.CanvasObject{widget.NewLabel(v.t("choose"))}
		place.Refresh()
		list.UnselectAll()
		sift()
	})
	left := container.NewBorder(container.NewVBox(search, container.NewGridWithColumns(3, add, duplicate, remove)), nil, nil, nil, list)
	split := container.NewHSplit(left, place)
	split.SetOffset(0.36)
	return split
}

// put shows a record in a form.
func (v *Window) put(place *fyne.Container, r briefing.Record, after func()) {
	v.form = &form{v: v, record: r, after: after}
	place.Objects = []fyne.CanvasObject{container.NewVScroll(v.form.build())}
	place.Refresh()
}

// openRecord shows a record of the screen that is in front.
func (v *Window) openRecord(ref briefing.Ref) {
	r, err := v.project.Get(ref)
	if err != nil {
		v.fail(err)
		return
	}
	place := container.NewStack()
	v.put(place, r, func() {})
	v.main.Objects = []fyne.CanvasObject{place}
	v.main.Refresh()
}
