package app

import (
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
)

// ClaimView is what one source says of a fact, to be set beside the others.
type ClaimView struct {
	ID           briefing.ID
	Figure       string // with its word of precision
	Precision    string // in words, «точно» included
	Period       string
	Source       string
	Published    string // "" where the source has no date
	Wording      string // as the source has it
	Printed      bool   // the one that the pack prints
	Verification bool   // kept as a later check, never cited
	Apart        bool   // ten times away from another one
}

// Claims sets the claims of a fact side by side, in their order; the language
// is of the words around what the sources say.
func (p *Project) Claims(f *briefing.Fact, l briefing.Lang) []ClaimView {
	apart := check.ApartClaims(f)
	printed, chosen := f.Claim()
	out := make([]ClaimView, len(f.Claims))
	for i, c := range f.Claims {
		v := ClaimView{
			ID: c.ID, Figure: lang.Figure(l, c.Figure), Period: lang.Period(l, c.Period), Wording: c.Wording,
			Printed: chosen && c.ID == printed.ID, Verification: c.Role == briefing.RoleVerification, Apart: apart[i],
		}
		switch {
		case c.Figure.Precision != briefing.Exact:
			v.Precision = lang.Enum(l, "precision", string(c.Figure.Precision))
		case c.Figure.HasNumber():
			v.Precision = lang.Enum(l, "precision", "exact")
		}
		ref := briefing.Ref{Kind: briefing.KindSource, ID: c.Source}
		v.Source = p.Caption(ref, l)
		if r, err := p.Get(ref); err == nil {
			if at := r.(*briefing.Source).Published; at != "" {
				v.Published = lang.Stamp(l, at)
			}
		}
		out[i] = v
	}
	return out
}
