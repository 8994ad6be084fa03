package briefing

import "time"

// ID identifies a record inside its kind. It holds no spaces.
type ID string

// Kind names a record kind.
type Kind string

// The record kinds, in the order registers list them.
const (
	KindPack         Kind = "pack"
	KindSource       Kind = "source"
	KindEvent        Kind = "event"
	KindPerson       Kind = "person"
	KindOrganisation Kind = "organisation"
	KindAgreement    Kind = "agreement"
	KindFacility     Kind = "facility"
	KindFact         Kind = "fact"
	KindSeries       Kind = "series"
	KindCommodity    Kind = "commodity"
	KindGroup        Kind = "group"
	KindMessage      Kind = "message"
	KindImport       Kind = "import"
	KindVersion      Kind = "version"
	KindTyped        Kind = "typed"
	KindAttachment   Kind = "attachment"
	KindNomenclature Kind = "nomenclature"
	KindAcceptance   Kind = "acceptance"
	KindTask         Kind = "task"
)

// Ref points at one record of the project.
type Ref struct {
	Kind Kind
	ID   ID
}

// Record is one record of the project; the pointer types *Event, *Fact, …
// implement it.
type Record interface {
	Ref() Ref
	SetID(ID)
}

// Audience is a set of readers an output is made for (pack.md §1).
type Audience uint8

// The audiences.
const (
	Leader Audience = 1 << iota
	Compiler
	Interpreter
	Partner
)

// Sets of audiences a field may be shown to.
const (
	Everyone     = Leader | Compiler | Interpreter | Partner
	Inside       = Leader | Compiler | Interpreter
	OnlyCompiler = Compiler
)

// ParseAudience reads "leader", "compiler", "interpreter", "partner".
func ParseAudience(s string) (Audience, bool) {
	for _, a := range Audiences() {
		if a.String() == s {
			return a, true
		}
	}
	return 0, false
}

// Audiences lists the single audiences in their order.
func Audiences() []Audience { return []Audience{Leader, Compiler, Interpreter, Partner} }

// String is the key of a single audience.
func (a Audience) String() string {
	switch a {
	case Leader:
		return "leader"
	case Compiler:
		return "compiler"
	case Interpreter:
		return "interpreter"
	case Partner:
		return "partner"
	}
	return ""
}

// Use is the order of use of an item («порядок использования»).
type Use string

// Orders of use.
const (
	Aloud     Use = "aloud"     // можно озвучивать
	Reference Use = "reference" // для справки
	Internal  Use = "internal"  // не озвучивать
)

// Source is where something was learned.
type Source struct {
	ID          ID
	Title       Text // the material
	Publisher   Text // the body that published it; aggregators are not publishers
	Kind        string
	Address     string
	Published   Stamp // empty: «дата не указана»
	Retrieved   Stamp
	RetrievedBy string
	Legal       string // "", "foreign-agent", "undesirable": an editable list
	LegalSince  Stamp
	Note        Text
}

// Event is something that happened or is to happen; items of a visit's
// programme are events whose Parent is the visit.
type Event struct {
	ID           ID
	Title        Text
	Kind         string
	Status       string
	When         Period
	Clock        string // as ParseClock reads it, or empty when the hour is not known
	DayPart      string // "morning", "afternoon", "evening" or empty
	Place        Text
	Outcome      Text
	Format       Text // format of a meeting, openness to the press
	Parent       ID
	Use          Use
	Sources      []ID
	Facts        []ID
	Note         Text // internal
	Participants []Participant
}

// Participant is a person's part in an event.
type Participant struct {
	Person ID
	Role   Text
}

// Person is a person whose name exists in up to three scripts.
type Person struct {
	ID         ID
	Name       Text   // «Фамилия Имя Отчество»; Surname Given; 姓名
	ShortName  Text   // list form «Фамилия И. О.», where it can't be derived
	Address    string // "mr", "ms": form of address
	Stress     string // name with stress marks, pronunciation for the reader
	Rank       int    // protocol rank, 1 is the highest; lists follow it
	Country    string // ISO 3166-1 alpha-2
	Posts      []Post
	Sources    []ID
	Note       Text // internal
	Biography  Text
	LastMet    Period
	LastMetFor Text
}

// Post is a post held by a person over a time.
type Post struct {
	Title        Text
	Organisation ID
	From, To     Stamp
	Successor    ID
}

// HeldAt reports whether the post may have been held at the moment: nothing
// known says that it began later or had ended. At no moment every post counts.
func (p Post) HeldAt(moment time.Time) bool {
	return moment.IsZero() || (p.From == "" || p.From.Against(moment) != After) &&
		(p.To == "" || p.To.Against(moment) != Before)
}

// Organisation is a body, a company or a territory that acts in the project.
type Organisation struct {
	ID      ID
	Name    Text
	Kind    string
	Country string
	Address string
	Sources []ID
	Note    Text
}

