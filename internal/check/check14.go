package check

import (
	"briefing/internal/briefing"
)

// check14: a Chinese name is the same name in Russian and in pinyin, in its
// record and wherever a text writes it. Traditional names and cases are known.
func check14() Check { return Check{Number: 14, texts: namesInTwoScripts} }

func namesInTwoScripts(r *reading) []Finding {
	var out []Finding
	for _, p := range r.s.People {
		if chinese(p.Country) {
			if f, bad := personDisagrees(p); bad {
				out = append(out, f)
			}
		}
	}
	for _, o := range r.s.Organisations {
		if chinese(o.Country) && o.Kind != "company" && o.Kind != "media" {
			if f, bad := bodyDisagrees(o); bad {
				out = append(out, f)
			}
		}
	}
	names := knownNames(r.s)
	if len(names.all) == 0 {
		return out
	}
	told := map[spelling]bool{} // once for the languages of a text
	for _, p := range r.passages {
		out = append(out, misspelt(p, names, told)...)
	}
	return out
}

// chinese reports whether names of the country follow pinyin and Palladius.
func chinese(country string) bool { return country == "CN" }

func nameFinding(ref briefing.Ref, field, key string, severity Severity, args ...any) Finding {
	return Finding{
		Severity: severity, Ref: ref, Field: field,
		Evidence: text(key, func(briefing.Lang) []any { return args }),
		Mend:     text("check.14.mend", nil),
	}
}
