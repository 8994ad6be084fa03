package app

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// ReplaceOptions say what is looked for in the texts of a project and what
// takes its place.
type ReplaceOptions struct {
	Find, Put string
	Words     bool // whole words only; Chinese has no spaces, there it means nothing
	Case      bool // capital and small letters differ
	Yo        bool // ё and е are one letter
}

// Replacement is one field of one record, or of a row of its list, as it would
// become.
type Replacement struct {
	Ref           briefing.Ref
	Caption       string // of the record
	Label         string // of the field, with the language of its text
	List          string // of a row, else ""
	Row           int    // from 0
	Key           string
	Before, After string
	Count         int // places in it
}

// FindToReplace lists what a replacement would change: the texts of all records
// that are the project's own words, in the order of kinds and of entry. Figures that a
// text holds ({fact-id}) are not looked into, and a text whose figures would
// become others is left out.
func (p *Project) FindToReplace(o ReplaceOptions, l briefing.Lang) []Replacement {
	look := newLooking(o)
	if len(look.find) == 0 {
		return nil
	}
	var out []Replacement
	p.Read(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			for _, r := range pr.Records(d.Kind) {
				add := func(fields []briefing.Field, row any, list string, n int) {
					for _, f := range fields {
						if !f.Reworded() {
							continue
						}
						before := f.Get(row)
						after, count := look.replace(before)
						if count == 0 || after == before {
							continue
						}
						out = append(out, Replacement{
							Ref: r.Ref(), Caption: d.Line(r, l), Label: lang.FieldLabel(l, d.Kind, list, f),
							List: list, Row: n, Key: f.Key, Before: before, After: after, Count: count,
						})
					}
				}
				add(d.Fields, r, "", 0)
				for _, x := range d.Lists {
					for n := range x.Len(r) {
						add(x.Fields, x.At(r, n), x.Key, n)
					}
				}
			}
		}
	})
	return out
}

// Replace makes the replacements as one action. A text that is not what it was
// when they were found stays; done is the number of those that were changed.
func (p *Project) Replace(list []Replacement) (done int, err error) {
	return p.replaceAs("replace", list)
}

// replaceAs is Replace under the name of an action.
func (p *Project) replaceAs(action string, list []Replacement) (done int, err error) {
	var order []briefing.Ref
	records := map[briefing.Ref]briefing.Record{}
	for _, x := range list {
		r, ok := records[x.Ref]
		if !ok {
			if r, err = p.Get(x.Ref); briefing.CodeOf(err) == briefing.CodeNoRecord {
				continue
			} else if err != nil {
				return 0, err
			}
			records[x.Ref] = r
			order = append(order, x.Ref)
		}
		f, row, ok := x.place(r)
		if !ok || f.Get(row) != x.Before {
			continue
		}
		if err := f.Set(row, x.After); err != nil {
			return 0, err
		}
		done++
	}
	if done == 0 {
		return 0, nil
	}
	changes := make([]store.Change, len(order))
	for i, ref := range order {
		changes[i].Put = records[ref]
	}
	return done, p.commit(action, changes...)
}

// place finds the field in a record.
func (x Replacement) place(r briefing.Record) (f briefing.Field, row any, ok bool) {
	d, _ := briefing.Describe(x.Ref.Kind)
	fields := d.Fields
	row = r
	if x.List != "" {
		i := slices.IndexFunc(d.Lists, func(l briefing.List) bool { return l.Key == x.List })
		if i < 0 || x.Row >= d.Lists[i].Len(r) {
			return f, nil, false
		}
		fields, row = d.Lists[i].Fields, d.Lists[i].At(r, x.Row)
	}
	i := slices.IndexFunc(fields, func(f briefing.Field) bool { return f.Key == x.Key })
	if i < 0 {
		return f, nil, false
	}
	return fields[i], row, true
}

// looking is what is looked for, letter by letter in the form they are compared in.
type looking struct {
	ReplaceOptions
	find []rune
}

func newLooking(o ReplaceOptions) looking {
	l := looking{ReplaceOptions: o}
	for _, r := range norm.NFC.String(o.Find) {
		l.find = append(l.find, l.fold(r))
	}
	return l
}

// fold makes letters equal that are to be taken for one.
func (l looking) fold(r rune) rune {
	if !l.Case {
		r = unicode.ToLower(r)
	}
	if l.Yo {
		switch r {
		case 'ё':
			return 'е'
		case 'Ё':
			return 'Е'
		}
	}
	return r
}

// replace gives the text with all that was found replaced, and how many places
// those are; none when its figures would not stay what they are.
func (l looking) replace(s string) (string, int) {
	s = norm.NFC.String(s)
	var out strings.Builder
	count, at := 0, 0
	bound := briefing.BindingsOf(s)
	for at < len(s) {
		if len(bound) > 0 && at == bound[0].Start {
			out.WriteString(s[at:bound[0].End])
			at, bound = bound[0].End, bound[1:]
			continue
		}
		end := len(s)
		if len(bound) > 0 {
			end = bound[0].Start
		}
		if n := l.match(s, at, end); n > 0 {
			out.WriteString(l.Put)
			at += n
			count++
			continue
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		out.WriteString(s[at : at+n])
		at += n
	}
	after := out.String()
	same := slices.EqualFunc(briefing.BindingsOf(after), briefing.BindingsOf(s), func(a, b briefing.Binding) bool { return a.String() == b.String() })
	if !same {
		return s, 0
	}
	return after, count
}

// match is the number of bytes of what is looked for at a place of the text,
// before the end, 0 when it is not there.
func (l looking) match(s string, at, end int) int {
	to := at
	for _, want := range l.find {
		r, n := utf8.DecodeRuneInString(s[to:end])
		if n == 0 || l.fold(r) != want {
			return 0
		}
		to += n
	}
	if l.Words {
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[to:])
		if inWord(before) && inWord(l.find[0]) || inWord(after) && inWord(l.find[len(l.find)-1]) {
			return 0
		}
	}
	return to - at
}

// inWord reports a character that makes one word with those beside it.
func inWord(r rune) bool {
	return r != utf8.RuneError && !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
