package briefing

// Lang is a language of contents or interface: "ru", "en" or "zh".
type Lang string

// The three languages of contents.
const (
	RU Lang = "ru"
	EN Lang = "en"
	ZH Lang = "zh"
)

// Langs lists the languages in their fixed order.
func Langs() []Lang { return []Lang{RU, EN, ZH} }

// ParseLang accepts "ru", "en", "zh".
func ParseLang(s string) (Lang, bool) {
	switch l := Lang(s); l {
	case RU, EN, ZH:
		return l, true
	}
	return "", false
}

// Text is a printed text in three languages. What is missing is missing: no
// language is ever filled from another.
type Text struct{ RU, EN, ZH string }

// In is the text in the language, empty when it is missing there.
func (t Text) In(l Lang) string {
	switch l {
	case EN:
		return t.EN
	case ZH:
		return t.ZH
	}
	return t.RU
}

// At points at the text of the language, for editing.
func (t *Text) At(l Lang) *string {
	switch l {
	case EN:
		return &t.EN
	case ZH:
		return &t.ZH
	}
	return &t.RU
}

// Any is the text in the language or, failing that, in the first language
// that has one; for lists in the window, never for a printed page.
func (t Text) Any(l Lang) string {
	if s := t.In(l); s != "" {
		return s
	}
	for _, l := range Langs() {
		if s := t.In(l); s != "" {
			return s
		}
	}
	return ""
}

// Empty reports whether no language has a text.
func (t Text) Empty() bool { return t == Text{} }

// Missing lists the languages in which a text that exists in another one is absent.
func (t Text) Missing() []Lang {
	if t.Empty() {
		return nil
	}
	var m []Lang
	for _, l := range Langs() {
		if t.In(l) == "" {
			m = append(m, l)
		}
	}
	return m
}

// Tag is the language as formats of documents name it (BCP 47).
func (l Lang) Tag() string {
	switch l {
	case EN:
		return "en-GB"
	case ZH:
		return "zh-CN"
	}
	return "ru-RU"
}
