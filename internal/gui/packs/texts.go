package packs

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// texts is the editor of a section: what it holds in the order of the page, its
// texts as they are printed with their figures as chips, and beside each what
// the checks found. A press on a text turns it into its field.
type texts struct {
	desk    desk.Desk
	section string
	all     map[string][]app.SectionText // by section; nil until they are made
	turn    int                          // counts the times they were asked for
	open    string                       // which text is being written, "" for none
	form    *recordform.Form             // its field
	forms   map[string]*recordform.Form  // one for each field of a kind
	by      string                       // who accepted a finding last
	body    *fyne.Container
	scroll  *container.Scroll
}

func newTexts(d desk.Desk) *texts {
	t := &texts{desk: d, forms: map[string]*recordform.Form{}, body: kit.Column(12)}
	t.scroll = container.NewVScroll(kit.Pad(14, 20, 24, 20, t.body))
	return t
}

func (t *texts) object() fyne.CanvasObject { return t.scroll }

func (t *texts) t(key string, args ...any) string { return desk.T(t.desk, "text."+key, args...) }

// to turns to a section.
func (t *texts) to(section string) {
	if section == t.section {
		return
	}
	t.close()
	t.section = section
	t.show()
	t.scroll.ScrollToTop()
}

// refresh makes the texts anew beside the window; those before stay until then.
func (t *texts) refresh() {
	t.turn++
	turn := t.turn
	var made map[string][]app.SectionText
	t.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		made, err = t.desk.Project().SectionTexts(t.desk.Content(), t.desk.Lang())
		return err
	}, func(err error) {
		if turn != t.turn || err != nil { // why the pack can't be made is told where the pages would be
			return
		}
		t.all = made
		t.show()
	})
}

// flush keeps what was typed.
func (t *texts) flush() {
	if t.form != nil {
		t.form.Flush()
	}
}

// close ends the writing of a text.
func (t *texts) close() {
	t.flush()
	t.open, t.form = "", nil
}

func keyOf(x *app.SectionText) string {
	return string(x.Ref.Kind) + " " + string(x.Ref.ID) + " " + x.Label
}

// view is the section shown, as the list of sections has it.
func (t *texts) view() (app.SectionView, bool) {
	st := t.desk.Standing()
	if st == nil {
		return app.SectionView{}, false
	}
	for _, s := range st.Sections {
		if s.Key == t.section {
			return s, true
		}
	}
	return app.SectionView{}, false
}

// show builds what stands in the column. The field that is typed in is the same
// object before and after.
func (t *texts) show() {
	v, ok := t.view()
	if !ok {
		return
	}
	m := newMargin(t, v)
	list, at := t.all[t.section], t.scroll.Offset
	t.body.Objects = nil
	title := v.Title
	if v.Number != "" {
		title = v.Number + "  " + title
	}
	t.body.Add(kit.Column(2, kit.NewWrapped(title, kit.Heading, theme.Ink), kit.NewText(t.bound(list), kit.Caption, theme.Second)))
	t.body.Objects[0].(*fyne.Container).Objects[0].(*kit.Text).Bold = true
	written, found := false, false
	for i := range list {
		x := &list[i]
		if x.Kind != app.TextPart {
			t.body.Add(part(x))
			continue
		}
		written = true
		found = found || keyOf(x) == t.open
		// The heading of a record and its text stand under one name.
		named := i == 0 || list[i-1].Ref != x.Ref || list[i-1].Title != x.Title
		t.body.Add(newBeside(t.text(x, named), m.of(x)))
	}
	if t.open != "" && !found && t.form != nil { // emptied while it is being written
		t.body.Add(t.writing(t.t("emptied")))
	}
	if rest := m.rest(); rest != nil {
		t.body.Add(kit.NewRule())
		t.body.Add(rest)
	}
	if !written && t.all != nil {
		_, printed := t.all[t.section] // figures alone make a section too
		t.body.Add(t.nothing(printed))
	}
	t.body.Refresh()
	t.scroll.Refresh()
	t.scroll.ScrollToOffset(at)
}

// bound tells how many figures the section's texts are bound to, and how many
// numbers were typed.
func (t *texts) bound(list []app.SectionText) string {
	n, loose := 0, 0
	for i := range list {
		for _, p := range list[i].Pieces {
			switch {
			case p.Bound != "":
				n++
			case p.Loose:
				loose++
			}
		}
	}
	if loose == 0 {
		return t.t("bound", n)
	}
	return t.t("bound_loose", n, loose)
}

