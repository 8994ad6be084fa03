package typeset

import "briefing/internal/document"

// MM is a millimetre in points.
const MM = 72 / 25.4

// gutter is the space between columns.
const gutter = 4 * MM

// look is a face with its size and leading.
type look struct {
	face          Face
	size, leading float64
	color         Color
}

func (k look) style() style { return style{face: k.face, size: k.size, color: k.color} }

// The looks of a page, from sizes and leadings agreed for the pack.
func bodyLook() look         { return look{Serif, 12, 16, Ink} }
func textLook() look         { return look{Serif, 11, 14.5, Ink} }
func smallLook() look        { return look{Sans, 8.75, 12, Ink} }
func sourceLook() look       { return look{Sans, 7.25, 9.5, Secondary} }
func leadLook() look         { return look{SansBold, 9.5, 12.5, Ink} }
func heading2Look() look     { return look{SansBold, 11.5, 15, Ink} }
func heading3Look() look     { return look{SansBold, 10.5, 13.5, Ink} }
func sectionNoLook() look    { return look{SansBold, 9.5, 12, Accent} }
func sectionTitleLook() look { return look{SansBold, 18, 22, Ink} }
func deckLook() look         { return look{SerifItalic, 11, 14, Secondary} }
func chartLabelLook() look   { return look{SansSemi, 7.5, 10.5, Secondary} }
func chartTitleLook() look   { return look{SansBold, 10.5, 13, Ink} }
func captionLook() look      { return look{Sans, 8, 10.5, Secondary} }

// bolder is the bold cut of a face at a size.
func bolder(f Face, size float64) Face {
	switch f {
	case Sans, SansSemi:
		if size < 10 {
			return SansSemi
		}
		return SansBold
	case SansTab:
		return SansTabSemi
	case Serif:
		return SerifBold
	case SerifItalic:
		return SerifBoldItalic
	case Han:
		return HanBold
	}
	return f
}

func slanted(f Face) Face {
	switch f {
	case Serif:
		return SerifItalic
	case SerifBold:
		return SerifBoldItalic
	}
	return f
}

// itemGap is the room between two items of a cell, of its leading.
const itemGap = 0.4

// spans turns runs into spans of a look. A small run is set in the sans of
// notes, whatever the paragraph. Footnotes are the setter's.
func (k look) spans(runs []document.Run) []span {
	out := make([]span, 0, len(runs))
	for _, r := range runs {
		st := k.style()
		if r.Small {
			st.face, st.size = Sans, min(7.25, k.size)
		}
		if r.Bold {
			st.face = bolder(st.face, st.size)
		}
		if r.Italic {
			st.face = slanted(st.face)
		}
		if r.Tone != document.Ink {
			st.color = toneColor(r.Tone)
		}
		if r.Super {
			st.size, st.rise = superSize*st.size, superRise*st.size
		}
		if r.Apart {
			st.above = itemGap * k.leading
		}
		st.link = r.Link
		out = append(out, span{text: r.Text, sign: r.Sign, style: st})
	}
	return out
}

func (k look) plain(text string) []span {
	if text == "" {
		return nil
	}
	return []span{{text: text, style: k.style()}}
}
