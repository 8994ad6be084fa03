package importer

import (
	"math"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// A workbook may hold one table several times: a copy that Excel has made, an
// older state beside the newer, the same figures in thousands and in millions.
// Their rows would be added up, or their names be taken for places. What is to be
// read the file can't say, so it is asked.

// tableRows are the rows of one table among those staged.
type tableRows struct {
	plan     *plan
	from, to int
}

// mostCompared is up to how many rows tables are compared: larger ones are no
// tables that people copy beside each other.
const mostCompared = 20_000

// refuseSameSheets refuses sheets of one file that hold the same rows.
func (s *stage) refuseSameSheets(read []tableRows) error {
	known := make([]map[string]float64, len(read)) // each table is compared with all others of its workbook
	amounts := func(i int) map[string]float64 {
		if known[i] == nil {
			known[i] = s.amountsOf(read[i])
		}
		return known[i]
	}
	for i, a := range read {
		for k, b := range read[i+1:] {
			if a.plan.part != b.plan.part || a.plan.profile.Settled || a.to-a.from > mostCompared || b.to-b.from > mostCompared || (a.plan.shape == nil) != (b.plan.shape == nil) {
				continue
			}
			if sameSheets(a, b, amounts(i), amounts(i+1+k)) {
				return &briefing.Error{Code: briefing.CodeSameSheets, Op: "read", Path: "«" + a.plan.table.Name() + "», «" + b.plan.table.Name() + "»"}
			}
		}
	}
	return nil
}

// sameSheets reports whether two tables tell of the same things the same amounts
// or, where their names say that they are states of one table, any amounts: x and
// y are those of a and b.
func sameSheets(a, b tableRows, x, y map[string]float64) bool {
	common, same := 0, true
	power := math.NaN()
	for key, n := range x {
		m, ok := y[key]
		if !ok {
			continue
		}
		common++
		ratio := math.Log10(n / m)
		if math.IsNaN(power) {
			power = math.Round(ratio)
		}
		const rounding = 0.01 // of figures in millions, as a power of ten
		same = same && math.Abs(ratio-power) < rounding && int(power)%3 == 0
	}
	least := min(len(x), len(y))
	if common == 0 || 5*common < 4*least {
		return false
	}
	versions := versionSheet(a.plan.table.Name()) || versionSheet(b.plan.table.Name())
	return versions || same && common > 1 && (power != 0 || common > 2 || len(x) == len(y))
}

// amountsOf are the values of a table's rows, or their weights, by what they are of,
// without the place that the sheet's name is read as.
func (s *stage) amountsOf(t tableRows) map[string]float64 {
	byName := t.plan.shape != nil && t.plan.shape.shape.Sheet == RoleRegion
	out := map[string]float64{}
	for i := t.from; i < t.to; i++ {
		o := s.set.At(i)
		n := o.Value
		if !n.Valid {
			n = o.NetWeight
		}
		v, ok := n.Decimal.Float64()
		if !n.Valid || !ok || v <= 0 {
			continue
		}
		if byName {
			if _, known := codes.Region(o.Reporter, o.Region); known || figureRegion(o.Region) {
				return map[string]float64{} // a place of its own
			}
			o.Region = ""
		}
		out[strings.Join([]string{string(o.Flow), o.Reporter, o.Region, o.Partner, o.Province, o.Code, o.Product, o.Period.String(), o.Currency}, "\x00")] += v
	}
	return out
}

// figureRegion reports whether a region has its code: it is one that is known.
func figureRegion(region string) bool {
	return region != "" && strings.Trim(region, "0123456789") == "" && region != figure.World
}

// versionSheet reports whether a sheet is called by what state of a table it is,
// as a copy or by its unit, and by no place.
func versionSheet(name string) bool {
	f := strings.TrimSpace(codes.Fold(name))
	if strings.HasSuffix(f, ")") { // Excel's copies: «Данные (2)»
		if at := strings.LastIndexByte(f, '('); at > 0 && strings.Trim(f[at+1:len(f)-1], "0123456789") == "" {
			return true
		}
	}
	for _, word := range strings.FieldsFunc(f, func(r rune) bool { return strings.ContainsRune(" ()[]_-.,", r) }) {
		if slices.Contains([]string{
			"старая", "старый", "старое", "стар", "новая", "новый", "новое", "уточнено", "уточненная", "уточненный", "уточненные", "уточн", "копия", "черновик", "исправлено", "исправленный", "предыдущая", "прежняя",
			"тыс", "млн", "млрд", "old", "new", "copy", "draft", "revised", "corrected", "previous", "thousand", "million", "旧", "新", "副本", "修订", "更新",
		}, word) {
			return true
		}
	}
	return false
}
