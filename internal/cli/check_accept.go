package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
)

// leastSign is the shortest beginning of a finding's sign that is taken for it.
const leastSign = 4

// sound refuses options that don't go together.
func (c *checkCmd) sound(r *run) error {
	switch {
	case len(c.Accept) > 0 && strings.TrimSpace(c.Reason) == "":
		return usage(r.Lang, "accept", r.t("check.no_reason"))
	case len(c.Accept) == 0 && c.Reason+c.By != "":
		return usage(r.Lang, "accept", r.t("check.no_sign"))
	}
	return nil
}

// reader is for whom the pack is made that the checks look through.
func (c *checkCmd) reader(say briefing.Lang) (briefing.Audience, error) {
	if c.Audience == "" {
		return briefing.Leader, nil
	}
	return audienceNamed(say, "check", c.Audience)
}

// decide accepts findings and takes acceptances back, saves, and gives the
// findings as they stand then.
func (c *checkCmd) decide(r *run, p *app.Project, asOf time.Time) ([]check.Finding, error) {
	reader, err := c.reader(r.Lang)
	if err != nil {
		return nil, err
	}
	var in briefing.Lang
	if c.Lang != "" {
		if in, err = langNamed(r.Lang, "check", c.Lang); err != nil {
			return nil, err
		}
	}
	findings, err := p.AllFindings(asOf, reader, in)
	if err != nil || len(c.Accept)+len(c.TakeBack) == 0 {
		return findings, err
	}
	var accept []check.Finding
	for _, sign := range c.Accept {
		f, err := bySign(r.Lang, findings, sign)
		if err != nil {
			return nil, err
		}
		if f.Acceptance.ID != "" { // by whom and why is not to be lost unseen
			return nil, usage(r.Lang, "accept", r.t("check.accepted_already", sign, f.Acceptance.Reason, f.Acceptance.By, lang.Stamp(r.Lang, f.Acceptance.At)))
		}
		if !containsPrint(accept, f.Print) {
			accept = append(accept, f)
		}
	}
	var back []briefing.ID
	for _, sign := range c.TakeBack {
		ids, err := acceptancesBySign(r.Lang, p, sign)
		if err != nil {
			return nil, err
		}
		back = append(back, ids...)
	}
	slices.Sort(back)
	back = slices.Compact(back)
	if len(accept) > 0 {
		by := c.By
		if by == "" {
			by = r.World.User
		}
		if err := p.AcceptFindings(accept, c.Reason, by); err != nil {
			return nil, barred(r.Lang, err)
		}
		for _, f := range accept {
			if f.Lapsed.ID != "" {
				r.say("check.replaced", f.Lapsed.Reason, f.Lapsed.By, lang.Stamp(r.Lang, f.Lapsed.At))
			}
		}
		r.say("check.accepts", len(accept))
	}
	if len(back) > 0 {
		if err := p.TakeBack(back...); err != nil {
			return nil, err
		}
		r.say("check.taken_back", len(back))
	}
	if err := p.Save(); err != nil {
		return nil, err
	}
	return p.AllFindings(asOf, reader, in)
}

// barred says why a finding can't be accepted instead of naming its check.
func barred(l briefing.Lang, err error) error {
	if briefing.CodeOf(err) != briefing.CodeNoAcceptance {
		return err
	}
	var e *briefing.Error
	if !errors.As(err, &e) {
		return err
	}
	number := strings.TrimPrefix(e.Path, "check.")
	why := strings.TrimRight(lang.T(l, "check.barred."+number), ".。")
	return &briefing.Error{Code: e.Code, Op: e.Op, Path: lang.T(l, "cli.check.barred", number, why), Err: err}
}

// bySign finds the finding whose sign begins so.
func bySign(l briefing.Lang, findings []check.Finding, sign string) (check.Finding, error) {
	var hit []check.Finding
	for _, f := range findings {
		if len(sign) >= leastSign && strings.HasPrefix(f.Print, strings.ToLower(sign)) && !containsPrint(hit, f.Print) {
			hit = append(hit, f)
		}
	}
	if len(hit) != 1 {
		return check.Finding{}, badSign(l, sign, len(hit))
	}
	return hit[0], nil
}

func containsPrint(list []check.Finding, sign string) bool {
	for _, f := range list {
		if f.Print == sign {
			return true
		}
	}
	return false
}

// acceptancesBySign finds the acceptances of the finding whose sign begins so,
// whether the finding is still there or not. Two people may have accepted it in
// two copies of the project; both go.
func acceptancesBySign(l briefing.Lang, p *app.Project, sign string) ([]briefing.ID, error) {
	var hit []briefing.ID
	var signs []string
	for _, a := range p.Acceptances(nil) {
		if len(sign) >= leastSign && strings.HasPrefix(a.Found, strings.ToLower(sign)) {
			hit = append(hit, a.ID)
			if !slices.Contains(signs, a.Found) {
				signs = append(signs, a.Found)
			}
		}
	}
	if len(signs) != 1 {
		return nil, badSign(l, sign, len(signs))
	}
	return hit, nil
}

func badSign(l briefing.Lang, sign string, hits int) error {
	if hits > 1 {
		return usage(l, "find finding", lang.T(l, "cli.check.sign_of_many", sign))
	}
	return usage(l, "find finding", lang.T(l, "cli.check.sign_of_none", sign))
}

func acceptanceObject(a briefing.Acceptance, l briefing.Lang) object {
	o := object{}
	o.put("id", a.ID)
	o.put("reason", a.Reason)
	o.put("by", a.By)
	o.put("at", a.At)
	o.put("evidence", a.Evidence.Any(l))
	return o
}

// listAcceptances tells what was accepted, by whom and why, and whether it
// still holds.
func listAcceptances(r *run, list []app.AcceptedFinding, asJSON bool) error {
	objects := []object{}
	for _, a := range list {
		if !asJSON {
			fmt.Fprintf(r.Out, "%s\t%02d\t%s %s\t%s\t%s\t%s\t%s\t%s\n", r.t("check.state."+string(a.State)), a.Check, a.Kind, a.Record,
				a.Evidence.Any(r.Lang), a.Reason, a.By, a.At, a.Found)
			continue
		}
		o := acceptanceObject(a.Acceptance, r.Lang)
		o.put("state", a.State)
		o.put("check", a.Check)
		o.put("kind", a.Kind)
		o.put("record", a.Record)
		o.put("field", a.Field)
		o.put("sign", a.Found)
		objects = append(objects, o)
	}
	if !asJSON {
		r.say("check.count_acceptances", len(list))
		return nil
	}
	return printJSON(r, objects)
}
