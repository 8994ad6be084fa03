package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// SectionState tells how far a section is.
type SectionState uint8

// States of a section.
const (
	SectionEmpty  SectionState = iota // the project has nothing for it
	SectionBegun                      // it has content, and something in it blocks
	SectionFilled                     // it has content
)

// SectionView is one section of the pack in the list of sections.
type SectionView struct {
	Key      string
	Number   string // "5.3"; empty for the cover and for what is not printed
	Title    string
	Level    int
	On       bool
	Brief    bool // cut to its texts and its first table or chart
	Own      bool // written by hand: a record of the kind of messages
	State    SectionState
	Blocking int // findings in it
	Remarks  int
	// Counted tells whether the section is one of those of which the readiness is
	// a part: it is taken in, holds something itself, and is not the cover, which
	// is there however empty the project.
	Counted bool
	// Whole is a section whose contents are other sections: it is filled by
	// them, and counted and asked for by them alone.
	Whole bool
}

func (v *viewing) sections(findings []FindingView) (out []SectionView, included, filled int) {
	printed := map[string]document.Section{}
	if v.pages != nil {
		for _, s := range v.pages.Sections {
			printed[s.Key] = s
		}
	}
	setting := pack.ParseSetting(v.snap.Pack.Sections)
	parts, own := v.parts(setting)
	for i, part := range parts {
		s := SectionView{Key: part.Key, Level: part.Level, Title: lang.T(v.l, "pack.section."+part.Key), On: !setting.Off[part.Key], Brief: setting.Brief[part.Key]}
		if m := own[part.Key]; m != nil {
			s.Title, s.Own = first(m.Title.Any(v.l), lang.T(v.l, "pack.section.own")), true
		}
		s.Whole = i+1 < len(parts) && parts[i+1].Level > part.Level
		if d, ok := printed[part.Key]; ok {
			s.State, s.Number = SectionFilled, d.Number
			for _, f := range findings {
				if f.Section != "" && (f.Section == s.Number || strings.HasPrefix(f.Section, s.Number+".")) {
					s.count(f.Severity)
				}
			}
			if s.Blocking > 0 {
				s.State = SectionBegun
			}
		}
		if s.Counted = s.On && !s.Whole && s.Key != "cover"; s.Counted {
			included++
			if s.State != SectionEmpty {
				filled++
			}
		}
		out = append(out, s)
	}
	return out, included, filled
}

// parts are the sections of a pack in the order set, with those written by hand
// and their records.
func (v *viewing) parts(s pack.Setting) (parts []pack.Part, own map[string]*briefing.Message) {
	own = map[string]*briefing.Message{}
	level := map[string]int{}
	for _, p := range pack.Outline(pack.FormPack) {
		level[p.Key] = p.Level
	}
	for _, key := range arranged(v.snap.Messages, s, own) {
		parts = append(parts, pack.Part{Key: key, Level: max(level[key], 1)})
	}
	return parts, own
}

func (s *SectionView) count(severity check.Severity) {
	switch severity {
	case check.Blocking:
		s.Blocking++
	case check.Warning:
		s.Remarks++
	}
}

// SetSection puts a section into the pack or takes it out of it.
func (p *Project) SetSection(key string, on bool) error {
	r, err := p.Get(briefing.Ref{Kind: briefing.KindPack, ID: "pack"})
	if err != nil {
		return err
	}
	k := r.(*briefing.Pack)
	words := slices.DeleteFunc(strings.Fields(k.Sections), func(w string) bool { return w == "-"+key })
	if !on {
		words = append(words, "-"+key)
	}
	return p.arrange("tick-section", k, strings.Join(words, " "))
}

// Pack gives a copy of the pack's settings, to be changed and Put.
func (p *Project) Pack() *briefing.Pack {
	var k briefing.Record
	d, _ := briefing.Describe(briefing.KindPack)
	p.Read(func(pr *project.Project) { k = d.Copy(&pr.Pack) })
	return k.(*briefing.Pack)
}

// later counts the records that became known only after the moment.
func (v *viewing) later() int {
	seen := map[briefing.Ref]bool{}
	for _, h := range v.snap.Held {
		if (h.Why == project.AfterMoment || h.Why == project.ForAddendum) && !h.Part && h.Ref.Kind != briefing.KindSource {
			seen[h.Ref] = true
		}
	}
	return len(seen)
}

// SectionKeys lists the sections of a pack in their order.
func SectionKeys() []string { return pack.SectionKeys(pack.FormPack) }
