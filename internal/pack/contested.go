package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// A fact of which no claim was chosen is printed with all of them side by side,
// each with its source: leaving it out would hide the conflict from the reader.

// eachClaim lists facts for a table: a contested one once for each of its
// claims, so that every row has one figure and the source that states it.
func eachClaim(facts []*briefing.Fact) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range facts {
		if !f.Contested() {
			out = append(out, f)
			continue
		}
		var done []briefing.Claim
		for i, c := range f.Claims {
			if c.Role == briefing.RoleVerification || slices.ContainsFunc(done, func(d briefing.Claim) bool { return !briefing.Differ([]briefing.Claim{c, d}) }) {
				continue
			}
			done = append(done, c)
			out = append(out, withClaim(f, i))
		}
	}
	return out
}

// withClaim is the fact as the claim of that number, and those that state the
// same, have it. The places of the claims stay, since cells name them.
func withClaim(f *briefing.Fact, i int) *briefing.Fact {
	one := *f
	one.Claims = slices.Clone(f.Claims)
	for j := range one.Claims {
		if briefing.Differ([]briefing.Claim{f.Claims[i], f.Claims[j]}) {
			one.Claims[j].Role = briefing.RoleVerification
		}
	}
	return &one
}

// stated keeps the facts of which a claim states a number, or an amount in
// words: «сотни тысяч тонн».
func stated(facts []*briefing.Fact) []*briefing.Fact {
	return slices.DeleteFunc(facts, func(f *briefing.Fact) bool {
		return !slices.ContainsFunc(f.Printed(), func(c briefing.Claim) bool { return c.Figure.Says() })
	})
}

func anyContested(facts []*briefing.Fact) bool {
	return slices.ContainsFunc(facts, (*briefing.Fact).Contested)
}

// contestedNote tells under a table that sources disagree, empty where none do.
// The partner sees both figures with their sources; that a choice is still to be
// made is none of his business.
func (b *builder) contestedNote(facts []*briefing.Fact) string {
	if b.s.Audience == briefing.Partner || !slices.ContainsFunc(facts, (*briefing.Fact).Disputed) {
		return ""
	}
	return b.sentence(b.t("word.contested"))
}

// claimsText puts what each claim of a contested fact states behind another,
// with its source: «2,94 млн т [1] – 3,1 млн т [2]»; where one of them has a word
// of precision, a dash would make a range of them: «более 7,5 тыс. т [1] или
// 8,1 тыс. т [2]». Sources that say the same words stand together.
func (b *builder) claimsText(f *briefing.Fact, say func(briefing.Claim) string) string {
	claims := b.claimsOf(f, say)
	texts := b.withSources(claims) // cited, whatever is printed of them
	if len(claims) == 1 {          // what differs is not what is asked
		return claims[0].text
	}
	if slices.ContainsFunc(claims, func(c saidClaim) bool { return c.worded }) {
		return join(b.t("word.or"), texts...)
	}
	return b.eitherOf(texts)
}

// saidClaim is what claims of a contested fact state, as it is printed.
type saidClaim struct {
	text    string
	worded  bool // has a word of precision
	sources []briefing.ID
}

// claimsOf lists what the claims of a contested fact state, each text once.
func (b *builder) claimsOf(f *briefing.Fact, say func(briefing.Claim) string) (claims []saidClaim) {
	for _, one := range eachClaim([]*briefing.Fact{f}) {
		c, _ := one.Claim()
		text := say(c)
		if text == "" {
			continue
		}
		at := slices.IndexFunc(claims, func(c saidClaim) bool { return c.text == text })
		if at < 0 {
			word := lang.PrecisionWord(b.l, c.Figure.Precision)
			worded := word != "" && strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), word)
			at, claims = len(claims), append(claims, saidClaim{text: text, worded: worded})
		}
		claims[at].sources = append(claims[at].sources, b.sourcesOf(one)...)
	}
	return claims
}

// withSources are the texts of claims, each with its sources; the card has no
// register that their numbers could lead to.
func (b *builder) withSources(claims []saidClaim) (texts []string) {
	for _, c := range claims {
		text := join("\u00a0", c.text, b.refText(c.sources...))
		if b.o.Form == FormCard {
			text = c.text
		}
		texts = append(texts, text)
	}
	return texts
}

// claimsBehind prints a contested figure behind a bound of the text: what goes
// with it, and then what has a bound of its own: «до 8,1 тыс. т [2] (по другим
// данным — более 7,5 тыс. т [1])». Not ok where there is no such bound, or
// nothing that goes with it; check 17 tells of the latter.
func (b *builder) claimsBehind(f *briefing.Fact, form, before string) (string, bool) {
	bound := prose.PrecisionAt(b.l, before, len(before))
	if bound != briefing.UpTo && bound != briefing.MoreThan {
		return "", false
	}
	claims := b.claimsOf(f, func(c briefing.Claim) string {
		if c.Figure.Precision == bound {
			c.Figure.Precision = briefing.Exact
		}
		return b.claimBound(c, form)
	})
	var with, others []string
	for i, text := range b.withSources(claims) {
		if claims[i].worded {
			others = append(others, text)
		} else {
			with = append(with, text)
		}
	}
	switch {
	case len(with) == 0:
		return "", false
	case len(others) == 0:
		return b.eitherOf(with), true
	}
	return b.t("word.other_claims", b.eitherOf(with), join(b.t("word.or"), others...)), true
}

// eitherOf are figures side by side; without the sources between them a dash
// would make a range.
func (b *builder) eitherOf(texts []string) string {
	if b.o.Form == FormCard {
		return join(b.t("word.or"), texts...)
	}
	return join(" – ", texts...)
}

// figureOf is a fact's figure in words, with all of them where none is chosen.
func (b *builder) figureOf(f *briefing.Fact) string {
	if f.Contested() {
		return b.claimsText(f, func(c briefing.Claim) string { return lang.Figure(b.l, c.Figure) })
	}
	return first(lang.Figure(b.l, f.Figure()), b.in(f.Figure().Words))
}

// contestedFigure is a key figure of which the sources say different things.
func (b *builder) contestedFigure(f *briefing.Fact, what string) document.KeyFigure {
	ref := f.Ref()
	k := document.KeyFigure{
		Word: b.t("word.contested_word"), Unit: b.figureOf(f), What: what, Origin: &ref,
	}
	if b.s.Audience != briefing.Partner && f.Disputed() {
		k.Change = b.t("word.contested_change")
	}
	if nums := b.refText(b.sourcesOf(f)...); nums != "" {
		k.Source = b.t("word.sources_line", nums)
	}
	return k
}
