package whence

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Kind tells what a value is.
type Kind string

// Kinds of values.
const (
	Measured Kind = "measure" // computed by a measure of the registry
	Fact     Kind = "fact"    // stated by sources, or derived from other facts
	Sum      Kind = "sum"     // of imported rows
	Rest     Kind = "rest"    // of what is not told one by one
	Words    Kind = "words"   // written from figures by no measure
)

// Node is a value with whence it is.
type Node struct {
	Kind    Kind
	Measure string // key in the registry; of a sum "value" or "weight"
	Symbol  string // what the formula above calls it: "V1"
	Ref     briefing.Ref
	Keys    []Key // of a sum: what its rows are of
	Formula string
	Result  measure.Result // of a fact and a sum the figure, the period and the notes
	Claims  []Claim        // of a fact
	// Concluded says of a fact that nobody stated it: it was concluded.
	Concluded bool
	Files     []File // of a sum, those with most rows first
	Rows      []Row  // of a sum: as many as were asked for, the largest first
	All       int    // rows of a sum
	With      int    // that state a number
	Of        int    // items that a sum is of, where it is of what is not told one by one
	Parents   []Node
	More      int           // parents that are not shown
	Words     briefing.Text // of words: what is printed
	Circle    bool          // the fact stands above itself: its parents are not followed
}

// Key is what a sum's rows have in common.
type Key struct {
	Dimension figure.Dimension
	Value     string
	Class     string // classification of a code
}

// Claim is what one source says of a fact.
type Claim struct {
	Source       briefing.ID
	Figure       briefing.Figure
	Period       briefing.Period
	Wording      string
	Chosen       bool // the one that is printed
	Verification bool // kept as a later check, never cited
}

// File is an import that rows came with.
type File struct {
	Import      briefing.ID
	Name        string
	Source      briefing.ID
	Rows        int
	First, Last int // lines of the file
}

// Row is an imported row.
type Row struct {
	figure.Observation
	File string
}

// Amount is the row's number for a sum of the measure.
func (r Row) Amount(key string) briefing.MaybeNumber {
	if key == string(measure.Weight) {
		return r.NetWeight
	}
	return r.Value
}

// World is what derivations are looked up in.
type World struct {
	Figures *figure.Set
	Facts   []*briefing.Fact
	Imports []*briefing.Import
	// Rows is how many rows of each sum are told; 0 tells none, −1 all.
	Rows int
	// Groups gives the product group of a code of a classification, where
	// groups may be asked for.
	Groups func(class, code string) string
}

func (w *World) fact(id briefing.ID) *briefing.Fact {
	if i := slices.IndexFunc(w.Facts, func(f *briefing.Fact) bool { return f.ID == id }); i >= 0 {
		return w.Facts[i]
	}
	return nil
}

// OfFact is the derivation of a fact; not ok when there is none of the ID.
func (w *World) OfFact(id briefing.ID) (Node, bool) { return w.ofFact(id, nil) }

func (w *World) ofFact(id briefing.ID, above []briefing.ID) (Node, bool) {
	f := w.fact(id)
	if f == nil {
		return Node{}, false
	}
	n := Node{Kind: Fact, Ref: f.Ref(), Formula: f.Formula, Concluded: f.Nature == briefing.NatureConclusion}
	printed, ok := f.Claim()
	if ok {
		q := measure.OfClaim(f, printed)
		n.Result = measure.Plain("", q)
		if !q.Figure.HasNumber() {
			n.Result.Why, n.Result.Reasons = "", nil // it states no number: none is to be computed
		}
		n.Result.Planned = f.Nature == briefing.NaturePlan
	} else {
		n.Result = measure.Refused("", briefing.Period{}, measure.WhyNotChosen)
	}
	for _, c := range f.Claims {
		n.Claims = append(n.Claims, Claim{
			Source: c.Source, Figure: c.Figure, Period: c.Period, Wording: c.Wording,
			Chosen: ok && c.ID == printed.ID, Verification: c.Role == briefing.RoleVerification,
		})
	}
	if slices.Contains(above, id) {
		n.Circle = true
		return n, true
	}
	for _, p := range f.Parents {
		if parent, ok := w.ofFact(p, append(slices.Clone(above), id)); ok {
			parent.Symbol = string(p)
			n.Parents = append(n.Parents, parent)
		} else {
			n.More++
		}
	}
	return n, true
}

