package check

import (
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// What a fact can be of beside the flows that rows have: both together, and the
// one less the other.
const (
	Turnover figure.Flow = "turnover"
	Balance  figure.Flow = "balance"
)

// FlowOf is the flow of trade that a fact in money is of: as its field says or,
// where it is empty, as the only word for a flow in its statement does; not ok
// for facts of anything else, and where the words name several.
func FlowOf(f *briefing.Fact) (figure.Flow, bool) {
	if _, money := f.Figure().Unit.Currency(); !money {
		return "", false
	}
	return flowStated(f)
}

// flowStated is the flow that a fact is of, whatever it counts.
func flowStated(f *briefing.Fact) (figure.Flow, bool) {
	if f.Flow != "" {
		return figure.Flow(f.Flow), true
	}
	return flowIn(f.Statement)
}

// flowWord is a flow with the words that name it in a language.
type flowWord struct {
	flow  figure.Flow
	words *prose.Vocabulary
}

var flowWords = sync.OnceValue(func() map[briefing.Lang][]flowWord {
	out := map[briefing.Lang][]flowWord{}
	for _, l := range briefing.Langs() {
		for _, flow := range []figure.Flow{Turnover, Balance, figure.Export, figure.Import, figure.ReExport, figure.ReImport} {
			out[l] = append(out[l], flowWord{flow, prose.NewVocabulary(l, lang.T(l, "check.44.flow."+string(flow)))})
		}
	}
	return out
})

// flowsIn are the flows of trade that words name.
func flowsIn(l briefing.Lang, w prose.Words) []figure.Flow {
	var out []figure.Flow
	for _, named := range flowWords()[l] {
		if named.words.In(w) {
			out = append(out, named.flow)
		}
	}
	return out
}

// flowIn is the only flow that a text names.
func flowIn(t briefing.Text) (figure.Flow, bool) {
	for _, l := range briefing.Langs() {
		text := t.In(l)
		if text == "" {
			continue
		}
		found := flowsIn(l, prose.Read(prose.Unbound(text)))
		if len(found) == 1 {
			return found[0], true
		}
		return "", false
	}
	return "", false
}
