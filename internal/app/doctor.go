package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// Diagnosis is what an examination of a project file found.
type Diagnosis = store.Diagnosis

// Repair is what was recovered of a damaged project, and from where.
type Repair = store.Repair

// Examine looks through a project file without changing anything.
func Examine(ctx context.Context, w World, path string) (*Diagnosis, error) {
	return store.Examine(ctx, path, w.options())
}

// Recover writes what can be saved of a project to a new file; the file
// itself is only read. When the context has ended meanwhile there is none.
func Recover(ctx context.Context, w World, path, out string) (*Repair, error) {
	r, err := store.Recover(ctx, path, out, w.options())
	if err == nil && ctx.Err() != nil { // it was already written
		return nil, errors.Join(cancelled(ctx.Err()), safefile.Remove(out))
	}
	return r, err
}

// TellDamage says a damage in one sentence.
func TellDamage(l briefing.Lang, d store.Damage) string {
	key, args := "doctor."+string(d.What), []any{damagedPlace(l, d)}
	switch d.What {
	case store.Lost:
		if d.Count > 0 {
			key, args = key+".count", append(args, d.Count)
		}
	case store.Incomplete:
		switch {
		case d.Field == "*":
			key += ".record"
		case d.Text != "":
			key, args = key+".text", append(args, d.Text)
		}
	case store.Gap:
		args = append(args, d.Count)
	case store.BadPage:
		if args = append(args, d.Count); d.Table == "" {
			key, args = key+".free", []any{d.Text}
		}
	case store.BadHeader:
		args = []any{d.Text}
	}
	return lang.T(l, key, args...)
}

// damagedPlace names what a damage is about: «Событие event-2, поле title_ru».
func damagedPlace(l briefing.Lang, d store.Damage) string {
	kind, list, _ := strings.Cut(d.Table, "_")
	name := d.Table
	switch _, known := briefing.Describe(briefing.Kind(kind)); {
	case kind == "figures":
		name = lang.T(l, "doctor.figures")
	case known && list == "":
		name = lang.T(l, "kind."+kind)
	case known:
		name = fmt.Sprintf("%s (%s)", lang.T(l, "kind."+kind), list)
	}
	if d.Record != "" {
		name += " " + string(d.Record)
	}
	if d.Field != "" && d.Field != "*" {
		name = lang.T(l, "doctor.field", name, d.Field)
	}
	return name
}

// TellDiagnosis says what an examination found, a line each.
func TellDiagnosis(l briefing.Lang, path string, d *Diagnosis) (lines []string) {
	say := func(key string, args ...any) { lines = append(lines, lang.T(l, "doctor."+key, args...)) }
	switch {
	case d.Sound():
		say("sound", path)
	case d.Refusal != nil:
		sentence, _ := lang.Error(l, d.Refusal)
		lines = append(lines, sentence)
	default:
		say("unsound", path)
	}
	say("pages", d.Pages, d.BadPages)
	say("read", d.Records, d.Figures, d.Actions)
	for _, x := range d.Damages {
		lines = append(lines, "  "+TellDamage(l, x))
	}
	if w := d.Work; w != nil {
		switch {
		case !w.Sound:
			say("work.broken", w.Dir)
		case w.Follows:
			say("work", w.Actions, w.Dir)
		default:
			say("work.apart", w.Actions, w.Dir)
		}
	}
	for _, a := range d.Aside {
		say("aside", a)
	}
	if h := d.Holder; h != nil {
		if d.Running {
			say("lock", h.User, h.Host, lang.Moment(l, h.Since))
		} else {
			say("lock.stale", h.User, h.Host)
		}
	}
	if n := len(d.Backups); n > 0 {
		say("backups", n, lang.Moment(l, d.Backups[0].At), d.Backups[0].Path)
	}
	return lines
}

// TellRepair says what was written where, and whether anything is missing.
func TellRepair(l briefing.Lang, out string, r *Repair) []string {
	end := "lacks"
	if r.Actual.Complete() {
		end = "complete"
	}
	return []string{
		lang.T(l, "doctor.repaired."+string(r.From), out, r.Actual.Records, r.Actual.Figures),
		lang.T(l, "doctor."+end),
	}
}
