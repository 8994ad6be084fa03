package typeset

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// foot is the foot line: body and issue at the left, the section at the right.
func (s *setter) foot(d *document.Document, sh sheet, x, w, h float64) []Box {
	k, y := look{Sans, 7, 9, Secondary}, h-min(10*MM, 0.6*s.bottom)-1.8
	out := s.oneLine(d.FootLeft, k, x, y, 0.48*w, ragged)
	text, shorter := s.footText(d, sh)
	if shorter != "" && s.width(k.face, k.size, text) > 0.5*w {
		text = shorter
	}
	if text != "" {
		out = append(out, s.oneLine(text, k, x+0.5*w, y, 0.5*w, flushRight)...)
	}
	return out
}

// footText names what stands on a page: «Раздел 5.3. Динамика торговли» of one
// section, «Раздел 5. Справка» of several parts of one, two others by their
// titles, or where these have no room by their numbers as more are: «Разделы
// 6–8». Where sections have no numbers it names the one that most of the page
// belongs to.
func (s *setter) footText(d *document.Document, sh sheet) (text, shorter string) {
	if sh.section == nil {
		return "", ""
	}
	marks := slices.DeleteFunc(slices.Clone(sh.sections), func(m *sectionMark) bool { return m.empty })
	if len(marks) == 0 || slices.ContainsFunc(marks, func(m *sectionMark) bool { return m.number == "" }) {
		return named(d.FootWord, sh.section.number, sh.section.title), ""
	}
	first, last := marks[0], marks[len(marks)-1]
	if first == last {
		return named(d.FootWord, first.number, first.title), ""
	}
	if top := parentNumber(first.number); top == parentNumber(last.number) {
		for _, e := range s.entries {
			if e.number == top {
				return named(d.FootWord, e.number, e.title), ""
			}
		}
	}
	if len(marks) > 2 {
		return named(d.FootWords, first.number+"–"+last.number, ""), ""
	}
	comma, semicolon := ", ", "; "
	if s.lang == briefing.ZH {
		comma, semicolon = "、", "；"
	}
	return first.numbered() + semicolon + last.numbered(), named(d.FootWords, first.number+comma+last.number, "")
}

// numbered is «5.3. Динамика торговли».
func (m *sectionMark) numbered() string { return named("", m.number, m.title) }

// parentNumber is the number of the section that a subsection belongs to.
func parentNumber(number string) string {
	top, _, _ := strings.Cut(number, ".")
	return top
}

// named is «Раздел 5.3. Динамика торговли», without a number the title alone.
func named(word, number, title string) string {
	before := strings.TrimSpace(word + "\u00a0" + number)
	switch {
	case number == "":
		return title
	case strings.Contains(word, "%s"):
		return strings.TrimSpace(strings.Replace(word, "%s", number, 1) + " " + title)
	case title == "":
		return before
	}
	return before + ". " + title
}
