package briefing

// Precision says how exactly a source states a number. The word is part of
// the figure: it travels through measures and is never dropped in print.
type Precision string

// Words of precision. A bound (MoreThan, UpTo) is not a value: what would be
// computed from bounds of the same side is refused (analytics.md).
const (
	Exact      Precision = ""
	About      Precision = "about"       // около
	Almost     Precision = "almost"      // почти
	MoreThan   Precision = "more-than"   // более
	UpTo       Precision = "up-to"       // до
	HundredsOf Precision = "hundreds-of" // сотни: words, not a number
	TensOf     Precision = "tens-of"     // десятки
)

// Precisions lists the words in the order forms offer them.
func Precisions() []Precision {
	return []Precision{Exact, About, Almost, MoreThan, UpTo, HundredsOf, TensOf}
}

// ObsStatus is the SDMX observation status (CL_OBS_STATUS), stored as its code.
type ObsStatus string

// Observation statuses used here and their marks in print.
const (
	Normal      ObsStatus = "A"
	Provisional ObsStatus = "P" // [p]
	Revised     ObsStatus = "R" // [r]
	Estimated   ObsStatus = "E" // [e]
	Forecast    ObsStatus = "F" // [f]
	Missing     ObsStatus = "M" // [x]
	NotApplied  ObsStatus = "L" // [z]
	Negligible  ObsStatus = "N" // [k]
	SeriesBreak ObsStatus = "B" // [b]
)

// ObsStatuses lists the statuses in the order forms offer them.
func ObsStatuses() []ObsStatus {
	return []ObsStatus{"", Normal, Provisional, Revised, Estimated, Forecast, Missing, NotApplied, Negligible, SeriesBreak}
}

// Mark is the letter printed in square brackets after a figure of the status,
// empty for a normal one (analytics.md, numbers in print).
func (s ObsStatus) Mark() string {
	switch s {
	case Provisional:
		return "p"
	case Revised:
		return "r"
	case Estimated:
		return "e"
	case Forecast:
		return "f"
	case Missing:
		return "x"
	case NotApplied:
		return "z"
	case Negligible:
		return "k"
	case SeriesBreak:
		return "b"
	}
	return ""
}

// Confidentiality is the SDMX confidentiality status (CL_CONF_STATUS):
// "F" free, "C" confidential, "N" not for publication.
type Confidentiality string

// Figure is one quantity as it is stated: a number, or a range, or words only
// («сотни тысяч тонн»), in a unit, with its word of precision and its status.
type Figure struct {
	Value     MaybeNumber
	Low, High MaybeNumber // the source gives a range: 915–930
	Unit      Unit
	Precision Precision
	Words     Text // the wording where no number is given; printed instead of one
	Status    ObsStatus
	Conf      Confidentiality
}

// HasNumber reports whether there is a value or a range to print or compute with.
func (f Figure) HasNumber() bool { return f.Value.Valid || f.Low.Valid || f.High.Valid }

// Says reports whether there is anything to print: a number, a wording, or a word
// that stands for a number («сотни»).
func (f Figure) Says() bool {
	return f.HasNumber() || !f.Words.Empty() || f.Precision == HundredsOf || f.Precision == TensOf
}

// IsRange reports whether the figure is a range without one value.
func (f Figure) IsRange() bool { return !f.Value.Valid && (f.Low.Valid || f.High.Valid) }

// IsBound reports whether the figure is only an upper or lower bound.
func (f Figure) IsBound() bool { return f.Precision == MoreThan || f.Precision == UpTo }

// IsVague reports whether only words are given.
func (f Figure) IsVague() bool {
	return !f.HasNumber() || f.Precision == HundredsOf || f.Precision == TensOf
}
