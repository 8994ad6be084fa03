package measure

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Result is a value with its derivation, or the reasons why there is none.
type Result struct {
	Measure string          // key in the registry
	Figure  briefing.Figure // a bound has only Low («не менее») or only High («не более»)
	Period  briefing.Period // of the value
	Base    briefing.Period // what it is measured against, if anything
	Defined bool
	Why     string   // key of the first reason when undefined: "measure.why.base-zero"
	Reasons []string // all of them, the first included
	Inputs  []Input
	Notes   []string // keys of what a reader has to be told: "measure.note.…"

	// Times is V_t/V_0 of a growth above +200 %, which is printed as
	// «в N раза» instead of per cent.
	Times briefing.MaybeNumber
	// Of a rank: how many were ranked, and how many share the place.
	Of, Tied int
	Years    int  // between base and period, of a CAGR
	Planned  bool // an input is a plan: the result is one too
	Sample   bool // an input is invented data
}

// Input is what went into a result: a record or a group of observations.
type Input struct {
	Ref    briefing.Ref
	Keys   []string
	Scope  Scope // what the figure covers
	Figure briefing.Figure
	Period briefing.Period
}

// Reasons why a measure is not computed. Those of what differs may have behind
// them what the value and the base have (Differing).
const (
	WhyValueMissing     = "measure.why.value-missing"
	WhyUnpublished      = "measure.why.unpublished"
	WhyBaseMissing      = "measure.why.base-missing"
	WhyBaseZero         = "measure.why.base-zero"
	WhyBaseNegative     = "measure.why.base-negative"
	WhyWholeNotPositive = "measure.why.whole-not-positive"
	WhyNotPositive      = "measure.why.not-positive"
	WhyNoQuantity       = "measure.why.no-quantity"
	WhyVague            = "measure.why.vague"
	WhyLowerBounds      = "measure.why.lower-bounds"
	WhyUpperBounds      = "measure.why.upper-bounds"
	WhyBoundsUnclear    = "measure.why.bounds-unclear"
	WhyBaseLowerBound   = "measure.why.base-lower-bound"
	WhyBaseUpperBound   = "measure.why.base-upper-bound"
	WhyPlanYear         = "measure.why.plan-year"
	WhyPeriodMissing    = "measure.why.period-missing"
	WhyPeriodsDiffer    = "measure.why.periods-differ"
	WhySamePeriod       = "measure.why.same-period"
	WhyScopeDiffers     = "measure.why.scope-differs"
	WhyUnitsDiffer      = "measure.why.units-differ"
	WhyCurrenciesDiffer = "measure.why.currencies-differ"
	WhyBasesDiffer      = "measure.why.bases-differ"
	WhyClassesDiffer    = "measure.why.classes-differ"
	WhyGap              = "measure.why.gap"
	WhyRepeated         = "measure.why.repeated"
	WhyCoverage         = "measure.why.coverage"
	WhyBaseGap          = "measure.why.base-gap"
	WhyRankUnclear      = "measure.why.rank-unclear"
	WhyReached          = "measure.why.reached"
	WhyNoMonthsLeft     = "measure.why.no-months-left"
	WhyOverflow         = "measure.why.overflow"
	WhyNoChange         = "measure.why.no-change"
	WhyNegativePart     = "measure.why.negative-part"
	WhyOnePart          = "measure.why.one-part"
	WhyPartsDiffer      = "measure.why.parts-differ"
	WhyNothingMatched   = "measure.why.nothing-matched"
	WhyThreeYears       = "measure.why.three-years"
	WhyNotAYear         = "measure.why.not-a-year"
	WhyNotMonthly       = "measure.why.not-monthly"
	WhyLevels           = "measure.why.levels"
	WhyUnlikeLevels     = "measure.why.unlike-levels"
	WhyOtherGoods       = "measure.why.other-goods"
	WhyGoodsExceed      = "measure.why.goods-exceed"
	WhyNotChosen        = "measure.why.not-chosen"
	WhyMixedGoods       = "measure.why.mixed-goods"
	WhyUnweighed        = "measure.why.unweighed"
	WhyUnvalued         = "measure.why.unvalued"
	// WhyFrequenciesDiffer: months or quarters against a whole year.
	WhyFrequenciesDiffer = "measure.why.frequencies-differ"
)

