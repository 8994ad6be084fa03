package pack

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
)

// posts are the posts valid at the pack's moment. One that is not translated
// is shown in the language that has it and marked: «to be clarified» would say
// that nobody knows it. An issue never has one (check 21).
func (b *builder) posts(p *briefing.Person) string { return b.eachPost(p, false) }

// placedPosts are the posts with the organisations in which they are held: «Генеральный
// директор, корпорация «Море»». A list of people does not say it anywhere else.
func (b *builder) placedPosts(p *briefing.Person) string { return b.eachPost(p, true) }

func (b *builder) eachPost(p *briefing.Person, placed bool) string {
	var out []string
	for _, post := range p.Posts {
		if !post.HeldAt(b.s.AsOf) {
			continue
		}
		s := post.Title.In(b.l)
		if s == "" {
			if s = post.Title.Any(b.l); s != "" {
				s = b.t("word.untranslated", s)
			}
		}
		if o, ok := b.s.Organisation(post.Organisation); ok && placed {
			s = b.postAt(s, b.in(o.Name))
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return b.semis(out...)
}

// postAt joins a post with its organisation, unless the post names it.
func (b *builder) postAt(post, organisation string) string {
	switch {
	case post == "" || organisation == "":
		return post + organisation
	case b.l == briefing.ZH:
		return organisedZH(organisation, post)
	case namesPlace(post, organisation):
		return post
	case b.l == briefing.RU:
		organisation = kindInside(organisation)
	}
	return b.commas(post, organisation)
}

// namesPlaceZH reports the same of a Chinese post: it begins with the place that the
// organisation's name begins with (山东省省长), or has half of its signs.
func namesPlaceZH(post, organisation string) bool {
	const place = 3 // signs: 山东省; 中国 alone is the country of half of all
	of, in := []rune(organisation), []rune(post)
	begin, same := 0, 0
	for begin < min(len(of), len(in)) && of[begin] == in[begin] {
		begin++
	}
	for _, r := range of {
		if slices.Contains(in, r) {
			same++
		}
	}
	return begin >= place || 2*same >= len(of)
}

// organisedZH sets the organisation before the post, 集团 in both once: 海洋食品集团 and
// 集团总裁 are 海洋食品集团总裁.
func organisedZH(organisation, post string) string {
	if namesPlaceZH(post, organisation) {
		return post
	}
	runes := []rune(organisation)
	if !unicode.Is(unicode.Han, runes[len(runes)-1]) { // «Sea Corp. 总经理»
		return organisation + " " + post
	}
	const least = 2 // one sign may be anything's
	for n := len(runes); n >= least; n-- {
		if tail := string(runes[len(runes)-n:]); strings.HasPrefix(post, tail) {
			return organisation + strings.TrimPrefix(post, tail)
		}
	}
	return organisation + post
}

// namesPlace reports whether a post says by itself where it is held: it has at least
// half of the words of the organisation's name, in whatever form.
func namesPlace(post, organisation string) bool {
	of, in := stems(organisation), stems(post)
	if len(of) == 0 {
		return strings.Contains(strings.ToLower(post), strings.ToLower(organisation))
	}
	same := 0
	for _, w := range of {
		if slices.Contains(in, w) {
			same++
		}
	}
	return 2*same >= len(of)
}

// stems are the beginnings of the words of a name that tell it apart.
func stems(s string) []string {
	const shortest, stem = 4, 5 // «края», «торговли»: letters; «КНР» tells as much
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(strings.ToLower(w)); len(r) >= shortest || len(r) > 1 && w == strings.ToUpper(w) {
			out = append(out, string(r[:min(len(r), stem)]))
		}
	}
	return out
}

// kindInside writes the word for the kind of an organisation small where its name in
// quotation marks follows, as inside a sentence: «корпорация «Море»». What is an
// abbreviation, or a name of its own, stays.
func kindInside(name string) string {
	word, rest, ok := strings.Cut(name, " «")
	runes := []rune(word)
	if !ok || len(runes) < 2 || strings.Contains(word, " ") || !unicode.IsLower(runes[1]) {
		return name
	}
	return string(unicode.ToLower(runes[0])) + string(runes[1:]) + " «" + rest
}