// part is the line of a table, chart or image.
func part(x *app.SectionText) fyne.CanvasObject {
	icon := map[app.SectionPart]string{app.TablePart: "figures", app.ChartPart: "chart", app.PicturePart: "file"}[x.Kind]
	return kit.NewCard(kit.Pad(8, 10, 8, 10, kit.Row(8, kit.NewIcon(icon, theme.Third), kit.Flex(kit.NewWrapped(x.Title, kit.Small, theme.Ink)))))
}

// text is a text of a record: as it is printed, or its field.
func (t *texts) text(x *app.SectionText, named bool) fyne.CanvasObject {
	if keyOf(x) == t.open {
		return t.writing(x.Title)
	}
	pieces := recordform.Pieces(trimmed(x.Pieces))
	for i := range pieces {
		pieces[i].Bold = pieces[i].Bold || x.Label == "title"
	}
	shown := kit.NewChipText(pieces)
	shown.OnChip = func(id string) { t.desk.Go("", briefing.Ref{Kind: briefing.KindFact, ID: briefing.ID(id)}, "") }
	shown.OnPress = func() { t.write(x) }
	if !named {
		return shown
	}
	return kit.Column(2, kit.NewShrinking(upper(x.Title), kit.Caption, theme.Third), shown)
}

// writing is the field of the text that is being written.
func (t *texts) writing(title string) fyne.CanvasObject {
	done := kit.NewButton(kit.Link, kit.IconTick, t.t("done"), func() {
		t.close()
		t.show()
	})
	record := kit.NewButton(kit.Link, "edit", t.t("record"), func() {
		ref, ok := t.form.Record()
		t.flush()
		if ok {
			t.desk.Go("", ref, "")
		}
	})
	return kit.Column(4, kit.NewShrinking(upper(title), kit.Caption, theme.Third), t.form.Object(), kit.Row(12, done, record))
}

// write turns a text into its field and puts the caret there.
func (t *texts) write(x *app.SectionText) {
	t.close()
	r, err := t.desk.Project().Get(x.Ref)
	if err != nil {
		t.desk.Fail(err)
		return
	}
	t.open = keyOf(x)
	kind := string(x.Ref.Kind) + " " + x.Label
	if t.forms[kind] == nil {
		t.forms[kind] = recordform.NewField(t.desk, x.Ref.Kind, x.Label, func() {
			t.body.Refresh()
			t.scroll.Refresh()
		})
	}
	t.form = t.forms[kind]
	t.form.Set(r)
	t.show()
	t.form.Focus(x.Field)
}

// writes turns the text of a record in the section into its field; it answers
// whether there is one. Of several it is the longest: a heading is left.
func (t *texts) writes(ref briefing.Ref) bool {
	var best *app.SectionText
	for i := range t.all[t.section] {
		if x := &t.all[t.section][i]; x.Ref == ref && x.Kind == app.TextPart && (best == nil || len(x.Pieces) > len(best.Pieces)) {
			best = x
		}
	}
	if best == nil {
		return false
	}
	t.write(best)
	return true
}

// nothing says that there is no text in the section, and where its content is
// entered.
func (t *texts) nothing(made bool) fyne.CanvasObject {
	sentence := t.t("empty")
	if made {
		sentence = t.t("made")
	}
	to := screen.FilledOn(t.section)
	if to == screen.Pack { // the cover, the glossary, the sheet of approval: of the pack itself
		return kit.NewWrapped(sentence, kit.Small, theme.Second)
	}
	return kit.Column(6, kit.NewWrapped(sentence, kit.Small, theme.Second),
		kit.Row(0, kit.NewButton(kit.Link, "edit", t.t("fill", desk.T(t.desk, "nav."+string(to))), func() { t.desk.Go(to, briefing.Ref{}, "") })))
}

// trimmed are pieces without the white space around the text.
func trimmed(in []app.TextPiece) []app.TextPiece {
	out := append([]app.TextPiece(nil), in...)
	for len(out) > 0 && strings.TrimSpace(out[len(out)-1].Text) == "" {
		out = out[:len(out)-1]
	}
	if n := len(out) - 1; n >= 0 && out[n].Bound == "" {
		out[n].Text = strings.TrimRight(out[n].Text, " \n")
	}
	return out
}

// upper begins a line with a capital letter.
func upper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
