// Package check finds what is wrong or doubtful in a pack before a reader
// does: parts that don't add up, a growth that its levels deny, a plan told as
// a fact, something published after the moment.
//
// It promises: a finding names the record, the rule, the evidence and a way
// to mend it, in three languages; what is not in the pack never blocks it; the
// order of findings is fixed. The first pass is over the data, and the pack
// gets its findings as values; the second is over the texts in one language of
// an output; the third is over the finished document; one more holds what the
// other side is handed against what the compiler has. The findings of all but the
// first only gate. A check is one file, listed once in All.
package check

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// Severity is how much a finding weighs.
type Severity uint8

// Severities, the heaviest first.
const (
	Blocking Severity = iota // stops an issue, not a draft
	Warning
	Note
	Accepted // somebody answers for it (Judge); no check gives it
)

// String is the key of the severity.
func (s Severity) String() string {
	return [...]string{"blocking", "warning", "note", "accepted"}[s]
}

// Finding is one thing found.
type Finding struct {
	Code     string // "check.08"
	Number   int    // 8: the check's number in docs/checks.md
	Severity Severity
	Ref      briefing.Ref
	Field    string // key of the field where mending starts, if it is one
	Evidence briefing.Text
	Mend     briefing.Text
	InPack   bool
	Repair   Repair // the mend where it is mechanical, else empty
	Print    string // fingerprint of what was found; an acceptance holds for it alone
	// Acceptance is the decision that the finding stays as it is; Lapsed is one
	// about the same place that held for other words or another value. Without
	// an ID there is none.
	Acceptance, Lapsed briefing.Acceptance

	was Severity // before it was accepted
}

// Repair is a mend that needs no thought: the text of a field of the finding's
// record in the languages in which it changes, as it is and as it would be.
// What is printed stays what it was but for the kind of spaces and dashes.
type Repair struct {
	Label    string // of the field, without its language
	Old, New briefing.Text
}

// Any reports whether there is anything to repair.
func (r Repair) Any() bool { return r.Label != "" }

// Check is one check. Its texts are "<code>.name" and "<code>.rule".
type Check struct {
	Number   int
	data     func(*project.Snapshot) []Finding
	texts    func(*reading) []Finding // over the data too, where words are looked for
	language func(*project.Snapshot, Output) []Finding
	document func(*project.Snapshot, *document.Document) []Finding
	handed   func(all, s *project.Snapshot) []Finding
}

// Output is what the second pass has to know of an output: its language, and
// which characters its fonts have; nil stands for all.
type Output struct {
	Lang     briefing.Lang
	Compiler bool // the compiler's sheet: nothing on it blocks
	Prints   func(rune) bool
}

// Code is the key of the check: "check.08".
func (c Check) Code() string { return fmt.Sprintf("check.%02d", c.Number) }

// Name is the short name of the rule in the language.
func (c Check) Name(l briefing.Lang) string { return lang.T(l, c.Code()+".name") }

// Rule is the rule in one sentence in the language.
func (c Check) Rule(l briefing.Lang) string { return lang.T(l, c.Code()+".rule") }

// Rule is the rule that the finding is about, in the language.
func (f Finding) Rule(l briefing.Lang) string { return lang.T(l, f.Code+".rule") }

// All lists the checks by number.
func All() []Check {
	return []Check{
		check01(), check02(), check03(), check04(), check05(), check06(), check07(), check08(), check09(),
		check10(), check11(), check12(), check13(), check14(), check15(), check16(), check17(), check18(),
		check19(), check20(), check21(), check22(), check23(), check24(), check25(), check26(), check27(),
		check28(), check29(), check30(), check31(), check32(), check33(), check34(), check35(), check36(), check37(), check38(), check39(), check40(), check41(), check42(), check43(), check44(), check45(), check46(), check47(), check48(), check49(), check50(), check51(),
	}
}

// Ready reads the words that texts are looked through for. Nobody needs to call it:
// it lets a program that is about to check do so while it waits for a disk.
func Ready() {
	lang.Ready()
	for _, l := range briefing.Langs() {
		prose.Ready(l)
		sidesOf(l)
	}
	flowWords()
}

// Data runs the first pass. The compiler's snapshot shows most; with it, the
// pack that findings are held against is the leader's.
func Data(s *project.Snapshot) []Finding {
	checks, r := All(), read(s)
	return foundBy(len(checks), func(i int) []Finding {
		c := checks[i]
		var found []Finding
		if c.data != nil {
			found = c.data(s)
		}
		if c.texts != nil {
			found = append(found, c.texts(r)...)
		}
		for i, f := range found {
			f.InPack = f.InPack || s.InPack(f.Ref)
			found[i] = c.stamp(s, f)
		}
		return found
	})
}

// Language runs the second pass, over the texts that an output in a language
// is made of. The snapshot is that of the output's reader.
func Language(s *project.Snapshot, o Output) []Finding {
	var out []Finding
	for _, c := range All() {
		if c.language == nil {
			continue
		}
		for _, f := range c.language(s, o) {
			f.InPack = !o.Compiler && s.InPack(f.Ref)
			out = append(out, c.stamp(s, f))
		}
	}
	return out
}

// Document runs the third pass over a finished document. The compiler's
// sheet is no pack: nothing on it blocks.
func Document(s *project.Snapshot, d *document.Document) []Finding {
	var out []Finding
	for _, c := range All() {
		if c.document == nil {
			continue
		}
		for _, f := range c.document(s, d) {
			f.InPack = d.Form != "compiler"
			out = append(out, c.stamp(s, f))
		}
	}
	return out
}

// Handed runs the pass over what a reader gets beside what the compiler has: what
// his documents lack, and what stands in them all the same. The first snapshot is
// the compiler's, the second that of the reader.
func Handed(all, s *project.Snapshot) []Finding {
	var out []Finding
	for _, c := range All() {
		if c.handed == nil {
			continue
		}
		for _, f := range c.handed(all, s) {
			f.InPack = true
			out = append(out, c.stamp(s, f))
		}
	}
	return out
}

// stamp signs a finding and keeps what is outside the pack from weighing on it.
func (c Check) stamp(s *project.Snapshot, f Finding) Finding {
	f.Code, f.Number = c.Code(), c.Number
	if !f.InPack {
		f.Severity = Note
	}
	f.Print = fingerprint(s, f)
	return f
}

// Blocks reports whether any of the findings stops an issue.
func Blocks(findings []Finding) bool {
	for _, f := range findings {
		if f.Severity == Blocking {
			return true
		}
	}
	return false
}

// text is the text of a key in all languages; args gives what is set in.
func text(key string, args func(l briefing.Lang) []any) briefing.Text {
	var t briefing.Text
	for _, l := range briefing.Langs() {
		var a []any
		if args != nil {
			a = args(l)
		}
		*t.At(l) = lang.T(l, key, a...)
	}
	return t
}
