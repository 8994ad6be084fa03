package docx

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/document"
)

// blocks writes blocks one under the other. What the pages set side by side
// follows one after the other here: text that is worked on must flow.
func (w *writer) blocks(bs []document.Block) error {
	newPage := false
	for _, b := range bs {
		if _, ok := b.(document.PageBreak); ok {
			newPage = true
			continue
		}
		if newPage {
			w.para(paraProps{style: styleTiny, newPage: true, unkeyed: true})
			newPage = false
		}
		if err := w.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) block(b document.Block) error {
	switch b := b.(type) {
	case document.Heading:
		w.para(paraProps{style: headingStyle(w.level + max(b.Level, 2) - 1)}, plain(b.Text)...)
	case document.Paragraph:
		w.paragraph(b)
	case document.Note:
		w.note(b)
	case document.Picture:
		w.picture(&b)
	case document.Banner:
		w.banner(b)
	case document.KeyFigures:
		w.keyFigures(b)
	case document.Points:
		w.points(b)
	case document.Columns:
		if err := w.blocks(b.Left); err != nil {
			return err
		}
		return w.blocks(b.Right)
	case document.SignOff:
		w.signOff(b)
	case document.Table:
		w.table(&b)
	case document.Chart:
		return w.chart(&b)
	case document.Cover:
		w.cover(b)
	}
	return nil
}

func (w *writer) paragraph(p document.Paragraph) {
	runs := texts(p.Runs)
	props := paraProps{style: paragraphStyle(p.Style)}
	if p.Style == document.Bullet {
		props.list = bulletList
	}
	if n := question(runs); p.Style == document.Text && n > 0 {
		head := trimEnd(slices.Clone(runs[:n]))
		for i := range head {
			head[i].Bold = false // the style is
		}
		w.para(paraProps{style: styleLead}, head...)
		runs = runs[n:]
	}
	w.para(props, runs...)
}

// question is the number of bold runs that stand on lines of their own over
// the rest, 0 where none do.
func question(runs []inline) int {
	for i, r := range runs {
		switch {
		case !r.Bold:
			return 0
		case strings.HasSuffix(r.Text, "\n") && i+1 < len(runs):
			return i + 1
		}
	}
	return 0
}

func paragraphStyle(s document.ParagraphStyle) string {
	switch s {
	case document.Text:
		return styleText
	case document.Bullet:
		return styleBullet
	case document.Small:
		return styleSmall
	case document.SourceLine:
		return styleSource
	case document.Lead:
		return styleLead
	case document.Quote:
		return styleQuote
	}
	return styleBody
}

func (w *writer) note(n document.Note) {
	style := styleNote
	if n.Framed {
		style = styleFramed
	}
	var runs []inline
	if n.Title != "" {
		runs = append(runs, bold(n.Title+" "))
	}
	w.para(paraProps{style: style}, append(runs, texts(n.Runs)...)...)
}

// banner is the head of a short form.
func (w *writer) banner(b document.Banner) {
	w.para(paraProps{style: styleKicker}, plain(b.Kicker)...)
	w.para(paraProps{style: "Heading1"}, plain(b.Title)...)
	if b.Subtitle != "" {
		w.para(paraProps{style: styleDeck}, plain(b.Subtitle)...)
	}
	if len(b.Side) > 0 {
		w.para(paraProps{style: styleSmall}, plain(strings.Join(b.Side, " · "))...)
	}
}

// points writes numbered messages: with a title each, or what is to be said with
// its order of use under it.
func (w *writer) points(b document.Points) {
	list, next := 0, 0
	for _, p := range b.Items {
		n, err := strconv.Atoi(p.Number)
		if err != nil || n < 0 || n > 30000 {
			list = 0
		} else if list == 0 || n != next {
			list = w.newList(n)
		}
		next = n + 1
		style, text := styleNumber, texts(p.Runs)
		if p.Title != "" {
			title := texts(p.TitleRuns)
			if len(title) == 0 {
				title = plain(p.Title)
			}
			w.para(paraProps{style: stylePoint, list: list}, w.numbered(p, list, title)...)
			if len(text) > 0 {
				w.para(paraProps{style: stylePointText}, text...)
			}
		} else {
			w.para(paraProps{style: style, list: list, keepNext: p.Tag+p.Tail != ""}, w.numbered(p, list, text)...)
		}
		if p.Tag+p.Tail != "" {
			w.para(paraProps{style: styleTag}, plain(joined(" · ", p.Tag, p.Tail))...)
		}
	}
}

// numbered sets a number that is none before the text.
func (w *writer) numbered(p document.Point, list int, text []inline) []inline {
	if list > 0 || p.Number == "" {
		return text
	}
	return append([]inline{{Run: document.Run{Text: p.Number + "\t", Bold: true, Tone: document.Accent}, program: true}}, text...)
}

func joined(sep string, parts ...string) string {
	var in []string
	for _, p := range parts {
		if p != "" {
			in = append(in, p)
		}
	}
	return strings.Join(in, sep)
}

// keyFigures sets headline figures side by side, five in a row at most.
func (w *writer) keyFigures(b document.KeyFigures) {
	const most = 5
	for from := 0; from < len(b.Items); from += most {
		items := b.Items[from:min(from+most, len(b.Items))]
		n := max(len(items), 3)
		widths := make([]int, len(items))
		for i := range widths {
			widths[i] = w.textWidth / n
		}
		w.sideBySide(widths, func(i int) { w.keyFigure(items[i]) })
	}
	var runs []inline
	for _, l := range b.Legend {
		runs = append(runs, inline{Run: document.Run{Sign: l.Sign, Text: l.Text + "   "}})
	}
	if b.After != "" {
		runs = append(runs, plain(b.After)...)
	}
	if len(runs) > 0 {
		w.para(paraProps{style: styleSource}, runs...)
	}
}

func (w *writer) keyFigure(f document.KeyFigure) {
	put := func(style string, runs ...inline) {
		if len(runs) > 0 {
			w.para(paraProps{style: style}, runs...)
		}
	}
	put(styleKeyWord, plain(f.Word)...)
	put(styleKeyNumber, plain(f.Number)...)
	if f.Unit != "" {
		put(styleKeyText, bold(f.Unit))
	}
	put(styleKeyText, plain(f.What)...)
	if f.Change != "" || f.Sign != document.NoSign {
		put(styleKeyText, inline{Run: document.Run{Sign: f.Sign, Text: f.Change, Bold: true}})
	}
	if f.Stamp != "" {
		put(styleKeyText, bold(f.Stamp))
	}
	if s := strings.TrimSpace(f.Source); s != "" {
		put(styleKeyWord, plain(s)...)
	}
}

// signOff sets the lines to sign: what for, post, place of the signature, name.
func (w *writer) signOff(b document.SignOff) {
	third := []int{w.textWidth * 50 / 100, w.textWidth * 22 / 100, w.textWidth * 28 / 100}
	for _, l := range b.Lines {
		if l.Label != "" {
			w.para(paraProps{style: styleLabel, keepNext: true}, plain(l.Label)...)
		}
		w.sideBySide(third, func(i int) {
			switch i {
			case 0:
				w.para(paraProps{style: styleValue}, plain(l.Post)...)
			case 1:
				w.para(paraProps{style: styleValue, unkeyed: true}, plain("_______________")...)
			default:
				w.para(paraProps{style: styleValue, align: "right"}, plain(l.Name)...)
			}
		})
		w.para(paraProps{style: styleTiny, unkeyed: true})
	}
}
