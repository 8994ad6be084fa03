package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// in is a text in the language of the output. In a draft one that is not
// translated stands in the language that has it, with a mark: a blank row would
// not say what is missing, and who reads the draft would not miss it. An issue
// has none of them: check 21 blocks it.
func (b *builder) in(t briefing.Text) string {
	if s := t.In(b.l); s != "" || !b.o.Draft {
		return s
	}
	if s := t.Any(b.l); s != "" {
		return b.t("word.untranslated", s)
	}
	return ""
}

// untranslated is what a draft shows of a text field that is empty in the
// language of the output: the field in the language that has it, with a mark.
func (b *builder) untranslated(fields []briefing.Field, f briefing.Field, row any) string {
	if !b.o.Draft || f.Lang != b.l || f.Get(row) != "" {
		return ""
	}
	for _, l := range briefing.Langs() {
		if other, ok := fieldOf(fields, f.Label, l); ok && other.Lang == l && other.Get(row) != "" {
			return b.t("word.untranslated", other.Get(row))
		}
	}
	return ""
}

// ownBody is the text of a section written by hand. Its marks stand at the
// beginning of lines, so that a draft says above it that it is not translated.
func (b *builder) ownBody(m *briefing.Message) (body string, above []document.Block) {
	if s := m.Body.In(b.l); s != "" || !b.o.Draft || m.Body.Empty() {
		return s, nil
	}
	return m.Body.Any(b.l), []document.Block{document.Paragraph{Runs: document.Plain(b.t("word.untranslated_below"))}}
}
