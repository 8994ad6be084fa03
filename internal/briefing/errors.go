package briefing

import (
	"errors"
	"strings"
)

// Code is the vocabulary of errors: it chooses the sentence and the hint that
// the user reads in his language ("error.<code>" in the texts).
type Code string

// Codes of errors.
const (
	CodeInternal     Code = "internal"
	CodeNotFound     Code = "not-found"
	CodeIsDirectory  Code = "is-directory"
	CodeIsDevice     Code = "is-device"     // a printer, a pipe: nothing that a file may take the place of
	CodeLongName     Code = "name-too-long" // longer than the file system keeps
	CodeEmptyFile    Code = "empty-file"
	CodeTruncated    Code = "truncated"
	CodeChanged      Code = "file-changed"     // written to while it was read
	CodeChangedSince Code = "changed"          // a file is no longer what was read from it
	CodeTextChanged  Code = "text-changed"     // a text is no longer what it was when something about it was found
	CodeRowsChanged  Code = "rows-changed"     // figures are no longer what they were when edits of them were read
	CodeForeign      Code = "foreign-file"     // not a file of the kind expected
	CodeEncrypted    Code = "encrypted"        // password-protected
	CodeHiddenSheets Code = "hidden-sheets"    // tables stand on sheets only that the workbook does not show
	CodeSameSheets   Code = "same-sheets"      // sheets of one workbook that hold one table
	CodeWorkbookKind Code = "workbook-kind"    // a workbook older than Excel 97
	CodeXLSB         Code = "xlsb"             // files of kinds that are told and not read, from here
	CodeXMLBook      Code = "xml-spreadsheet"  // XML Spreadsheet 2003
	CodeXML          Code = "xml"              //
	CodeMHTML        Code = "mhtml"            //
	CodePDF          Code = "pdf"              //
	CodeOffice       Code = "office-document"  // a text document or slides
	CodePicture      Code = "picture"          //
	CodePacked       Code = "packed"           // an archive other than zip
	CodeNumbers      Code = "numbers"          // a spreadsheet of Apple's
	CodeJSON         Code = "json"             // to here
	CodeNoHeader     Code = "no-header"        // no recognisable header
	CodeEmptyForm    Code = "empty-form"       // a short form that nothing has been entered for
	CodeNoChanges    Code = "no-changes"       // an addendum, or sheets to replace, of a pack that reads as it did
	CodeSameMoment   Code = "same-moment"      // what follows an issue bears the issue's own moment
	CodeNoIssueKept  Code = "no-issue-kept"    // no issue was recorded that pages could take the place of
	CodeNoIssue      Code = "no-issue"         // nothing went out that an addendum could be measured against
	CodeUnknownTable Code = "unknown-table"    // no profile, or a tie of profiles
	CodeBadProfile   Code = "bad-profile"      // named profile unknown or unfit
	CodeUnitNeeded   Code = "unit-needed"      // unit neither in the file nor given
	CodeUnitConflict Code = "unit-conflict"    // unit given against a stated one
	CodeUnitDoubt    Code = "unit-doubt"       // the price of a tonne says that units are a thousand times off: somebody has to confirm
	CodeBadRate      Code = "bad-rate"         // no rate of a currency, or none that can be used
	CodeNoMirror     Code = "no-mirror"        // nothing in the file can be read from the other side
	CodeRevision     Code = "revision"         // stored figures would change: somebody has to decide
	CodeTooLarge     Code = "too-large"        // a limit was met
	CodeBadEncoding  Code = "bad-encoding"     //
	CodeDamaged      Code = "damaged"          // a project that fails its checks
	CodeNewer        Code = "newer-version"    // a project of a newer version
	CodeLocked       Code = "locked"           // held by someone else
	CodeReadOnly     Code = "read-only"        //
	CodeNoSpace      Code = "no-space"         //
	CodePermission   Code = "permission"       //
	CodeCannotWrite  Code = "cannot-write"     //
	CodePrinting     Code = "printing"         // the system does not print the file
	CodeExists       Code = "exists"           // would overwrite
	CodeBadNumber    Code = "bad-number"       //
	CodeBadPeriod    Code = "bad-period"       //
	CodeBadMoment    Code = "bad-moment"       //
	CodeBadClock     Code = "bad-clock"        //
	CodeOverwrite    Code = "overwrite"        // a file would change what records of the project say
	CodeProfileTitle Code = "profile-title"    // the title over a table says otherwise than the profile
	CodePeriodSpread Code = "period-spread"    // one period given for several files of an archive
	CodeUnitTwice    Code = "unit-twice"       // two different answers to one question
	CodeBadUnit      Code = "bad-unit"         //
	CodeBadRegion    Code = "bad-region"       // a part of a country that it does not have
	CodeBadValue     Code = "bad-value"        // a field's value that is not allowed
	CodeBadRule      Code = "bad-rule"         // a part of a rule over commodity codes that is none
	CodeRequired     Code = "required"         // a required field is empty
	CodeNoRecord     Code = "no-record"        //
	CodeInUse        Code = "in-use"           // a record that others refer to
	CodeNothing      Code = "nothing"          // no action that could be taken back or done again
	CodeBlocking     Code = "blocking"         // findings that stop an issue
	CodeNoAcceptance Code = "no-acceptance"    // a finding that nobody can take upon himself
	CodeUsage        Code = "usage"            // the command line is wrong
	CodeCancelled    Code = "cancelled"        //
	CodeOverflow     Code = "overflow"         // a number too large for exact arithmetic
	CodeMixed        Code = "mixed-dimensions" // rows that must not be added
	CodeNoGroups     Code = "no-groups"        // no product groups, or no such set of them
	CodeBookNewer    Code = "book-newer"       // a workbook of ours, of a newer version
	CodeBookOther    Code = "book-other"       // a workbook of ours, of another project
	CodeWordFile     Code = "word-file"        // no Word file, or a damaged one
	CodeWordForeign  Code = "word-foreign"     // a Word file without the marks that ours have
	CodeWordOther    Code = "word-other"       // a Word file of ours, of another project
	CodeBookKeys     Code = "book-keys"        // a workbook of ours without the column by which it is read back
	CodeMissingGlyph Code = "missing-glyph"    // no font has a character
)

// Error is an error that a user can be told about: Code chooses the sentence,
// Path names the file, record or text concerned, Err is for the log.
type Error struct {
	Code Code
	Op   string // what was being done, for the log
	Path string // to what: file, record, field or the offending text
	Err  error
}

// Error is the form for the log, not for the user.
func (e *Error) Error() string {
	parts := []string{}
	for _, p := range []string{e.Op, string(e.Code), e.Path} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	s := strings.Join(parts, ": ")
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf is the code of the outermost Error in the chain, CodeInternal for
// any other error and empty for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
