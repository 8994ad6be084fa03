package importer

import (
	"bytes"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// mapMarks reads region, province and the marks of status.
func (m *mapper) mapMarks(r *cells.Row, o *figure.Observation) fate {
	if b := m.text(r, RoleRegion); len(b) > 0 {
		if o.Region = m.region('r', b, o.Reporter); o.Region == "" {
			return m.refuse(r, RoleRegion, RejectRegion)
		}
	} else if m.ofRegion != "" {
		o.Region = m.ofRegion
	}
	if b := m.text(r, RoleProvince); len(b) > 0 {
		o.Province = m.region('p', b, o.Partner)
	}
	if b := m.text(r, RoleFlag); o.NetWeight.Valid && len(b) > 0 {
		if s, ok := m.profile.Flags[strings.ToLower(string(b))]; ok {
			o.WeightStatus = s
		}
	}
	if b := m.text(r, RoleStatus); len(b) > 0 {
		s, ok := m.profile.status(string(b))
		if !ok {
			return m.refuse(r, RoleStatus, RejectField)
		}
		o.Status = s
	} else if m.profile.Settled {
		o.Status = "" // as it was when it was written
	}
	if o.Status == briefing.Normal && m.status != "" {
		o.Status = m.status
	}
	if m.profile.Long && !m.profile.Settled && !o.Value.Valid && !o.NetWeight.Valid && !o.Quantity.Valid {
		o.Status = briefing.Missing // see withheldLong
	}
	if m.profile.Long && ofWeight(o) {
		o.WeightStatus = o.Status
	}
	if b := m.text(r, RoleConf); len(b) > 0 {
		o.Conf = briefing.Confidentiality(strings.ToUpper(string(b)))
		if m.profile.Long && !m.profile.Settled && o.Conf != "N" && confidential(string(b)) {
			o.Conf = "C"
		}
		if o.Conf != "F" && o.Conf != "C" && o.Conf != "N" {
			return m.refuse(r, RoleConf, RejectField)
		}
	}
	if b := m.text(r, RoleSample); len(b) > 0 {
		yes, ok := parseBool(string(b))
		if !ok && m.profile.Key == ProfileOwnData { // whatever the stamp is called
			yes, ok = true, true
		}
		if !ok {
			return m.refuse(r, RoleSample, RejectField)
		}
		o.Sample = yes
	}
	return stay()
}

// region resolves a part of a country; names that the country does not have
// stay as they are. Empty is a number that is none of its codes.
func (m *mapper) region(tag byte, b []byte, country string) string {
	m.scratch = append(append(m.tagged(tag, b), 0), country...)
	return memo(m.texts, m.scratch, func(string) string {
		code := regionCode(string(b), country)
		if tag == 'r' && !m.profile.Settled && m.noRegion(code, country) {
			return ""
		}
		if role := map[byte]Role{'r': RoleRegion, 'p': RoleProvince}[tag]; !m.profile.Settled && m.ofRegions(role) && noName(code, country) {
			m.led.places[cutText(code)] = true
		}
		return code
	})
}

// noRegion reports whether a code is no region's of Russia: «54» is the number
// of one subject in the constitution and the beginning of another one's code of
// ОКАТО, so that it is better asked. Files of the customs may have codes of more
// digits that nobody has told us of; our own template, filled in by hand, not.
func (m *mapper) noRegion(code, country string) bool {
	const short = 4
	if country != "RU" || code == "" || strings.Trim(code, "0123456789") != "" || len(code) >= short && m.profile.Key != ProfileTemplate {
		return false
	}
	return lang.Region(briefing.RU, country, code) == code
}

// ofRegions reports whether the head of a role's column says that it is of regions,
// and not of towns or districts.
func (p *plan) ofRegions(role Role) bool {
	head := ""
	if p.shape == nil {
		head = p.header[p.col[role]]
	} else if at := slices.IndexFunc(p.shape.shape.Columns, func(c ShapeColumn) bool { return c.Role == role }); at >= 0 {
		head = p.shape.shape.Columns[at].Header
	}
	f := codes.Fold(head)
	return slices.ContainsFunc([]string{"регион", "субъект", "област", "провинц", "region", "province", "省", "地区"}, func(w string) bool { return strings.Contains(f, w) })
}

// noName reports whether a text is the name of no part of a country whose parts are
// known.
func noName(code, country string) bool {
	return code != "" && strings.Trim(code, "0123456789") != "" && len(lang.Regions(country)) > 0 && lang.Region(briefing.RU, country, code) == code
}

// regionCode cuts the code from «46000 - МОСКОВСКАЯ ОБЛАСТЬ» at the first
// dash, since names have dashes too, or finds it by the name; a code of four
// digits has lost its zero.
func regionCode(s, country string) string {
	code, _, _ := strings.Cut(s, " - ")
	code = strings.TrimSpace(code)
	if strings.Trim(code, "0123456789") != "" {
		if known, ok := codes.Region(country, s); ok {
			return known
		}
		return s // no code in front: the name as it is
	}
	if known, ok := codes.Region(country, code); ok {
		return known
	}
	return code
}

// status reads a status by the source's own codes, and then by ours.
func (p *Profile) status(s string) (briefing.ObsStatus, bool) {
	if own, ok := p.Statuses[strings.ToUpper(s)]; ok {
		return own, true
	}
	return statusOf(s)
}

// statusOf reads a status by its code or its printed mark.
func statusOf(s string) (briefing.ObsStatus, bool) {
	s = strings.Trim(strings.TrimSpace(s), "[]")
	for _, st := range briefing.ObsStatuses() {
		if st != "" && (strings.EqualFold(s, string(st)) || st.Mark() != "" && strings.EqualFold(s, st.Mark())) {
			return st, true
		}
	}
	return "", false
}

func parseBool(s string) (yes, ok bool) {
	switch codes.Fold(s) {
	case "1", "да", "yes", "true", "y", "是", "x", "х", "+":
		return true, true
	case "0", "", "нет", "no", "false", "n", "否", "-":
		return false, true
	}
	return false, false
}

// equalFold compares a cell with an ASCII word.
func equalFold(b []byte, word string) bool { return bytes.EqualFold(b, []byte(word)) }
