package typeset

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// foot is the foot line: body and issue at the left, the section at the right.
// Each has the room that the other leaves, the section half of the line at most.
// What has no room for both is shortened in this order: the words of the issue,
// the title of the section (its number stays), the name of the body. Which issue
// it is stands on every page.
func (s *setter) foot(d *document.Document, sh sheet, x, w, h float64) []Box {
	k, y := look{Sans, 7, 9, Secondary}, h-min(10*MM, 0.6*s.bottom)-1.8
	left, right := s.footParts(d, sh, k, w)
	out := s.oneLine(left, k, x, y, w, ragged)
	if right != "" {
		out = append(out, s.oneLine(right, k, x, y, w, flushRight)...)
	}
	return out
}

// footParts are its two parts so that they have room in w.
func (s *setter) footParts(d *document.Document, sh sheet, k look, w float64) (left, right string) {
	lefts := []string{d.FootLeft}
	if d.FootIssue != "" {
		lefts = append(lefts, joinFoot(d.FootBody, d.FootIssue))
	}
	wide := func(t string) float64 {
		if len(t) > mostInLine {
			return w + 1
		}
		return s.width(k.face, k.size, t)
	}
	right, number := s.footText(d, sh)
	rights := []string{right, number}
	switch {
	case number == "":
		rights = rights[:1]
	case wide(right) > 0.5*w: // titles of that length would run into the body's name
		rights = rights[1:]
	}
	gap := 2 * k.size
	for _, right := range rights {
		for _, left := range lefts {
			if left == "" && wide(right) <= w || right == "" && wide(left) <= w || wide(left)+gap+wide(right) <= w {
				return left, right
			}
		}
	}
	right = s.shortened(rights[len(rights)-1], k, 0.5*w)
	room := w - gap - wide(right)
	if right == "" {
		room = w
	}
	if d.FootIssue == "" || d.FootBody == "" {
		return s.shortened(lefts[len(lefts)-1], k, room), right
	}
	return joinFoot(s.shortened(d.FootBody, k, room-wide(footJoint+d.FootIssue)), d.FootIssue), right
}

// footJoint stands between the body and the issue.
const footJoint = " · "

func joinFoot(body, issue string) string {
	if body == "" {
		return issue
	}
	return body + footJoint + issue
}

// footText names what stands on a page: «Раздел 5.3. Динамика торговли» of one
// section, «Раздел 5. Справка» of several parts of one, two others by their
// titles, or where these have no room by their numbers as more are: «Разделы
// 6–8». Where sections have no numbers it names the one that most of the page
// belongs to. The shorter text is the number alone, or numbers.
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
		return named(d.FootWord, first.number, first.title), named(d.FootWord, first.number, "")
	}
	if top := parentNumber(first.number); top == parentNumber(last.number) {
		for _, e := range s.entries {
			if e.number == top {
				return named(d.FootWord, e.number, e.title), named(d.FootWord, e.number, "")
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
