package pack

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// bound turns a text with figures {fact-id} into runs. ok is false when a
// figure it names is not in this snapshot: then the text would say what the
// reader must not see, or nothing at all, and is left out whole.
func (b *builder) bound(s string) (runs []document.Run, ok bool) {
	return b.boundBehind("", s, closedText(s))
}

// closedText reports whether a text is of sentences: a phrase («около 4,5 часа,
// закончилась вечером») ends without a mark, and begins with a small letter.
func closedText(s string) bool {
	return ended(strings.TrimRight(s, " \u00a0\t\r\n»”\")*_"))
}

// opens reports whether a figure begins a sentence.
func opens(text string, at int, closed bool) bool {
	if strings.Trim(text[:at], " \u00a0\t\r\n«“„\"") == "" {
		return closed
	}
	return prose.Begins(text, at)
}

// boundBehind is bound of a text that stands behind another one; closed says
// whether the whole is of sentences.
func (b *builder) boundBehind(lead, s string, closed bool) (runs []document.Run, ok bool) {
	at := 0
	bindings := briefing.BindingsOf(s)
	for _, m := range bindings {
		if m.Data != "" {
			text, ok := b.computed(m)
			if !ok && !b.lenient {
				return nil, false
			}
			if m.Start > at {
				runs = append(runs, document.Run{Text: s[at:m.Start]})
			}
			runs = append(runs, held(text, s[m.Start:m.End], ok))
			at = m.End
			continue
		}
		f, found := b.s.Fact(m.Fact)
		text := ""
		if found && (b.inPack(f) || b.o.Form == FormCompiler) {
			text = b.figureText(f, m.Form, s[at:m.Start])
		}
		if text == "" && !b.lenient && !b.marksMissing(m.Fact) {
			return nil, false
		}
		before := b.untold(text, s[at:m.Start])
		if before != "" {
			runs = append(runs, document.Run{Text: before})
		}
		ref := briefing.Ref{Kind: briefing.KindFact, ID: m.Fact}
		if m.Form == "period" {
			text, _ = lang.PeriodBefore(b.l, b.inCase(text, before), s[m.End:])
		}
		text = b.fitted(text, before, s[m.End:])
		if opens(lead+s, len(lead)+m.Start, closed) { // «Сотни тысяч тонн отгружены.»
			text = b.sentence(text)
		}
		run := held(text, s[m.Start:m.End], text != "")
		if text == "" && !b.lenient {
			run.Text = b.t("word.no_figure", string(m.Fact))
		}
		run.Origin = &ref
		runs = append(runs, run)
		at = m.End
	}
	if at < len(s) {
		runs = append(runs, document.Run{Text: s[at:]})
	}
	for _, m := range bindings {
		if b.lenient { // nothing is printed, so nothing is told in an annex
			break
		}
		b.standsOn(m)
	}
	return runs, true
}

// held is the run of a figure; one that can't be printed stays as it is written.
func held(text, written string, ok bool) document.Run {
	if !ok {
		return document.Run{Text: written, Tone: document.Bad, Bound: written}
	}
	return document.Run{Text: text, Bound: written}
}

// marksMissing reports whether a text stands in this output although a figure
// it names can't be printed, with a mark in its place: in the draft of who can
// mend it, as texts that are not translated do. A figure that the moment or the
// reader keeps out leaves no trace.
func (b *builder) marksMissing(id briefing.ID) bool {
	if !b.o.Draft || b.s.Audience != briefing.Leader && b.s.Audience != briefing.Compiler {
		return false
	}
	for _, h := range b.s.Held {
		if h.Ref == (briefing.Ref{Kind: briefing.KindFact, ID: id}) {
			return false
		}
	}
	return true
}

// fitted takes off a figure what the text around it says already: the full stop
// of an abbreviation that ends the sentence too («2026 г.»), the word of a
// change (增长) and the sign of precision before it («более {F2}»).
func (b *builder) fitted(text, before, after string) string {
	if strings.HasSuffix(text, ".") && strings.HasPrefix(after, ".") && !strings.HasPrefix(after, "..") {
		text = strings.TrimSuffix(text, ".")
	}
	text = b.turned(text, before, after)
	before = strings.TrimRight(before, " \u00a0")
	for _, word := range b.leadingWords() {
		rest, doubled := strings.CutPrefix(text, word)
		if !doubled || !endsWithWord(before, word) {
			continue
		}
		return strings.TrimLeft(rest, " \u00a0")
	}
	return text
}

// untold takes the word of an amount off what stands before a manifold change:
// «стало на {F:change} больше» is «стало в 2 раза больше».
func (b *builder) untold(text, before string) string {
	on := b.t("change.by")
	trimmed := strings.TrimRight(before, " \u00a0")
	if b.l != briefing.RU || !strings.HasPrefix(text, b.timesWord()+"\u00a0") || !endsWithWord(trimmed, on) {
		return before
	}
	return trimmed[:len(trimmed)-len(on)]
}

// timesWord is the word that a manifold change begins with: «в» of «в 2,3 раза».
func (b *builder) timesWord() string {
	in, _, _ := strings.Cut(b.t("change.times.part", ""), "\u00a0")
	return in
}

// inCase sets a period in the case that the words before it ask for; «к 2024
// году» behind «к» says that once.
func (b *builder) inCase(period, before string) string {
	if to, _, spaced := strings.Cut(period, "\u00a0"); spaced && !strings.ContainsFunc(to, unicode.IsDigit) && endsWithWord(strings.TrimRight(before, " \u00a0"), to) {
		return strings.TrimPrefix(period, to+"\u00a0")
	}
	return lang.PeriodBehind(b.l, period, before)
}

