package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// The builders below turn a pointer into a struct of type R to fields; they
// keep the descriptions in kinds_*.go one line a field.

func with(fs []Field, who Audience, mods ...func(*Field)) []Field {
	for i := range fs {
		fs[i].For = who
		for _, m := range mods {
			m(&fs[i]) //nolint:gosec // i ranges over fs
		}
	}
	return fs
}

func required(f *Field) { f.Required = true }

func exact(f *Field) { f.Exact = true }

func str[R any, S ~string](key string, t FieldType, at func(*R) *S) []Field {
	return []Field{{
		Key: key, Label: key, Type: t,
		Get: func(r any) string { return string(*at(r.(*R))) },
		Set: func(r any, s string) error {
			*at(r.(*R)) = S(s)
			return nil
		},
	}}
}

func checked(fs []Field) []Field {
	for i := range fs {
		f := fs[i]
		fs[i].Set = func(r any, s string) error {
			if err := f.Check(s); err != nil {
				return err
			}
			return f.Set(r, s)
		}
	}
	return fs
}

func line[R any, S ~string](key string, who Audience, at func(*R) *S, mods ...func(*Field)) []Field {
	return with(str(key, LineField, at), who, mods...)
}

func typed[R any, S ~string](key string, t FieldType, who Audience, at func(*R) *S, mods ...func(*Field)) []Field {
	return checked(with(str(key, t, at), who, mods...))
}

func enum[R any, S ~string](key, group string, options []string, who Audience, at func(*R) *S, mods ...func(*Field)) []Field {
	return checked(with(str(key, EnumField, at), who, append(mods, func(f *Field) {
		f.Group, f.Options = group, options
	})...))
}

func ref[R any](key string, target Kind, who Audience, at func(*R) *ID, mods ...func(*Field)) []Field {
	return checked(with(str(key, RefField, at), who, append(mods, func(f *Field) { f.Target = target })...))
}

func refs[R any](key string, target Kind, who Audience, at func(*R) *[]ID) []Field {
	return []Field{{
		Key: key, Label: key, Type: RefsField, Target: target, For: who,
		Get: func(r any) string { return JoinIDs(*at(r.(*R))) },
		Set: func(r any, s string) error {
			*at(r.(*R)) = SplitIDs(s)
			return nil
		},
	}}
}

func text[R any](key string, t FieldType, who Audience, at func(*R) *Text, mods ...func(*Field)) []Field {
	var fs []Field
	for _, l := range Langs() {
		fs = append(fs, Field{
			Key: key + "_" + string(l), Label: key, Lang: l, Type: t, For: who,
			Get: func(r any) string { return at(r.(*R)).In(l) },
			Set: func(r any, s string) error {
				*at(r.(*R)).At(l) = s
				return nil
			},
		})
	}
	return with(fs, who, mods...)
}

func prose[R any](key string, who Audience, at func(*R) *Text, mods ...func(*Field)) []Field {
	return text(key, ProseField, who, at, mods...)
}

func period[R any](key string, who Audience, at func(*R) *Period, mods ...func(*Field)) []Field {
	return with([]Field{{
		Key: key, Label: key, Type: PeriodField,
		Get: func(r any) string { return at(r.(*R)).String() },
		Set: func(r any, s string) error {
			p, err := ParsePeriod(s)
			if err != nil {
				return err
			}
			*at(r.(*R)) = p
			return nil
		},
	}}, who, mods...)
}

func num[R any](key string, who Audience, at func(*R) *MaybeNumber) []Field {
	return []Field{{
		Key: key, Label: key, Type: NumberField, For: who,
		Get: func(r any) string {
			if n := *at(r.(*R)); n.Valid {
				return n.Decimal.String()
			}
			return ""
		},
		Set: func(r any, s string) error {
			if s == "" {
				*at(r.(*R)) = MaybeNumber{}
				return nil
			}
			n, err := ParseNumber(s)
			if err != nil {
				return err
			}
			*at(r.(*R)) = Some(n)
			return nil
		},
	}}
}

func whole[R any](key string, who Audience, at func(*R) *int) []Field {
	return []Field{{
		Key: key, Label: key, Type: IntField, For: who,
		Get: func(r any) string {
			if n := *at(r.(*R)); n != 0 {
				return strconv.Itoa(n)
			}
			return ""
		},
		Set: func(r any, s string) error {
			if s == "" {
				*at(r.(*R)) = 0
				return nil
			}
			n, err := strconv.Atoi(s)
			if err != nil {
				return &Error{Code: CodeBadNumber, Op: "set " + key, Path: s, Err: err}
			}
			*at(r.(*R)) = n
			return nil
		},
	}}
}

func flag[R any](key string, who Audience, at func(*R) *bool) []Field {
	return []Field{{
		Key: key, Label: key, Type: BoolField, For: who,
		Get: func(r any) string {
			if *at(r.(*R)) {
				return "1"
			}
			return ""
		},
		Set: func(r any, s string) error {
			if s != "" && s != "1" {
				return &Error{Code: CodeBadValue, Op: "set " + key, Path: s}
			}
			*at(r.(*R)) = s == "1"
			return nil
		},
	}}
}

func list[R, C any](key string, fields []Field, at func(*R) *[]C) List {
	rows := func(r Record) *[]C { return at(any(r).(*R)) }
	return List{
		Key: key, Fields: fields,
		Len: func(r Record) int { return len(*rows(r)) },
		At:  func(r Record, i int) any { return &(*rows(r))[i] },
		Add: func(r Record) any {
			s := rows(r)
			*s = append(*s, *new(C))
			return &(*s)[len(*s)-1]
		},
		Remove: func(r Record, i int) { s := rows(r); *s = slices.Delete(*s, i, i+1) },
	}
}

// copyBy copies a record field by field and row by row, so that no slice is shared.
func copyBy(d Description) func(Record) Record {
	return func(r Record) Record {
		c := d.New()
		c.SetID(r.Ref().ID)
		copyFields(d.Fields, r, c)
		for _, l := range d.Lists {
			for i := range l.Len(r) {
				copyFields(l.Fields, l.At(r, i), l.Add(c))
			}
		}
		return c
	}
}

func copyFields(fs []Field, from, to any) {
	for _, f := range fs {
		// What Get gives, Set takes; a value that Set refuses was never
		// accepted into the record, so there is nothing to lose here.
		_ = f.Set(to, f.Get(from))
	}
}

// JoinIDs is the stored form of a list of references.
func JoinIDs(ids []ID) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = string(id)
	}
	return strings.Join(s, " ")
}

// SplitIDs reads the stored form of a list of references.
func SplitIDs(s string) []ID {
	var ids []ID
	for _, f := range strings.Fields(s) {
		ids = append(ids, ID(f))
	}
	return ids
}