// Reasons of measures that hold a sum against other rows.
const (
	WhyByGoods        = "measure.why.by-goods"
	WhyByPartner      = "measure.why.by-partner"
	WhyByMonth        = "measure.why.by-month"
	WhyOfExports      = "measure.why.of-exports"
	WhyOfRegion       = "measure.why.of-region"
	WhyOneRegion      = "measure.why.one-region"
	WhyIsLocalisation = "measure.why.is-localisation"
	WhyNoYardstick    = "measure.why.no-yardstick"
	WhyNoReturns      = "measure.why.no-returns"
	WhyNoActual       = "measure.why.no-actual"
	WhyNoThroughput   = "measure.why.no-throughput"
)

// Notes that go with a result.
const (
	NoteRegionsTogether = "measure.note.regions-together"

	NoteBasisMixed   = "measure.note.basis-mixed"
	NoteBasisUnknown = "measure.note.basis-unknown"
	NoteReporters    = "measure.note.reporters"
	NoteYearsApart   = "measure.note.years-apart"
	NotePartOfPeriod = "measure.note.part-of-period"
	NoteExceeds      = "measure.note.exceeds"
	NoteLeftOut      = "measure.note.left-out"
	NoteApproximate  = "measure.note.approximate"
	NotePartial      = "measure.note.partial"
	NoteHidden       = "measure.note.hidden"
	NoteBreak        = "measure.note.break"
	NoteOutlier      = "measure.note.outlier"
	NoteImplied      = "measure.note.implied"
	NoteSignsDiffer  = "measure.note.signs-differ"
	NoteMirror       = "measure.note.mirror"
	NoteCIFFactor    = "measure.note.cif-factor"
	NoteMatchedOnly  = "measure.note.matched-only"
	NoteEvenMonths   = "measure.note.even-months"
	NoteSeasonal     = "measure.note.seasonal"
	NoteNoRows       = "measure.note.no-rows"
	NoteHiddenApart  = "measure.note.hidden-apart"
	NoteEditions     = "measure.note.editions"
	NoteUnlikeLevels = "measure.note.unlike-levels"
	NoteGoodsExceed  = "measure.note.goods-exceed"
)

// begin starts a result with its inputs: derivation, status, plan and sample
// come from them.
func begin(key string, in ...Quantity) Result {
	r := Result{Measure: key}
	for _, q := range in {
		r.Inputs = append(r.Inputs, Input{Ref: q.Ref, Keys: q.Keys, Scope: q.Scope, Figure: q.Figure, Period: q.Period})
		r.Figure.Status = figure.Weaker(r.Figure.Status, q.Figure.Status)
		r.Planned = r.Planned || q.Nature == briefing.NaturePlan
		r.Sample = r.Sample || q.Sample
		r.note(q.Notes...)
		if q.Figure.Status == briefing.SeriesBreak {
			r.note(NoteBreak)
		}
		if q.Figure.Conf == "C" || q.Figure.Conf == "N" {
			r.Figure.Conf = q.Figure.Conf
		}
	}
	if s := r.Figure.Status; s == briefing.Normal || s == briefing.Missing {
		r.Figure.Status = ""
	}
	return r
}

// note adds notes that are not there yet.
func (r *Result) note(keys ...string) {
	for _, k := range keys {
		if k != "" && !slices.Contains(r.Notes, k) {
			r.Notes = append(r.Notes, k)
		}
	}
}

// refuse adds reasons; empty ones are none.
func (r *Result) refuse(keys ...string) {
	for _, k := range keys {
		if k != "" && !slices.Contains(r.Reasons, k) {
			r.Reasons = append(r.Reasons, k)
		}
	}
	if r.Why == "" && len(r.Reasons) > 0 {
		r.Why = r.Reasons[0]
	}
}

func (r *Result) refused() bool { return r.Why != "" }

// settle puts the computed span into the result, or the reason why there is
// none.
func (r Result) settle(s span, why string, u briefing.Unit) Result {
	r.refuse(why)
	if r.refused() {
		return r
	}
	f := s.figure(u)
	f.Status, f.Conf = r.Figure.Status, r.Figure.Conf
	r.Figure, r.Defined = f, true
	if s.about && (s.noLo || s.noHi) {
		r.note(NoteApproximate)
	}
	return r
}

// Quantity makes a defined result an input of another measure.
func (r Result) Quantity() Quantity {
	q := Quantity{Figure: r.Figure, Period: r.Period, Sample: r.Sample, Notes: r.Notes}
	if r.Planned {
		q.Nature = briefing.NaturePlan
	}
	return q
}