// OfWords is the derivation of words that were written from figures by no
// measure, such as the years of a record: what they were written from.
func (w *World) OfWords(words briefing.Text, from []measure.Input, f figure.Filter) Node {
	n := Node{Kind: Words, Words: words}
	if words.Empty() {
		return n // nothing is printed, of nothing
	}
	for i, in := range from {
		if i >= mostParents {
			n.More = len(from) - mostParents
			break
		}
		n.Parents = append(n.Parents, w.ofParent(in, f))
	}
	return n
}

// mostParents is how many inputs are told one by one.
const mostParents = 12

// ofParent is the derivation of an input: of a fact, or of a sum of rows.
func (w *World) ofParent(in measure.Input, f figure.Filter) Node {
	if in.Ref.Kind == briefing.KindFact && in.Ref.ID != "" {
		if n, ok := w.OfFact(in.Ref.ID); ok {
			return n
		}
	}
	return w.ofInput(in, f)
}

// Symbols are what the formula of a measure calls its inputs, in their order;
// nil where it calls them by words.
func Symbols(key string) []string {
	switch key {
	case "absolute-change", "growth", "cagr", "index":
		return []string{"V1", "V0"}
	case "share":
		return []string{"Vk", "ΣV"}
	case "share-change":
		return []string{"Vk1", "ΣV1", "Vk0", "ΣV0"}
	case "contribution":
		return []string{"Vk1", "Vk0", "V0"}
	case "contribution-share":
		return []string{"Vk1", "Vk0", "V1", "V0"}
	case "balance", "cover":
		return []string{"X", "M"}
	case "unit-value":
		return []string{"V", "Q"}
	case "rca", "localisation", "rca-symmetric", "trade-intensity":
		return []string{"xij", "Xi", "xwj", "Xw"}
	case "mirror-gap", "mirror-asymmetry":
		return []string{"M", "X"}
	}
	return nil
}

// SymbolOf is what the formula of a measure calls its n-th input; those of
// measures over many items come round again. Empty where it uses words.
func SymbolOf(key string, n, of int) string {
	if symbols := Symbols(key); len(symbols) > 0 {
		if n < len(symbols) {
			return symbols[n]
		}
		return ""
	}
	switch key {
	case "fisher", "volume-index", "laspeyres", "paasche", "coverage", "base-coverage", "price-effect", "volume-effect", "structure-effect", "unweighted-effect":
		if of == 2 { // the sums of both periods, in the place of the products
			return []string{"ΣV1", "ΣV0"}[n%2]
		}
		return []string{"V1", "Q1", "V0", "Q0"}[n%4]
	case "cms-world", "cms-product", "cms-market", "cms-competitiveness":
		return []string{"X1", "X0", "M1", "M0"}[n%4]
	case "seasonal-index":
		return "V"
	case "complementarity":
		return halves(n, of, "mk", "xk")
	case "diversification":
		return halves(n, of, "hij", "hi")
	case "rank", "hhi", "hhi-normalised", "effective-number":
		return "Vk"
	}
	return ""
}

// halves names the inputs of a measure of two lists of one length.
func halves(n, of int, first, second string) string {
	if n < of/2 {
		return first
	}
	return second
}

// OfResult is the derivation of a result whose inputs tell themselves: facts
// by their records, sums by their scope and period among the rows that the
// filter lets through.
func (w *World) OfResult(r measure.Result, f figure.Filter) Node {
	if (r.Measure == string(measure.Value) || r.Measure == string(measure.Weight)) && len(r.Inputs) == 1 {
		return w.ofInput(r.Inputs[0], f) // a sum as it stands
	}
	n := Node{Kind: Measured, Measure: r.Measure, Result: r}
	for i, in := range r.Inputs {
		if i >= mostParents {
			n.More = len(r.Inputs) - mostParents
			break
		}
		parent := w.ofParent(in, f)
		parent.Symbol = SymbolOf(r.Measure, i, len(r.Inputs))
		n.Parents = append(n.Parents, parent)
	}
	return n
}
