package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// FieldType says how a field is entered, checked and compared. Every value
// has one canonical text form, which is what is stored and journalled.
type FieldType uint8

// Types of field.
const (
	LineField     FieldType = iota // one line of text
	ProseField                     // text of several lines
	EnumField                      // one of Options; shown as "enum.<Group>.<option>"
	NumberField                    // exact decimal or empty
	IntField                       // whole number, empty is 0
	BoolField                      // "1" or ""
	PeriodField                    // Period.String
	StampField                     // Stamp
	ClockField                     // "15:04", "15:04+05:00" or ""
	UnitField                      // Unit
	RefField                       // ID of a record of kind Target
	RefsField                      // IDs separated by spaces
	LanguageField                  // "ru", "en", "zh" or another ISO 639 code
	CountryField                   // ISO 3166-1 alpha-2
)

// Field describes one field of a record or of a row of a child list. Get and
// Set work on a pointer to the struct the description belongs to.
type Field struct {
	Key      string // column and key: "title_ru"
	Label    string // label key without the language: "title"
	Lang     Lang   // of a text in three languages, else ""
	Type     FieldType
	Group    string   // enum group
	Options  []string // of an enum, without the empty one
	Target   Kind     // of a reference
	Required bool     // needed before an issue; a draft may lack it
	For      Audience // who may see it; the snapshot blanks it for others
	Exact    bool     // a code, an address, a name of a file or somebody's own words: never reworded
	Get      func(any) string
	Set      func(any, string) error
}

// Check validates a text form for the field without storing it.
func (f Field) Check(s string) error {
	var err error
	switch f.Type {
	case EnumField:
		if s != "" && !slices.Contains(f.Options, s) {
			err = &Error{Code: CodeBadValue, Path: s}
		}
	case NumberField:
		if s != "" {
			_, err = ParseNumber(s)
		}
	case IntField:
		if s != "" {
			if _, e := strconv.Atoi(s); e != nil {
				err = &Error{Code: CodeBadNumber, Path: s, Err: e}
			}
		}
	case BoolField:
		if s != "" && s != "1" {
			err = &Error{Code: CodeBadValue, Path: s}
		}
	case PeriodField:
		_, err = ParsePeriod(s)
	case StampField:
		_, err = ParseStamp(s)
	case ClockField:
		if _, ok := ParseClock(s); s != "" && !ok {
			err = &Error{Code: CodeBadClock, Path: s}
		}
	case RefField:
		if strings.ContainsAny(s, " \t\n") {
			err = &Error{Code: CodeBadValue, Path: s}
		}
	case CountryField:
		if s != "" && (len(s) > 3 || strings.ToUpper(s) != s) {
			err = &Error{Code: CodeBadValue, Path: s}
		}
	}
	if err != nil {
		return &Error{Code: CodeOf(err), Op: "check field " + f.Key, Path: s, Err: err}
	}
	return nil
}

// Reworded reports a text that the project's own people wrote, in which words
// may be found and replaced.
func (f Field) Reworded() bool {
	return (f.Type == LineField || f.Type == ProseField) && !f.Exact
}

// List describes a child list of a record: claims of a fact, posts of a person.
type List struct {
	Key    string // table suffix and label key
	Fields []Field
	Len    func(Record) int
	At     func(Record, int) any // pointer to the i-th row
	Add    func(Record) any      // appends an empty row and points at it
	Remove func(Record, int)
}

// Description is everything the rest of the program needs to know of a kind.
type Description struct {
	Kind   Kind
	Desk   bool // of the work at the project: in no snapshot, never printed
	Fields []Field
	Lists  []List
	New    func() Record
	Copy   func(Record) Record // deep copy
	// Caption is the line that stands for the record in lists, in the
	// language or, failing that, in another that has one.
	Caption func(Record, Lang) string
}

// Field finds a field by key.
func (d Description) Field(key string) (Field, bool) {
	i := slices.IndexFunc(d.Fields, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return Field{}, false
	}
	return d.Fields[i], true
}

// FieldIn finds a field of a list by their keys, or of the record itself where
// that of the list is empty.
func (d Description) FieldIn(list, key string) (Field, bool) {
	if list == "" {
		return d.Field(key)
	}
	for _, l := range d.Lists {
		if l.Key == list {
			return Description{Fields: l.Fields}.Field(key)
		}
	}
	return Field{}, false
}

// Describe finds the description of a kind.
func Describe(k Kind) (Description, bool) {
	for _, d := range descriptions() {
		if d.Kind == k {
			return d, true
		}
	}
	return Description{}, false
}

// Validate lists what is wrong or missing in the record, one error a field,
// in the order of its fields. Values of a typed record can't be malformed;
// options, clocks and required fields can be wrong.
func Validate(r Record) []error {
	d, ok := Describe(r.Ref().Kind)
	if !ok {
		return []error{&Error{Code: CodeBadValue, Op: "validate", Path: string(r.Ref().Kind)}}
	}
	errs := validateFields(d.Fields, r, "")
	for _, l := range d.Lists {
		for i := range l.Len(r) {
			errs = append(errs, validateFields(l.Fields, l.At(r, i), l.Key+"["+strconv.Itoa(i+1)+"].")...)
		}
	}
	if f, ok := r.(*Fact); ok {
		errs = append(errs, f.validate()...)
	}
	return errs
}

func validateFields(fields []Field, row any, prefix string) []error {
	var errs []error
	seen := map[string]bool{} // a text in three languages is required once
	for _, f := range fields {
		s := f.Get(row)
		if err := f.Check(s); err != nil {
			errs = append(errs, &Error{Code: CodeOf(err), Op: "validate", Path: prefix + f.Key, Err: err})
		}
		if f.Required {
			seen[f.Label] = seen[f.Label] || s != ""
		}
	}
	for _, f := range fields {
		if filled, req := seen[f.Label]; req && !filled {
			errs = append(errs, &Error{Code: CodeRequired, Op: "validate", Path: prefix + f.Label})
			delete(seen, f.Label)
		}
	}
	return errs
}

// validate holds the rule of the four required things (pack.md §4): statement
// (its field says so), value with unit, period, source.
func (r *Fact) validate() []error {
	missing := func(key string) error {
		return &Error{Code: CodeRequired, Op: "validate", Path: key}
	}
	if r.Nature == NatureStatement || r.Nature == NatureOpinion || len(r.Parents) > 0 {
		return nil
	}
	if len(r.Claims) == 0 {
		return []error{missing("claims")}
	}
	var errs []error
	for i, c := range r.Claims {
		at := "claims[" + strconv.Itoa(i+1) + "]."
		if r.Measure != "" && !c.Figure.HasNumber() && c.Figure.Words.Empty() {
			errs = append(errs, missing(at+"value"))
		}
		if c.Period == (Period{}) {
			errs = append(errs, missing(at+"period"))
		}
		if c.Source == "" {
			errs = append(errs, missing(at+"source"))
		}
	}
	return errs
}