// turned takes the sign or the word of direction off a change where the words
// around it say the same: «рост +15,1 %» is told once. Where they say the other
// way it stays, and check 45 tells of it.
func (b *builder) turned(text, before, after string) string {
	for way, key := range map[int]string{1: "change.up", -1: "change.down"} {
		rest, ok := strings.CutPrefix(text, b.t(key, ""))
		if ok && strings.IndexFunc(rest, unicode.IsDigit) == 0 && prose.Turn(b.l, before, after) == way {
			return rest
		}
	}
	if b.l == briefing.ZH {
		return b.turnedTimes(text, before, after)
	}
	for _, word := range strings.Split(lang.T(b.l, "prose.turn.less"), "|") { // «сократился в 2 раза меньше»
		if rest, ok := strings.CutSuffix(text, " "+word); ok && prose.Turn(b.l, before, after) < 0 {
			return rest
		}
	}
	return text
}

// turnedTimes fits a Chinese manifold change (增长到2.3倍, 下降到原来的1/2) to the word
// of direction before it: a verb takes what follows its own verb (提高到2.3倍), a noun
// or a verb with 了 the difference (增长了1.3倍, 降幅为50%).
func (b *builder) turnedTimes(text, before, after string) string {
	up, isUp := strings.CutPrefix(text, "增长到")
	down, isDown := strings.CutPrefix(text, "下降到原来的")
	if !isUp && !isDown || prose.Turn(b.l, before, after) == 0 {
		return text
	}
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	verb := ""
	for _, key := range []string{"prose.turn.up", "prose.turn.down"} {
		for _, w := range strings.Split(lang.T(b.l, key), "|") {
			if strings.HasSuffix(before, w) && !strings.HasSuffix(w, "幅") {
				verb = w
			}
		}
	}
	switch {
	case verb != "" && isUp:
		return "到" + up
	case verb != "":
		return "到原来的" + down
	case isUp:
		if n, err := lang.ParseNumber(strings.TrimSuffix(up, "倍")); err == nil {
			if more, err := n.Sub(briefing.Whole(1)); err == nil {
				return lang.Number(b.l, more.Trim(0), lang.AsIs()) + "倍"
			}
		}
	default:
		return lessBy(b.l, down, text)
	}
	return text
}

// lessBy is the fall to a part of what was: 1/2 is 50%, 约71% is 约29%.
func lessBy(l briefing.Lang, part, otherwise string) string {
	hundred := briefing.Whole(100)
	var left briefing.Number
	if whole, ok := strings.CutPrefix(part, "1/"); ok {
		n, err := lang.ParseNumber(whole)
		if err != nil || n.IsZero() {
			return otherwise
		}
		if left, err = hundred.Quo(n); err != nil {
			return otherwise
		}
	} else {
		n, err := lang.ParseNumber(strings.Trim(part, "约%"))
		if err != nil {
			return otherwise
		}
		left = n
	}
	gone, err := hundred.Sub(left)
	if err != nil {
		return otherwise
	}
	about := ""
	if !gone.Trim(0).IsInt() || !strings.HasPrefix(part, "1/") {
		about, gone = "约", gone.Round(0)
	}
	return about + lang.Number(l, gone.Trim(0), lang.AsIs()) + "%"
}

// leadingWords are those that a printed figure or change may begin with.
func (b *builder) leadingWords() []string {
	words := []string{b.t("change.up", ""), b.t("change.down", ""), b.timesWord()}
	for _, p := range briefing.Precisions() {
		words = append(words, lang.PrecisionWord(b.l, p))
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// endsWithWord reports whether a text ends with a word, or with part of a text
// that sets no spaces.
func endsWithWord(s, word string) bool {
	low := strings.ToLower(s)
	rest, ok := strings.CutSuffix(low, strings.ToLower(word))
	if !ok {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(rest)
	begin, _ := utf8.DecodeRuneInString(word)
	return rest == "" || !unicode.IsLetter(end) || !unicode.IsLetter(begin) || unicode.Is(unicode.Han, begin)
}

// computed prints what a text holds of the observations.
func (b *builder) computed(m briefing.Binding) (string, bool) {
	if b.s.Computed == nil {
		return "", false
	}
	return b.s.Computed.Print(m, b.l)
}

// boundText is bound as plain text, empty when it can't be printed.
func (b *builder) boundText(t briefing.Text) string {
	runs, ok := b.bound(b.in(t))
	if !ok {
		return ""
	}
	return document.RunsText(runs)
}

// figureText prints a fact's figure in the form of a binding; see lang.Bound.
// Where no claim is chosen it prints what each of them states, and behind a bound
// that the text sets before it («до {F2}») those first that it goes with.
func (b *builder) figureText(f *briefing.Fact, form, before string) string {
	if f.Contested() {
		if text, ok := b.claimsBehind(f, form, before); ok {
			return text
		}
		return b.claimsText(f, func(c briefing.Claim) string { return lang.Bound(b.l, c, form) })
	}
	c, ok := f.Claim()
	if !ok {
		return ""
	}
	return b.claimBound(c, form)
}

// claimBound is a claim in the form of a binding, in the words of the source
// where those are all it has.
func (b *builder) claimBound(c briefing.Claim, form string) string {
	text := lang.Bound(b.l, c, form)
	if text == "" && (form == "" || form == "value") {
		return b.in(c.Figure.Words)
	}
	return text
}
