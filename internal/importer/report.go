package importer

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// Reasons why a sound row is not stored ("importer.aside.<reason>" in the texts).
const (
	AsideTotal     = "total"        // a total row of the source: ИТОГО, 总计; World, where the countries add up to it
	AsidePart      = "part"         // «из них: птица»: its amount is in the row it is a part of, and no code tells them apart
	AsideLevels    = "mixed-levels" // its amount is in rows of another level of the classification
	AsideBreakdown = "breakdown"    // detail by an axis whose total is stored
	AsideDuplicate = "duplicate"    // equal to an earlier row in every column
	AsideUnchanged = "unchanged"    // the file has been imported before
	AsideHeader    = "header"       // the header again
	AsideOther     = "other-table"  // of a second table below the one that is read
	AsideNote      = "note"         // a footnote or a heading between rows
	AsideDeleted   = "deleted"      // marked as deleted in the file
	AsideExample   = "example"      // the example row of our template
	AsideJoined    = "joined"       // its measure stands in the observation of another row
	AsideTitle     = "title"        // above the header of a free table
	AsideEmpty     = "empty"        // a cell of a free table, or a row of a long one, without a figure
	AsideZero      = "zero"         // a 0 that stands for "none or not reported"
	AsideGrowing   = "cumulative"   // from the year's start, beside the single periods
	AsideUnitRow   = "unit-row"     // a row named by a unit alone: of which goods, it does not say
	AsideTwice     = "twice"        // the same figures as in another column: in another money, or before they were revised
	AsidePlan      = "plan"         // what is planned or expected: no figure of trade
	AsideKept      = "kept"         // of a workbook that came back: the row says what it said
	AsideRefused   = "refused"      // of a workbook that came back: what was edited is not wanted
	AsideUntaken   = "untaken"      // only cells that the program works out were changed, see Untaken
)

// Reasons why a row is rejected, beside those of cells.Row.Fault
// ("importer.reject.<reason>" in the texts).
const (
	RejectFlow           = "flow"
	RejectReporter       = "reporter"
	RejectPartner        = "partner"
	RejectMismatch       = "partner-mismatch" // code and name are of different countries
	RejectPeriod         = "period"
	RejectClock          = "clock"
	RejectCode           = "code"
	RejectCodes          = "codes" // two codes in a cell
	RejectNumber         = "number"
	RejectNegative       = "negative"
	RejectOverflow       = "overflow"
	RejectNoValue        = "no-value" // neither value nor weight nor quantity
	RejectUnit           = "unit"
	RejectMeasure        = "measure" // of a long table, not one of ours
	RejectClassification = "classification"
	RejectBasis          = "basis"
	RejectField          = "field"     // a field's value that is not allowed
	RejectStatus         = "status"    // of an observation, none that there is
	RejectRequired       = "required"  // a field that may not be empty
	RejectReference      = "reference" // a record that neither file nor project has
	RejectLink           = "link"      // an ID of a fact that no text can refer to
	RejectRegion         = "region"    // a code that no region has
	RejectConflict       = "conflict"  // a second row of a record that says otherwise
	// Of a workbook that came back.
	RejectDerived = "derived" // a cell that the program works out or puts together
	RejectStale   = "stale"   // the project has been changed there since the workbook was written
	RejectShifted = "shifted" // the hidden cell belongs to another row
	RejectKey     = "key"     // the hidden cell can't be read
	RejectBeside  = "beside"  // a cell of the same row of a list can't be read
	RejectParts   = "parts"   // a cell that shows several rows of a list has not as many any more
	RejectAdded   = "added"   // a new row on a sheet whose rows the program makes
)

// Notes on an import as a whole ("importer.note.<note>" in the texts).
const (
	NoteOtherClass  = "other-classification" // not HS: cannot be joined to ТН ВЭД
	NoteZeroWeight  = "zero-weight"          // weights of 0 taken as not given
	NoteBasis       = "basis"                // basis from the source's methodology, not from the file
	NoteFlow        = "flow"                 // flow from the file's name
	NoteRegion      = "region"               // region from the file's title
	NotePlaces      = "places"               // names in a column of regions or provinces that the country does not have: places apart from them
	NoteKept        = "kept"                 // what the file does not tell was taken from the saved profile
	NoteKeptPartner = "kept-partner"         // the partner was taken from the saved profile, no title tells it
	NoteKeptRegion  = "kept-region"          // the same of a region or province
	NoteTotals      = "totals"               // the file's own totals are not those of the rows stored
	NoteRepeated    = "repeated"             // the same key with other amounts
	NoteShipments   = "shipments"            // rows of one day equal in every column, all taken
	NoteHidden      = "hidden"               // confidential codes, kept
	NoteHiddenPart  = "hidden-part"          // some of them in part: the digits that are known count nowhere
	NotePadded      = "padded"               // leading zeros put back
	NoteWorld       = "world"                // rows of all countries kept beside the countries: those are not all
	NoteWhole       = "whole"                // totals of all goods kept beside the goods: those are not all
	NoteWorldOnly   = "world-only"           // rows of all countries kept, there are no others
	NoteLimit       = "download-limit"       // as many rows as one download can hold
	NoteMirror      = "mirror"               // from the returns of the partners
	NoteNoCodes     = "no-codes"             // goods by name only: all rows stand under the total
	NoteOneMoney    = "one-money"            // of amounts in several currencies, columns side by side, those in US dollars were taken
	NoteMixedBasis  = "mixed-basis"          // FOB and CIF prices in one file, or some without
	NoteMixedMoney  = "mixed-currency"       // several currencies in one file
	NoteReadMirror  = "read-mirror"          // may be read from the partner's side: with caveats
	NoteConfirmed   = "units-confirmed"      // units confirmed against the usual prices
	NoteColour      = "colour"               // estimates told by the colour of the cell
	NoteWholes      = "wholes"               // rows of goods by name that are the sum of those following them, set aside
	NoteNothing     = "nothing"              // no row was stored: all add others up, or are detail of others
	NoteUnseen      = "unseen"               // rows or columns that the workbook does not show were read
	NoteOther       = "other-table"          // another table stands below on the same sheet, and is not read
	NoteLikeLast    = "like-last"            // publisher and kind of the source are those of the last such file's
)

