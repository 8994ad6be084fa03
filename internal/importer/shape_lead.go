package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// A long name of goods may stand in two rows, the figures in the second:
// «Чёрные металлы» / «и изделия из них; 120,5».

// lead is the first half of such a name, and the line below which the other half
// has to follow.
type lead struct {
	text string
	line int
}

// leads keeps a row without figures whose one text may be the first half of a name.
func (r *shapedRows) leads(src *cells.Row) {
	r.lead = lead{}
	for i := range src.Cells {
		t := cell(src, i+1)
		switch {
		case t == "":
		case r.lead.text != "" || !r.isKey(i+1, RoleProduct) || len(t) > 160 || partText(t) || remarkText(t):
			r.lead = lead{}
			return
		default:
			r.lead = lead{t, src.Line}
		}
	}
}

// joinLead puts the first half of a name before its second: one that goes on with a
// joining word, or after a comma, a hyphen or an open bracket.
func (r *shapedRows) joinLead(src *cells.Row) {
	was := r.lead
	r.lead = lead{}
	if was.text == "" || src.Line != was.line+1 {
		return
	}
	for _, c := range r.keys {
		t := cell(src, c.Index)
		if c.Role != RoleProduct || t == "" {
			continue
		}
		first, _, _ := strings.Cut(codes.Fold(t), " ")
		hyphen := strings.HasSuffix(was.text, "-")
		open := hyphen || strings.HasSuffix(was.text, ",") || strings.Count(was.text, "(") > strings.Count(was.text, ")")
		lower := strings.ToUpper(first) != first && strings.HasPrefix(t, first)
		if !lower || !open && !slices.Contains([]string{"и", "или", "из", "для", "с", "со", "в", "на", "не", "кроме", "and", "or", "of", "for", "with", "not", "except"}, first) || partText(t) {
			return
		}
		join := " "
		if hyphen {
			join = ""
		}
		old := src.Cells[c.Index-1].Text // its indent stays
		indent := old[:len(old)-len(strings.TrimLeft(string(old), " \u00a0\u3000\t"))]
		src.Cells[c.Index-1].Text = append(append([]byte(nil), indent...), was.text+join+t...)
		return
	}
}
