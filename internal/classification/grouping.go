package classification

// Keys of what falls into no group. They stand beside the keys of groups.
const (
	Remainder = ""  // in none of the groups
	Undecided = "?" // the code is too short to tell which
)

// Group is a product group: a rule over codes with a key.
type Group struct {
	Key  string
	Rule Rule
	// Scheme is the national list that parts of more than six digits mean;
	// empty is any.
	Scheme Scheme
}

// Grouping is a set of groups in order: a code belongs to the first that has
// it, so that nothing is counted twice whatever the rules say.
type Grouping []Group

// Of is the key of the group of a code of a classification; hidden codes and
// totals keep their own keys.
func (g Grouping) Of(class, code string) string {
	if special(code) {
		return code
	}
	scheme, _, _ := Parse(class)
	for _, group := range g {
		var v Verdict
		if group.Rule.deep && group.Scheme != "" && group.Scheme != scheme {
			v = group.Rule.AtSix().Of(code)
		} else {
			v = group.Rule.Of(code)
		}
		switch v {
		case In:
			return group.Key
		case Partly:
			return Undecided
		}
	}
	return Remainder
}

// Deep reports whether the answer depends on the classification.
func (g Grouping) Deep() bool {
	for _, group := range g {
		if group.Rule.deep && group.Scheme != "" {
			return true
		}
	}
	return false
}

// Overlap is what two groups of a set both claim; the first has it.
type Overlap struct {
	First, Second string // keys
	Codes         []string
}

// Overlaps lists what more than one group claims, in the order of the groups.
func (g Grouping) Overlaps() []Overlap {
	var out []Overlap
	for j := range g {
		for i := range g[:j] {
			both := meet(g[i].Rule.in, g[j].Rule.in)
			if len(both) == 0 {
				continue
			}
			o := Overlap{First: g[i].Key, Second: g[j].Key}
			for _, s := range both {
				o.Codes = append(o.Codes, s.String())
			}
			out = append(out, o)
		}
	}
	return out
}