// SetAside counts sound rows that were not stored for one reason.
type SetAside struct {
	Reason string
	Rows   int
}

// Rejected is a row that could not be stored, and where.
type Rejected struct {
	File   string // with the sheet, where there are several
	Line   int    // counted from 1
	Column int    // counted from 1; 0 is the row as a whole
	Part   int    // which of the observations of a row that holds several, from 1; 0 is the row as a whole
	Text   string // of the cell, cut when it is long
	Reason string
	Also   []BadCell // further cells of the row that can't be read, where all were looked at
	can    allowed
}

// Why is the reason in words, with the values that the cell may have where
// there is a choice of them.
func (r Rejected) Why(l briefing.Lang) string {
	return lang.T(l, "importer.reject."+r.Reason) + r.can.say(l)
}

// allowed are the values that a field may have: keys, and the group of names
// they are called by.
type allowed struct {
	group   string
	options []string
}

// say lists the values by name; nothing where there is no choice.
func (a allowed) say(l briefing.Lang) string {
	if len(a.options) == 0 {
		return ""
	}
	names := make([]string, len(a.options))
	for i, o := range a.options {
		names[i] = lang.Enum(l, a.group, o)
	}
	return lang.T(l, "importer.allowed", strings.Join(names, lang.T(l, "importer.allowed.comma")))
}

// BadCell is a cell that can't be read: its column counted from 1, its text,
// cut when it is long, and the reason.
type BadCell struct {
	Column int
	Text   string
	Reason string
	can    allowed
}

// Cells lists the row once for each cell that is wrong in it.
func (r Rejected) Cells() []Rejected {
	out := []Rejected{r}
	out[0].Also = nil
	for _, c := range r.Also {
		further := out[0]
		further.Column, further.Text, further.Reason, further.can = c.Column, c.Text, c.Reason, c.can
		out = append(out, further)
	}
	return out
}

// Report accounts for every row below a header: Read = Stored + all SetAside
// + len(Rejected).
type Report struct {
	Read, Stored int
	SetAside     []SetAside
	Rejected     []Rejected
	Untaken      []Rejected        // cells whose change was not taken, in rows that count as stored or set aside
	Repeated     int               // stored rows whose key an earlier row has, with other amounts
	Twice        []RowAt           // where the first of these stand
	Others       []RowAt           // where further tables on a sheet begin, which are not read
	Notes        []string          // keys of notes
	Lost         []briefing.Period // whose rows were rejected, in order; one of no kind: rows whose period can't be told
	Totals       []CheckTotal      // that the file states, by period
	Skipped      []string          // tables in the file that are no tables of figures
	Hidden       []string          // sheets that the workbook does not show, not read
	Places       []string          // names in columns of regions that no region has, in order
	Partly       []string          // codes that are hidden in part, in order
	Wholes       []string          // goods by name whose rows add up those following them, see NoteWholes
	Remarks      []string          // what the file says of its figures in lines of their own, with their footnote's mark
}

// RowAt is where a row stands: the file, with the sheet where there are several,
// and the line counted from 1.
type RowAt struct {
	File string
	Line int
}

// Note is a note in words, with the rows that it is of where they are known.
func (r *Report) Note(l briefing.Lang, key string) string {
	text := lang.T(l, "importer.note."+key)
	switch key {
	case NotePlaces:
		return lang.T(l, "importer.note."+key, quotedList(l, r.Places))
	case NoteWholes:
		return lang.T(l, "importer.note."+key, quotedList(l, r.Wholes))
	case NoteHiddenPart:
		return lang.T(l, "importer.note."+key, quotedList(l, r.Partly))
	case NoteOther:
		var places []string
		for _, at := range r.Others {
			if at.Line == 0 {
				places = append(places, at.File)
				continue
			}
			places = append(places, lang.T(l, "importer.note.other-table.at", at.File, at.Line))
		}
		return text + lang.T(l, "importer.note.other-table.where", strings.Join(places, "; "))
	}
	if key != NoteRepeated || len(r.Twice) == 0 {
		return text
	}
	var files []string
	lines := map[string][]string{}
	for _, at := range r.Twice[:min(len(r.Twice), twiceShown)] {
		if lines[at.File] == nil {
			files = append(files, at.File)
		}
		lines[at.File] = append(lines[at.File], strconv.Itoa(at.Line))
	}
	var places []string
	for _, f := range files {
		places = append(places, lang.T(l, "importer.note.repeated.in", f, strings.Join(lines[f], ", ")))
	}
	of := "importer.note.repeated.all"
	if len(r.Twice) > twiceShown {
		of = "importer.note.repeated.first"
	}
	return text + lang.T(l, of, r.Repeated, strings.Join(places, "; "))
}

