// Package insights is the dialog that offers sentences written from the
// observations for the text of the pack.
//
// It promises that nothing stands in the pack that was not accepted here, that
// what is accepted is one action, taken back by one, and that a sentence whose
// words were edited keeps its figures bound.
package insights

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/whence"
	"briefing/internal/lang"
)

// Measures of the dialog.
const (
	width  float32 = 860
	height float32 = 680
)

// Dialog is the dialog.
type Dialog struct {
	desk   screen.Desk
	dialog *kit.Dialog
	list   *fyne.Container
	scroll *container.Scroll
	all    *kit.Button
	offers []app.Offer
	edit   int // index of the offer that is edited, -1 none
	last   int // index of the offer that was last done something with
	// next takes the focus once the list is made anew: the hands go on where they were.
	next fyne.Focusable
}

// Show opens the dialog.
func Show(d screen.Desk) *Dialog {
	x := &Dialog{desk: d, list: kit.Column(12), edit: -1}
	x.all = kit.NewButton(kit.Primary, "", x.t("all"), func() { x.take(x.offers...) })
	x.scroll = container.NewVScroll(kit.Pad(0, 12, 4, 0, x.list))
	x.dialog = kit.NewDialog(kit.DialogSpec{
		Title: x.t("title"), Subtitle: x.t("subtitle"), CloseName: lang.T(d.Lang(), "gui.close"), Width: width, Height: height,
		Content: x.scroll,
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", lang.T(d.Lang(), "gui.close"), func() { x.dialog.Close() }), x.all},
	})
	x.dialog.ShowOn(d.Window().Canvas())
	x.look()
	return x
}

func (x *Dialog) t(key string, args ...any) string {
	return lang.T(x.desk.Lang(), "gui.insight."+key, args...)
}

// look asks beside the window what can be offered.
func (x *Dialog) look() {
	var offers []app.Offer
	x.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		offers, err = x.desk.Project().InsightOffers(figure.Filter{})
		return err
	}, func(err error) {
		if err != nil {
			x.desk.Fail(err)
			return
		}
		x.offers, x.edit = offers, -1
		x.fill()
	})
}

// fill lists the offers under the headings of what they are about.
func (x *Dialog) fill() {
	x.list.RemoveAll()
	x.next, x.last = nil, min(x.last, len(x.offers)-1)
	l := x.desk.Content()
	title := ""
	for i, o := range x.offers {
		if now := o.Title.In(l); now != title {
			title = now
			x.list.Add(kit.NewBold(title, kit.Body, theme.Ink))
		}
		if i == x.edit {
			x.list.Add(x.editor(i))
			continue
		}
		x.list.Add(x.card(i))
	}
	if len(x.offers) == 0 {
		x.list.Add(kit.NewWrapped(x.t("none"), kit.Body, theme.Second))
	}
	if len(x.offers) == 0 || x.locked() {
		x.all.Disable()
	} else {
		x.all.Enable()
	}
	x.list.Refresh()
	x.scroll.Refresh()
	if x.next != nil && x.dialog.Open() {
		kit.FocusOn(x.next)
	}
}

func (x *Dialog) locked() bool { return x.desk.Project().State().ReadOnly }

// card is one offer with what can be done about it.
func (x *Dialog) card(i int) fyne.CanvasObject {
	o := x.offers[i]
	buttons := []*kit.Button{
		kit.NewButton(kit.Link, "plus", x.t("accept"), func() {
			x.last = i
			x.take(o)
		}),
		kit.NewButton(kit.Link, "edit", x.t("edit"), func() {
			x.edit, x.last = i, i
			x.fill()
		}),
		kit.NewButton(kit.Link, "close", x.t("drop"), func() {
			x.last = i
			if err := x.desk.Project().DropInsight(o); err != nil {
				x.desk.Fail(err)
			}
			x.look()
		}),
	}
	row := []fyne.CanvasObject{}
	if i == x.last && x.edit < 0 && !x.locked() {
		x.next = buttons[0]
	}
	for _, b := range buttons {
		if x.locked() {
			b.Disable()
		}
		row = append(row, b)
	}
	row = append(row, kit.NewButton(kit.Link, "function", lang.T(x.desk.Lang(), "gui.trade.ask.whence"), func() {
		whence.Show(x.desk, x.desk.Project().WhenceOffer(o, whence.Rows), nil)
	}))
	return kit.NewPaddedCard(kit.Column(8, kit.NewWrapped(o.Text.In(x.desk.Content()), kit.Body, theme.Ink), kit.Row(12, row...)))
}

// editor is one offer whose words are changed; figures stand in braces.
func (x *Dialog) editor(i int) fyne.CanvasObject {
	o := x.offers[i]
	texts := map[briefing.Lang]string{}
	var tabs []kit.LangText
	for _, l := range briefing.Langs() {
		texts[l] = o.Editable(l)
		tabs = append(tabs, kit.LangText{Key: string(l), Name: lang.T(x.desk.Lang(), "gui.insight.lang."+string(l)), Text: texts[l]})
	}
	field := kit.NewLangField(x.t("words"), false, 4, tabs, func(key, text string) { texts[briefing.Lang(key)] = text })
	field.ShowLang(string(x.desk.Content()))
	x.next = field.Focusable()
	take := kit.NewButton(kit.Primary, "", x.t("accept_edited"), func() {
		edited := o // the offer itself keeps all its figures until every language can be read
		for _, l := range briefing.Langs() {
			bound, err := o.Edited(l, texts[l])
			if err != nil {
				field.ShowLang(string(l))
				field.SetError(x.t("number", badPart(err)))
				return
			}
			*edited.Bound.At(l) = bound
		}
		x.take(edited)
	})
	cancel := kit.NewButton(kit.Secondary, "", lang.T(x.desk.Lang(), "gui.cancel"), func() {
		x.edit = -1
		x.fill()
	})
	return kit.NewPaddedCard(kit.Column(10, field, kit.NewWrapped(x.t("braces"), kit.Small, theme.Second), kit.Row(8, take, cancel)))
}

// badPart is what stands in the braces that hold no figure of the sentence.
func badPart(err error) string {
	var e *briefing.Error
	if errors.As(err, &e) {
		return e.Path
	}
	return ""
}

// take puts offers into the pack and offers what is left.
func (x *Dialog) take(offers ...app.Offer) {
	x.desk.Run("", func(context.Context, func(int, int, string)) error {
		_, err := x.desk.Project().TakeInsight(offers...)
		return err
	}, func(err error) {
		if err != nil {
			x.desk.Fail(err)
			return
		}
		x.desk.Say(x.t("taken", len(offers)))
		x.look()
	})
}
