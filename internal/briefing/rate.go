package briefing

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"
)

// Rate is what one unit of a currency costs in another, as a source states it.
// Amounts are converted by a stated rate only, beside the original and marked.
type Rate struct {
	From, To string // ISO 4217 codes of the currencies we know
	Per      Number // units of To for one unit of From, above zero
	// Date is what the rate is of. A day's rate is used for all periods; the
	// average of a month, quarter or year for the periods within it only.
	Date   Period
	Source ID     // the source record
	Words  string // the source in words, before it has a record
}

// Bounds of what is taken for a rate: a rate of no day that statistics cover is
// a slip of the pen.
const (
	firstRateYear = 1992
	lastRateYear  = 2099
	rateDigits    = 12
)

// ParseRate reads a rate as it is typed: "CNY/USD=0.1488 2022 Bank of Russia".
// The currencies are two different ones by ISO 4217; the date is a
// day, month, quarter or year; the source may not be left out. What is wrong is
// CodeBadRate with the part concerned.
func ParseRate(s string) (Rate, error) {
	pair, rest, ok := strings.Cut(strings.TrimSpace(s), "=")
	if !ok {
		return Rate{}, badRate(s)
	}
	number, rest := word(rest)
	date, source := word(rest)
	r, err := newRate(pair, number, date)
	if err != nil {
		return Rate{}, err
	}
	if r.Words = strings.Join(strings.Fields(source), " "); r.Words == "" {
		return Rate{}, badRate(s)
	}
	return r, nil
}

// word cuts off the first word.
func word(s string) (first, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], strings.TrimSpace(s[i:])
	}
	return s, ""
}

// ParseStoredRate reads what String has written.
func ParseStoredRate(s string) (Rate, error) {
	parts := strings.SplitN(s, ":", 4)
	if len(parts) != 4 {
		return Rate{}, badRate(s)
	}
	r, err := newRate(parts[0], parts[1], parts[2])
	r.Source = ID(parts[3])
	return r, err
}

// String is the form that is kept with a batch: "CNY/USD:0.1488:2022:source-1".
func (r Rate) String() string {
	return fmt.Sprintf("%s/%s:%s:%s:%s", r.From, r.To, r.Per, r.Date, r.Source)
}

func newRate(pair, number, date string) (Rate, error) {
	from, to, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(pair)), "/")
	r := Rate{From: from, To: to}
	for _, c := range []string{from, to} {
		if _, ok := Unit(strings.ToLower(c)).Currency(); !ok {
			return Rate{}, badRate(pair)
		}
	}
	var err error
	if r.Per, err = ParseNumber(number); err != nil || len(number) > rateDigits || !plainNumber(number) {
		return Rate{}, badRate(number)
	}
	if r.Date, err = ParsePeriod(date); err != nil {
		return Rate{}, badRate(date)
	}
	return r, r.Check()
}

// plainNumber reports whether a number has digits and a point only.
func plainNumber(s string) bool { return strings.Trim(s, "0123456789.") == "" }

// Check reports what is no rate: CodeBadRate.
func (r Rate) Check() error {
	switch r.Date.Kind {
	case DayPeriod, MonthPeriod, QuarterPeriod, YearPeriod:
	default:
		return badRate(r.Date.String())
	}
	switch {
	case r.From == r.To:
		return badRate(r.From + "/" + r.To)
	case r.Per.Sign() <= 0:
		return badRate(r.Per.String())
	case r.Date.From.Year < firstRateYear || r.Date.From.Year > lastRateYear:
		return badRate(r.Date.String())
	}
	return nil
}

// Covers reports whether amounts of a period may be converted by the rate.
func (r Rate) Covers(p Period) bool {
	if r.Date.Kind == DayPeriod {
		return true
	}
	from, to := p.Start(), p.End()
	return !from.IsZero() && !to.IsZero() && !from.Before(r.Date.Start()) && !to.After(r.Date.End())
}

// Convert gives an amount of From in To: the exact product, rounded once, half
// away from zero, to a hundredth. More than 19 digits are CodeOverflow.
func (r Rate) Convert(n Number) (Number, error) {
	product := new(big.Int).Mul(new(big.Int).SetUint64(n.Coef()), new(big.Int).SetUint64(r.Per.Coef()))
	q := new(big.Rat).SetFrac(product, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Scale()+r.Per.Scale())), nil))
	if n.IsNeg() {
		q.Neg(q)
	}
	out, err := ParseNumber(q.FloatString(2))
	if err != nil {
		return Number{}, &Error{Code: CodeOverflow, Op: "convert", Path: n.String(), Err: err}
	}
	return out, nil
}

func badRate(what string) error {
	return &Error{Code: CodeBadRate, Op: "read rate", Path: strings.TrimSpace(what)}
}

// Said gives what was said of a batch at the import under a key of the command
// line's --unit: "mirror", "rate", "basis"; each once.
func (r *Import) Said(key string) []string {
	var out []string
	for part := range strings.SplitSeq(r.Units, ",") {
		if k, v, ok := strings.Cut(strings.TrimSpace(part), "="); ok && k == key && v != "" {
			out = append(out, v)
		}
	}
	return out
}
