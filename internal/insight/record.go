package insight

import (
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// leastSeries is how many earlier periods make a record worth telling.
const leastSeries = 3

// record writes «наибольшее значение за 2018–2022 годы» when the whole series
// shows it, «максимум с 2019 г.» when an earlier year was higher. A gap in the
// years, a value that is a bound, a plan or a forecast prove nothing. Months are
// compared with the same months of other years only, and that is said.
func (w *writer) record() {
	now := w.s.Now
	if now.Nature == briefing.NaturePlan || now.Figure.Status == briefing.Forecast || !stretched(now.Period) ||
		slices.Contains(now.Notes, measure.NotePartial) {
		return
	}
	earlier := w.yearsBefore()
	if len(earlier) < leastSeries {
		return
	}
	sign, changes := 0, []measure.Result(nil)
	for _, then := range earlier { // the latest first
		change := measure.AbsoluteChange(now, then)
		n, ok := exact(change)
		if !ok || n.IsZero() { // equal to an earlier one: no record
			return
		}
		if sign == 0 {
			sign = n.Sign()
		}
		if n.Sign() != sign {
			w.recordSince(sign, then, changes)
			return
		}
		changes = append(changes, change)
	}
	first := earlier[len(earlier)-1].Period
	span := briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: first.From.Year}, To: briefing.Date{Year: now.Period.From.Year}}
	part := ofMonths(now.Period)
	w.say(Sentence{Key: KeyRecord, Results: changes}, func(p pen) string {
		return p.stop(p.sentence("record.whole"+part+"."+side(sign), p.piece(side(sign)+"of", p.years(part, span))))
	})
}

// recordSince tells a maximum or minimum since a year that was beyond it.
func (w *writer) recordSince(sign int, beyond measure.Quantity, changes []measure.Result) {
	if len(changes) < leastSeries {
		return
	}
	changes = append(changes, measure.AbsoluteChange(w.s.Now, beyond))
	part := ofMonths(w.s.Now.Period)
	w.say(Sentence{Key: KeyRecord, Results: changes}, func(p pen) string {
		return p.stop(p.sentence("record.since"+part+"."+side(sign), p.piece(side(sign)+"since", strconv.Itoa(beyond.Period.From.Year))))
	})
}

// stretched reports a period of which every year has one: the year itself, a
// month, or months within a year.
func stretched(p briefing.Period) bool { return len(stretchesOf(p)) > 0 }

// ofMonths is the part of a key for records of months.
func ofMonths(p briefing.Period) string {
	switch p.Kind {
	case briefing.YearPeriod:
		return ""
	case briefing.MonthPeriod:
		return ".month"
	}
	return ".months"
}

// years are the years of a record: «2018–2022 годы», of months in the genitive.
func (p pen) years(part string, span briefing.Period) string {
	if part == "" {
		return lang.Period(p.l, span)
	}
	return p.t("record.years", span.From.Year, span.To.Year)
}

func side(sign int) string {
	if sign > 0 {
		return "max"
	}
	return "min"
}

// yearsBefore are the same periods of the years before, without a gap, the latest first;
// a year stated twice ends them, and a plan or forecast is no year.
func (w *writer) yearsBefore() []measure.Quantity {
	byYear := map[int][]measure.Quantity{}
	least := w.s.Now.Period.From.Year
	for _, q := range w.s.Series {
		if q.Period.From.Year >= w.s.Now.Period.From.Year || q.Period != yearsEarlier(w.s.Now.Period, w.s.Now.Period.From.Year-q.Period.From.Year) {
			continue
		}
		byYear[q.Period.From.Year] = append(byYear[q.Period.From.Year], q)
		least = min(least, q.Period.From.Year)
	}
	var out []measure.Quantity
	for y := w.s.Now.Period.From.Year - 1; y >= least; y-- {
		list := byYear[y]
		if len(list) != 1 || list[0].Nature == briefing.NaturePlan || list[0].Figure.Status == briefing.Forecast ||
			slices.Contains(list[0].Notes, measure.NotePartial) {
			break
		}
		out = append(out, list[0])
	}
	return out
}

// yearsEarlier is the same period some years earlier.
func yearsEarlier(p briefing.Period, n int) briefing.Period {
	for range n {
		p = p.YearBefore()
	}
	return p
}
