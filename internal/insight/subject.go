package insight

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Subject is what a paragraph is about: one quantity in two periods with its
// parts. Everything but Now may be absent; what is absent is not written of.
type Subject struct {
	// Key names the subject among the observations; the zero key is no
	// subject of theirs, and its sentences can't be bound.
	Key Key
	// Title names the quantity where its flow does not. It is printed in
	// quotation marks, so that no case has to be guessed.
	Title briefing.Text
	Now   measure.Quantity
	Then  measure.Quantity // the same period of an earlier year
	// Refusal is a reason (measure.Why…) known to the caller for which Now and
	// Then must not be compared, such as years made of different months.
	Refusal string

	Series []measure.Quantity // the same quantity in earlier periods, for records
	Parts  []Part             // that together make Now and Then
	Goods  []Part             // by code, of which prices are told; none where they aren't compared
	Kind   Kind               // of the parts

	// What the data of the period are of, where they are not of all: the number
	// of countries with a value when no row stands for all of them, of regions of
	// the reporter, of provinces of the partner, and of chapters of goods. 0: not
	// told. Region and Province are the one the rows are of, Chapter their one
	// chapter.
	Countries, Regions, Provinces, Chapters int
	OtherCountries                          bool // what no country is told for is in it, too
	Region, Province                        string
	Chapter                                 Part

	Plan *measure.Quantity // target of the period or of the year Now is in

	rows figure.Filter // of the observations it was added up from
}

// Rows is the filter of the observations that it was added up from.
func (s Subject) Rows() figure.Filter { return s.rows }

// Kind names what the parts are.
type Kind string

// Kinds of parts.
const (
	Products Kind = "product"
	Partners Kind = "partner"
	Regions  Kind = "region"
)

// Part is one product, partner or region of the whole. A side without a value
// says that the data of that period have no row of it.
type Part struct {
	Name                      briefing.Text // in the nominative
	Code                      string        // shown where there is no name in the language
	Now, Then                 measure.Quantity
	NowQuantity, ThenQuantity measure.Quantity // masses, for price and volume

	untold bool // there are rows of it in one of the periods, and they have no value
}

// Sentence is an offer: a text in each language, with the results its numbers
// come from. The text is empty in no language.
type Sentence struct {
	Key  string // which sentence it is: "level", "growth-refused", "drivers", …
	Text briefing.Text
	// Bound is the text with what the data say in it as bindings (Key, piece),
	// so that it is written anew when they change. Empty without a key.
	Bound briefing.Text
	// Pieces are what the data say in it, by name and as printed.
	Pieces  []Piece
	Inputs  []measure.Quantity // figures printed as they are stated
	Results []measure.Result   // measures printed, rounded
}

// Piece is a part of a sentence that changes with the data. A piece that may
// have nothing to say is empty; one that the data do not bear is not there.
type Piece struct {
	Form string // a to z, told in docs/measures.md
	Text briefing.Text
	// Numbers are the values that the piece prints; of words none.
	Numbers []Number
}

// Keys of sentences, in the order they are written.
const (
	KeyLevel         = "level"
	KeyRefused       = "growth-refused"
	KeyRecord        = "record"
	KeyDrivers       = "drivers"
	KeyPrices        = "prices"
	KeyPlaces        = "places"
	KeyConcentration = "concentration"
	KeyAppeared      = "appeared"
	KeyVanished      = "vanished"
	KeyPlan          = "plan"
	KeyPace          = "pace"
	KeyCaveats       = "caveats"
)

// Write gives the sentences that can be said of the subject, the opening
// first. Without a value of the period there is nothing to say.
func Write(s Subject) []Sentence {
	w := &writer{s: s}
	if !w.level() {
		return nil
	}
	w.record()
	w.drivers()
	w.prices()
	w.places()
	w.concentration()
	w.comings()
	w.plan()
	w.caveats()
	return w.out
}

// Opening joins the sentences into a paragraph of one language.
func Opening(sentences []Sentence, l briefing.Lang) string {
	text := ""
	for _, s := range sentences {
		if text != "" && l != briefing.ZH {
			text += " "
		}
		text += s.Text.In(l)
	}
	return text
}

// writer gathers sentences.
type writer struct {
	s      Subject
	growth measure.Result
	out    []Sentence
}

// say adds a sentence; in gives its text in a language, with the pieces marked.
// A sentence that lacks a text in one of them is not added: no language is
// filled from another.
func (w *writer) say(s Sentence, in func(p pen) string) {
	for _, l := range briefing.Langs() {
		marked := in(pen{l})
		if marked == "" {
			return
		}
		*s.Text.At(l) = s.take(marked, l, w.s.Key)
	}
	for i := range s.Pieces {
		s.Pieces[i].Numbers = w.numbers(s, s.Pieces[i].Form)
	}
	w.out = append(w.out, s)
}
