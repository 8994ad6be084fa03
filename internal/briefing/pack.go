package briefing

import "time"

// Pack is the project's one record of what is being made: for which event, as
// of which moment, by whom and for whom, with which sections.
type Pack struct {
	Title        Text
	Subtitle     Text
	ShortTitle   Text // running head
	FileName     string
	Organisation Text
	Place        Text
	City         Text // place of issue on the cover
	Event        ID
	AsOf         Stamp // RFC 3339
	AddendumAsOf Stamp
	ForWhom      Text
	PreparedBy   Text
	ApprovedBy   Text
	Executor     Text
	Reporter     string // ISO alpha-2 of our side's statistics
	Region       string
	RegionName   Text
	Partner      string // ISO alpha-2
	PartnerName  Text
	Province     ID // the partner province, an organisation
	Copies       int
	Copy         int
	Restricted   bool // «Для служебного пользования»
	Version      int
	Issue        int
	Template     string
	LongKept     bool   // left margin 30 mm
	Sections     string // keys of the sections in order; "-key" is switched off; empty: the template's
	SummaryDeck  Text
	TradeDeck    Text
	HubDeck      Text
	Addressees   []Addressee
}

// Addressee is a row of the register of copies: who gets the copy of a number.
type Addressee struct {
	Name Text // post, initials and surname
	Copy int  // 0: no number is given yet
}

// Ref points at the record.
func (p *Pack) Ref() Ref { return Ref{KindPack, "pack"} }

// SetID does nothing: there is one pack in a project.
func (p *Pack) SetID(ID) {}

// Moment is the as-of moment; ok is false while none is set.
func (p *Pack) Moment() (t time.Time, ok bool) {
	t, err := time.Parse(time.RFC3339, string(p.AsOf))
	return t, err == nil
}