// quotedList names some of the texts of a file, and how many more there are.
func quotedList(l briefing.Lang, texts []string) string {
	const shown = 6
	left, right := "“", "”"
	if l == briefing.RU {
		left, right = "«", "»"
	}
	list := left + strings.Join(texts[:min(len(texts), shown)], right+", "+left) + right
	if more := len(texts) - shown; more > 0 {
		list += lang.T(l, "importer.note.more", more)
	}
	return list
}

// Contradicted reports whether totals that the file states differ from the rows
// stored, and not for the reason that its countries are not all.
func (r *Report) Contradicted() bool {
	some := slices.Contains(r.Notes, NoteWorld)
	return slices.ContainsFunc(r.Totals, func(c CheckTotal) bool { return c.Contradicts() && (!some || c.Stored.Cmp(c.Stated) > 0) })
}

// Said are all notes in words, and what the file itself says of its figures.
func (r *Report) Said(l briefing.Lang) []string {
	var out []string
	for _, n := range r.Notes {
		out = append(out, r.Note(l, n))
	}
	return slices.Concat(out, r.lostNotes(l), r.roundedNotes(l), r.remarks(l))
}

func (r *Report) remarks(l briefing.Lang) (out []string) {
	for _, remark := range r.Remarks {
		out = append(out, lang.T(l, "importer.remark", saidText(remark)))
	}
	return out
}

// AsideRows is the number of rows set aside for all reasons.
func (r *Report) AsideRows() int {
	n := 0
	for _, s := range r.SetAside {
		n += s.Rows
	}
	return n
}

// ledger gives each row its fate. The number of rows read is counted where
// rows come from, the fates where they are decided; close compares the two.
type ledger struct {
	read     int
	staged   int
	aside    map[string]int
	rejected []Rejected
	notes    map[string]bool
	totals   map[checkKey]stated
	turnover map[turnoverKey]stated
	sums     []sumRow
	lost     map[briefing.Period]int // rejected rows of figures
	remarks  []string
	places   map[string]bool // names in columns of regions that no region has
	partly   map[string]bool // codes that are hidden in part
	wholes   []string        // see Report.Wholes
	others   []RowAt         // see Report.Others
}

func newLedger() *ledger {
	return &ledger{aside: map[string]int{}, notes: map[string]bool{}, totals: map[checkKey]stated{}, turnover: map[turnoverKey]stated{}, lost: map[briefing.Period]int{}, places: map[string]bool{}, partly: map[string]bool{}}
}

func (l *ledger) setAside(reason string) { l.aside[reason]++ }

func (l *ledger) note(n string) { l.notes[n] = true }

// textLimit is how much of a cell's text the report keeps.
const textLimit = 200

func (l *ledger) reject(r Rejected) { l.rejected = append(l.rejected, cut(r)) }

// cut keeps the text of a cell short.
func cut(r Rejected) Rejected {
	r.Text = cutText(r.Text)
	return r
}

func cutText(s string) string {
	if len(s) > textLimit {
		cut := textLimit
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// withdraw takes staged rows back.
func (l *ledger) withdraw(reason string, rows int) {
	if rows > 0 {
		l.staged -= rows
		l.aside[reason] += rows
	}
}

// close makes the report. A row without a fate, or with two, is a fault of
// this program and stops the import.
func (l *ledger) close() (Report, error) {
	r := Report{Read: l.read, Stored: l.staged, Rejected: l.rejected, Remarks: l.remarks, Others: l.others, Lost: l.lostOf(), Wholes: l.wholes}
	if r.Places = slices.Sorted(maps.Keys(l.places)); len(r.Places) > 0 {
		l.note(NotePlaces)
	}
	if r.Partly = slices.Sorted(maps.Keys(l.partly)); len(r.Partly) > 0 {
		l.note(NoteHiddenPart)
	}
	for reason, n := range l.aside {
		r.SetAside = append(r.SetAside, SetAside{reason, n})
	}
	slices.SortFunc(r.SetAside, func(a, b SetAside) int { return strings.Compare(a.Reason, b.Reason) })
	for n := range l.notes {
		r.Notes = append(r.Notes, n)
	}
	slices.Sort(r.Notes)
	if r.Read != r.Stored+r.AsideRows()+len(r.Rejected) {
		return Report{}, &briefing.Error{Code: briefing.CodeInternal, Op: "account for rows", Err: errors.New("rows read and fates differ")}
	}
	return r, nil
}