// Agreement is a document between parties, in whatever state.
type Agreement struct {
	ID          ID
	Title       Text
	Kind        string
	Status      string
	Signed      Period // day may be unknown
	Parties     []ID   // organisations
	Signatories []ID   // persons
	Subject     Text
	Progress    Text // how it is carried out
	Milestones  []Milestone
	Use         Use
	Sources     []ID
	Facts       []ID
	Note        Text
}

// Milestone is a step of carrying an agreement out: what is to be done by when,
// and when it was.
type Milestone struct {
	Title       Text
	Due         Period // the last day of it is the deadline
	Done        Period // zero while it is not done
	Responsible ID     // organisation
}

// MilestoneState is where a milestone stands at a moment.
type MilestoneState string

// States of a milestone. One without a deadline is never overdue.
const (
	MilestoneAhead   MilestoneState = "ahead"
	MilestoneOverdue MilestoneState = "overdue"
	MilestoneDone    MilestoneState = "done"
	MilestoneLate    MilestoneState = "late" // done after its deadline
)

// Met reports whether the milestone is done, in time or late.
func (s MilestoneState) Met() bool { return s == MilestoneDone || s == MilestoneLate }

// State is where the milestone stands on the day of a moment. What is said to
// be done on a later day is not done yet; a deadline day itself is in time.
func (m Milestone) State(moment time.Time) MilestoneState {
	year, month, d := moment.Date()
	day := time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
	after := m.Due.End() // the first day that is too late
	late := func(day time.Time) bool { return !after.IsZero() && !day.Before(after) }
	if done := m.Done.Start(); !done.IsZero() && !done.After(day) {
		if late(done) {
			return MilestoneLate
		}
		return MilestoneDone
	}
	if late(day) {
		return MilestoneOverdue
	}
	return MilestoneAhead
}

// Facility is a place with capacities and plans. Its numbers are facts whose
// Facility is this one, told apart by their Measure: capacity, throughput and
// storage never mix.
type Facility struct {
	ID       ID
	Name     Text
	Kind     string
	Place    Text
	Operator ID
	About    Text
	Use      Use
	Sources  []ID
	Note     Text
}

// Series names facts that belong in one table and one chart: levels of one
// measure by period, or a total with its parts. Facts point at it.
type Series struct {
	ID      ID
	Title   Text // of the table: what, scope
	Message Text // title of the chart: what it says, ten words at most
	Caption Text // measure and scope under it
	Section string
	Form    string // "levels", "waterfall", "ranking", "table"
	Body    Text   // commentary; may hold figures as {fact-id}
	Caveat  Text   // neutral note under it
	Order   int
}

// Commodity names a commodity code in three languages (nomenclature entry).
type Commodity struct {
	ID             ID
	Code           string // digits, or a project's own group key
	Classification string // "HS", "TNVED", …; empty: any that shares the code
	Name           Text
}

// Message is something to be said, asked or quoted.
type Message struct {
	ID           ID
	Kind         string // see MessageKinds
	Title        Text
	Body         Text // may hold figures as {fact-id}
	Answer       Text // of a question
	Speaker      ID
	Original     string // wording in the original language
	OriginalLang string
	Quoted       bool // literal words from an official text; otherwise изложение
	Use          Use
	Order        int
	Published    Stamp
	Sources      []ID
	Facts        []ID
	Note         Text
}

// Import is one file taken in: where the trade observations of a batch came from.
type Import struct {
	ID         ID
	File       string // base name
	Hash       string // SHA-256, hex
	Size       int
	Profile    string
	Units      string // the choice, as in the command line's --unit
	Moment     Stamp
	By         string
	Source     ID
	Read       int
	Stored     int
	SetAside   int
	Rejected   int
	Sample     bool // invented data: «ОБРАЗЕЦ · условные данные»
	Note       Text
	Dimensions string
}

// Ref points at the record.
func (r *Source) Ref() Ref { return Ref{KindSource, r.ID} }

// SetID names the record.
func (r *Source) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Event) Ref() Ref { return Ref{KindEvent, r.ID} }

// SetID names the record.
func (r *Event) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Person) Ref() Ref { return Ref{KindPerson, r.ID} }

// SetID names the record.
func (r *Person) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Organisation) Ref() Ref { return Ref{KindOrganisation, r.ID} }

// SetID names the record.
func (r *Organisation) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Agreement) Ref() Ref { return Ref{KindAgreement, r.ID} }

// SetID names the record.
func (r *Agreement) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Facility) Ref() Ref { return Ref{KindFacility, r.ID} }

// SetID names the record.
func (r *Facility) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Series) Ref() Ref { return Ref{KindSeries, r.ID} }

// SetID names the record.
func (r *Series) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Commodity) Ref() Ref { return Ref{KindCommodity, r.ID} }

// SetID names the record.
func (r *Commodity) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Message) Ref() Ref { return Ref{KindMessage, r.ID} }

// SetID names the record.
func (r *Message) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Import) Ref() Ref { return Ref{KindImport, r.ID} }

// SetID names the record.
func (r *Import) SetID(id ID) { r.ID = id }
